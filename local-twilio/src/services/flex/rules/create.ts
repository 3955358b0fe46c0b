import type { Context } from '../events';
import type { Conversations } from '../../conversations/commands';
import type { Iam } from '../../iam/commands';
import type { TaskRouter } from '../../taskrouter/commands';
import { createChannels } from './channels';
import type { Flex } from '../commands';
import { createHooks } from './hooks';
import type { FlexParts } from './hooks';
import { armIdle } from './idle';
import { createInvites } from './invites';
import { createLeaveAndPause } from './leave-and-pause';
import { createFlexParticipants, leaveChannel } from './participants';
import type { FlexStore } from '../store';
import { createTransfers } from './transfers';

interface Parts {
  readonly context: Context;
  readonly conversations: Conversations;
  readonly taskRouter: TaskRouter;
  readonly iam: Iam;
  readonly state: FlexStore;
}

export function createFlex(parts: Parts): Flex {
  const { context, conversations, taskRouter, state: store } = parts;
  for (const channel of store.channels.values()) armIdle(context, store, channel);
  const all: FlexParts = { ...parts, store, leave: leaveChannel({ context, conversations }) };
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
