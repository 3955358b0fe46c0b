import type { Building } from '../../../kernel/service';
import type { FlexEvent } from '../events';
import type { Conversations } from '../../conversations/commands';
import type { ConversationsEvent } from '../../conversations/events';
import type { Iam } from '../../iam/commands';
import type { TaskRouter } from '../../taskrouter/commands';
import { createChannels } from './channels';
import type { Flex } from '../commands';
import { createHooks } from './hooks';
import type { FlexParts } from './hooks';
import { createIdle } from './idle';
import { createInvites } from './invites';
import { createLeaveAndPause } from './leave-and-pause';
import { createFlexParticipants, leaveChannel } from './participants';
import type { FlexState } from '../state';
import { createTransfers } from './transfers';

export interface Needs {
  readonly iam: Iam;
  readonly conversations: Conversations;
  readonly taskRouter: TaskRouter;
}

export function createFlex({
  context,
  needs,
  state: store,
}: Building<FlexEvent | ConversationsEvent, Needs, FlexState>): Flex {
  const { conversations, taskRouter } = needs;
  const all: FlexParts = {
    ...needs,
    context,
    store,
    ...createIdle(context, store),
    leave: leaveChannel({ context, conversations }),
  };
  const invites = createInvites(all);
  const flex: Flex = {
    ...invites,
    ...createChannels({ ...all, invites }),
    ...createLeaveAndPause({ ...all, invites }),
    ...createTransfers({ ...all, invites }),
    ...createFlexParticipants({ context, store, conversations, taskRouter }),
    state: () => store,
    configuration: () => store.configuration,
    setConfiguration(changes) {
      const date_updated = new Date(context.clock.nowMs()).toISOString();
      store.configuration = { ...store.configuration, ...changes, date_updated };
      context.events.emit({ type: 'flex.configuration.updated', configuration: store.configuration });
      return store.configuration;
    },
  };
  taskRouter.intercept(createHooks(all));
  return flex;
}
