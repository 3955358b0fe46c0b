import { isClosingRemark, mayAsk } from '../domain/closing-remark/closing-remark';
import { authorOf } from '../domain/messages';
import type { InteractionRecord, Park } from '../domain/record';
import { codeOf } from '../errors';
import type { Ports } from '../ports';
import type { FullMessage } from '../domain/messages';
import { customerWrote } from '../truth';
import type { WakeMessage } from './wake';

/**
 * The message's index, when it is a closing remark that may wait: the customer wrote nothing else, for what another
 * delivery should have told may have been lost on its way, and nobody had asked them anything.
 */
export async function loneRemark(
  ports: Ports,
  { index, said }: Pick<WakeMessage, 'index' | 'said'>,
  { park, state }: InteractionRecord,
): Promise<number | undefined> {
  if (state !== 'parked' || park.remarksWaitMs === undefined || index === undefined) return undefined;
  if (!isClosingRemark(said)) return undefined;
  try {
    const newest = await ports.conversations.readMessages(park.conversationSid);
    const besideIt = { ...park, remark: { index, atMs: 0, untilMs: 0 } };
    if (await customerWrote(ports, besideIt, newest)) return undefined;
    return isAnswer(newest.messages, { index, park }) ? undefined : index;
  } catch (error) {
    ports.log('closing-remark', 'in-doubt', { reason: codeOf(error) });
    return undefined;
  }
}

/** Since the customer last wrote before it, somebody may have asked them something. Messages are newest first. */
function isAnswer(messages: readonly FullMessage[], { index, park }: { index: number; park: Park }): boolean {
  const before = messages.filter((message) => message.index < index);
  const theirs = before.findIndex((message) => authorOf(message, park) === 'customer');
  return before.slice(0, theirs < 0 ? undefined : theirs).some(({ body }) => mayAsk(body));
}
