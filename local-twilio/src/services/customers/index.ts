import { z } from 'zod';
import { defineService, type Building } from '../../kernel/service';
import type { Conversations } from '../conversations/commands';
import type { ConversationsEvent } from '../conversations/events';
import type { Flex } from '../flex/commands';
import type { TaskRouter } from '../taskrouter/commands';
import type { Customers } from './commands';
import type { CustomersEvent } from './events';
import { createCustomers } from './rules/create';
import { phone, type Phone } from './state';

export interface Needs {
  readonly conversations: Conversations;
  readonly flex: Flex;
  readonly taskRouter: TaskRouter;
}

/** The people outside, with their phones: no service of Twilio, but what its channels connect to. */
export const customers = defineService({
  name: 'customers',
  state: { name: 'phones', shape: z.array(phone) },
  create: (building: Building<CustomersEvent | ConversationsEvent, Needs, readonly Phone[]>): Customers => {
    const { context, needs, state, setUp } = building;
    const { workflowSid, proxies } = setUp;
    const { conversations, flex, taskRouter } = needs;
    const workspaceSid = taskRouter.workspace.sid;
    return createCustomers({ context, conversations, flex, workspaceSid, workflowSid, proxies, phones: state });
  },
  stateOf: (own) => own.phones(),
});
