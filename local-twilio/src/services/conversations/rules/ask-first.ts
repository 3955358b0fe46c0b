import type { Conversations } from '../commands';
import type { Conversation, Origin, PreEventType } from '../entities';
import type { Context } from '../events';
import type { ConversationStore } from '../store';
import { consult, targetsOf, type Modified } from './pre-action';

export type Commands = Omit<Conversations, 'asking'>;

interface Change<Input, Result> {
  readonly eventType: PreEventType;
  readonly by: Origin;
  readonly input: Input;
  /** What of the input an answer may change. */
  readonly may: readonly (keyof Modified)[];
  readonly fields: (input: Input) => Readonly<Record<string, string>>;
  readonly run: (input: Input) => Result;
}

/** Does a change once the webhooks that are to be asked have let it pass: at once if there are none. */
export type AskFirst = <Input extends object, Result>(change: Change<Input, Result>) => Result | Promise<Result>;

function merged<Input extends object>(input: Input, changed: Modified, may: readonly (keyof Modified)[]): Input {
  const taken = may.flatMap((name) => (changed[name] === undefined ? [] : [[name, changed[name]]]));
  return { ...input, ...Object.fromEntries(taken) };
}

export const about = ({ serviceSid, sid }: Conversation) => ({ ChatServiceSid: serviceSid, ConversationSid: sid });

/** The entity as it would be. */
export const over = <Entity extends object>(entity: Entity, changes: object): Entity => ({
  ...entity,
  ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
});

export function createAskFirst(context: Context, store: ConversationStore): AskFirst {
  return ({ eventType, by, input, may, fields, run }) => {
    const targets = targetsOf(store, eventType, by);
    if (targets.length === 0) return run(input);
    const question = { eventType, by, fields: (changed: Modified) => fields(merged(input, changed, may)) };
    return consult(context, targets, question).then((changed) => run(merged(input, changed, may)));
  };
}
