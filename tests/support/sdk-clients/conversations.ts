import { get } from 'node:https';
import { text } from 'node:stream/consumers';
import type { Client, Conversation, Media } from '@twilio/conversations';
import { cue, heard, tell } from './telling';

export interface ConversationsSdk {
  readonly Client: new (token: string) => Client;
}

/** The test is the customer of that conversation, grace. */
export async function conversations(sdk: ConversationsSdk, token: string, sid: string) {
  const client = new sdk.Client(token);
  await new Promise<void>((resolve, reject) => {
    client.on('initialized', resolve);
    client.on('initFailed', ({ error }) => reject(new Error(error?.message)));
  });
  const conversation = await client.getConversationBySid(sid);
  await messages(conversation);
  await people(conversation);
  await readMarks(conversation);
  await attachment(conversation);
  const updated = heard((tell) =>
    conversation.on(
      'updated',
      ({ updateReasons }) => updateReasons.includes('attributes') && tell(conversation.attributes),
    ),
  );
  await conversation.updateAttributes({ topic: 'shoes' });
  tell('attributes', await updated);
  await client.shutdown();
}

async function messages(conversation: Conversation): Promise<void> {
  await conversation.sendMessage('From the SDK');
  // Our own comes back to us, too.
  const customers = heard((tell) =>
    conversation.on('messageAdded', ({ author, body }) => author === 'grace' && tell(body)),
  );
  cue('write');
  tell('heard', await customers);

  const missed = heard((tell) =>
    conversation.on('messageAdded', ({ body }) => body === 'Are you there?' && tell(body)),
  );
  cue('break the connection, then write');
  tell('missed', await missed);
}

async function people(conversation: Conversation): Promise<void> {
  tell('participants', (await conversation.getParticipants()).map(({ identity }) => identity).sort());
  const typing = heard((tell) => conversation.on('typingStarted', ({ identity }) => tell(identity)));
  cue('type');
  tell('typing', await typing);
  await conversation.typing();

  const joined = heard((tell) => conversation.on('participantJoined', ({ identity }) => tell(identity)));
  cue('let somebody join');
  tell('joined', await joined);
  const left = heard((tell) => conversation.on('participantLeft', ({ identity }) => tell(identity)));
  cue('let them leave');
  tell('left', await left);
}

async function readMarks(conversation: Conversation): Promise<void> {
  const advanced = readMark(conversation, 1);
  tell('still unread', await conversation.advanceLastReadMessageIndex(1));
  tell('advanced', await advanced);
  const allRead = readMark(conversation, 2);
  await conversation.setAllMessagesRead();
  tell('all read', await allRead);
  tell('unread', await conversation.getUnreadMessagesCount());
}

/** The client has it from Sync, somewhat later than its own write was answered. */
function readMark(conversation: Conversation, index: number): Promise<number> {
  if (conversation.lastReadMessageIndex === index) return Promise.resolve(index);
  return heard((tell) => conversation.on('updated', () => conversation.lastReadMessageIndex === index && tell(index)));
}

async function attachment(conversation: Conversation): Promise<void> {
  const shown = heard<readonly Media[]>((tell) =>
    conversation.on('messageAdded', ({ body, attachedMedia }) => body === 'With a file' && tell(attachedMedia ?? [])),
  );
  const index = await conversation
    .prepareMessage()
    .setBody('With a file')
    .addMedia({ contentType: 'text/plain', filename: 'size.txt', media: Buffer.from('Size 42') })
    .build()
    .send();
  tell('sent at', index);
  const [media] = await shown;
  tell('attached', [media?.filename, media?.contentType, media?.size]);
  const address = (await media?.getContentTemporaryUrl()) ?? '';
  tell('content', await contentOf(address));
}

function contentOf(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(address, (answer) => void text(answer).then(resolve, reject)).on('error', reject);
  });
}
