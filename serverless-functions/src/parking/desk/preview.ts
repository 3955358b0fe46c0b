import type { PreviewAnswer, PreviewMessage, PreviewRequest } from '../../contract/preview';
import { mayActOnAll, type Caller } from '../caller';
import { userNameOf } from '../domain/identity';
import { authorOf } from '../domain/messages';
import type { Park } from '../domain/record';
import { ParkingError } from '../errors';
import type { Ports } from '../ports';
import { isUnreadable } from '../record-port';
import type { FullMessage } from '../domain/messages';

/** The last messages of a parked conversation, for those who may unpark it. Nothing is stored. */
export async function preview(
  ports: Ports,
  request: PreviewRequest,
  verifying: Promise<Caller>,
): Promise<PreviewAnswer> {
  const { conversationSid } = request;
  const reading = ports.records.read(conversationSid);
  reading.catch(() => undefined);
  const caller = await verifying;
  const found = await reading;
  if (!found) throw new ParkingError('not-parked');
  if (isUnreadable(found)) throw new ParkingError('record-unreadable');
  const { park } = found.record;
  if (park.agent.workerSid !== caller.workerSid && !mayActOnAll(caller)) throw new ParkingError('not-your-park');
  const { messages, complete } = await ports.conversations.readMessages(conversationSid);
  const shown = messages.map((message) => shownOf(park, message)).reverse();
  return { status: 'preview', conversationSid, messages: shown, more: !complete };
}

function shownOf(park: Park, message: FullMessage): PreviewMessage {
  const { index, body, hasMedia, atMs } = message;
  const at = new Date(atMs).toISOString();
  return { index, body, hasMedia, at, from: fromOf(park, message), author: userNameOf(message.author) };
}

function fromOf(park: Park, message: FullMessage): PreviewMessage['from'] {
  if (authorOf(message, park) === 'customer') return 'customer';
  return message.author === park.agent.identity ? 'agent' : 'other';
}
