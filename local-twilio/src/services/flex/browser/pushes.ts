import type { Push, Pushes } from '../../../kernel/browser/push';
import type { FlexEvent } from '../events';
import type { FlexAnswers } from './answers';

export const flexPushes = (answers: FlexAnswers): Pushes<FlexEvent> => ({
  pushFor(event): Push | undefined {
    switch (event.type) {
      case 'participant.added':
      case 'participant.modified':
      case 'participant.removed': {
        const others = [...event.channel.participants.values(), event.participant];
        const workers = others.flatMap((one) => one.routing?.workerSid ?? []);
        return {
          workerSids: [...new Set(workers)],
          eventType: event.type,
          payload: answers.participant(event.channel, event.participant),
        };
      }
      default:
        return undefined;
    }
  },
});
