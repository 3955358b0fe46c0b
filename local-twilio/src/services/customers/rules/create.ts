import type { Building } from '../../../kernel/service';
import type { CustomersEvent } from '../events';
import type { Conversations } from '../../conversations/commands';
import type { ConversationsEvent } from '../../conversations/events';
import type { Flex } from '../../flex/commands';
import type { TaskRouter } from '../../taskrouter/commands';
import type { Conversation } from '../../conversations/entities';
import type { CustomerAddress, Customers, Reach } from '../commands';
import { createReceiving } from './receiving';
import { addressOf, type Starting } from './starting';
import { createWriting } from './writing';
import type { CustomersState } from '../state';

export interface Needs {
  readonly conversations: Conversations;
  readonly flex: Flex;
  readonly taskRouter: TaskRouter;
}

type Threads = Pick<Customers, 'threads' | 'current'>;

function threadsOf({ conversations, flex }: Needs): Threads {
  // The address first: looking for the channel takes longer, and there may be thousands of conversations.
  const isOf = (conversation: Conversation, customer: CustomerAddress): boolean => {
    const isTheirs = [...conversation.participants.values()].some(
      ({ identity, messagingBinding }) => (messagingBinding?.address ?? identity) === addressOf(customer),
    );
    if (!isTheirs) return false;
    const channel = flex.channelOfConversation(conversation.sid);
    return channel === undefined || channel.type === customer.channel;
  };
  const threads = (customer: CustomerAddress) =>
    conversations.list().filter((conversation) => isOf(conversation, customer));
  return { threads, current: (customer) => threads(customer).findLast(({ state }) => state !== 'closed') };
}

export function createCustomers({
  context,
  needs,
  setUp,
  state: phones,
}: Building<CustomersEvent | ConversationsEvent, Needs, CustomersState>): Customers {
  const { conversations, flex, taskRouter } = needs;
  const { workflowSid, proxies } = setUp;
  const starting: Starting = { conversations, flex, workspaceSid: taskRouter.workspace.sid, workflowSid, proxies };
  const reaches = new Map<string, Reach>();
  const reachOf = (address: string): Reach => reaches.get(address) ?? 'on';
  const receiving = createReceiving({ context, conversations, reachOf });
  const threads = threadsOf(needs);

  return {
    phones: () => phones,
    ...threads,
    ...createWriting({ context, ...starting }, threads),
    reach: (customer) => reachOf(addressOf(customer)),
    setReach(customer, reach) {
      const address = addressOf(customer);
      reaches.set(address, reach);
      if (reach === 'on') for (const conversation of threads.threads(customer)) receiving.resume(conversation, address);
      context.events.emit({ type: 'customer.reach', customer });
    },
    type(customer) {
      const conversation = threads.current(customer);
      if (conversation) conversations.type(conversation.sid, addressOf(customer));
    },
  };
}
