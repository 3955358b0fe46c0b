import type { Context as KernelContext } from '../../kernel/context';
import type { ConversationsEvent } from '../conversations/events';

/** It tells nothing; it hears of Conversations. */
export type Context = KernelContext<ConversationsEvent>;
