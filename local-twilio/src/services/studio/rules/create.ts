import type { Building } from '../../../kernel/service';
import type { Conversations } from '../../conversations/commands';
import type { Conversation, Message, ScopedWebhook } from '../../conversations/entities';
import { messageFields, type ConversationsEvent } from '../../conversations/events';
import type { Studio } from '../commands';
import type { Execution } from '../entities';
import { createRunner } from './execution';
import { createFlows } from './flows';
import type { StudioState } from '../state';

export interface Needs {
  readonly conversations: Conversations;
}

/** What `trigger.conversation` holds: the fields of the event. */
function variablesOf(conversation: Conversation, message: Message): Record<string, string> {
  const fields = { ConversationSid: conversation.sid, ...messageFields(conversation, message) };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`trigger.conversation.${name}`, value]));
}

/** Runs flows for conversations: an execution per message, unless one is active. */
export function createStudio({ context, needs, state }: Building<ConversationsEvent, Needs, StudioState>): Studio {
  const { events, switches } = context;
  const runner = createRunner(context, needs.conversations);
  const executions: Execution[] = [];

  const isActive = (flowSid: string, { sid }: Conversation) =>
    executions.some((other) => other.flowSid === flowSid && other.conversationSid === sid && other.status === 'active');

  const start = ({ flowSid }: ScopedWebhook, conversation: Conversation, message: Message) => {
    const flow = flowSid === null ? null : state.flows.get(flowSid)?.published;
    const first = flow?.states.find(({ name }) => name === flow.initial_state);
    if (flowSid === null || !flow || !first || isActive(flowSid, conversation)) return;
    const execution: Execution = { flowSid, conversationSid: conversation.sid, steps: [], status: 'active' };
    executions.push(execution);
    runner.enter({ flow, execution, variables: variablesOf(conversation, message) }, first);
  };

  events.on({
    'conversation.message.added'({ conversation, message, webhooks }) {
      if (!webhooks) return;
      for (const webhook of conversation.webhooks.values())
        if (webhook.target === 'studio') start(webhook, conversation, message);
    },
    'conversation.webhook.added'({ conversation, webhook }) {
      const { replayAfter } = webhook;
      if (webhook.target !== 'studio' || replayAfter === null) return;
      for (const message of conversation.messages.filter(({ index }) => index > replayAfter))
        if (switches.replayAfterOnCreate === 'replays') start(webhook, conversation, message);
    },
  });

  return {
    ...createFlows(context, state),
    executions: () => executions,
    state: () => state,
  };
}
