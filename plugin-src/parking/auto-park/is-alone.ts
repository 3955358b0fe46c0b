import { isLoaded, rosterOf } from '../../flex/conversation';
import type { OpenTask } from '../../flex/open-tasks';
import { countOtherInternalParticipants } from '../../flex/other-participants';

/**
 * Whether the agent is alone with the customer. Flex is asked once for each set of people in the conversation; until it
 * has answered, they are not. If it cannot tell, they are: the Function looks itself.
 */
export function createIsAlone(answered: () => void): (open: OpenTask) => boolean {
  const known = new Map<string, { question: string; others: number | 'asked' }>();
  return ({ conversation, target: { channelSid, taskSid }, task }) => {
    if (!isLoaded(conversation)) return false;
    const roster = rosterOf(conversation);
    const question = `${channelSid}\n${roster}`;
    const earlier = known.get(taskSid);
    if (earlier?.question === question) return earlier.others === 0;
    known.set(taskSid, { question, others: 'asked' });
    const settle = (others: number) => {
      if (known.get(taskSid)?.question !== question) return;
      known.set(taskSid, { question, others });
      answered();
    };
    countOtherInternalParticipants({ task, channelSid, workerSid: task.workerSid, roster }).then(settle, () =>
      settle(0),
    );
    return false;
  };
}
