/** @jest-environment node */
import { setUp } from './sdk';

const NOT_JSON = ['not json', '', "{'a': 1}", '{"a":1,}'];
/** What clients write that is JSON: escapes, lists, scalars, other scripts, numbers beyond 2^53. */
const JSON_TEXTS = [
  '[]',
  'null',
  '"text"',
  String.raw`{"u":"https:\/\/example.com","n":"l\u00e9a"}`,
  '{"name":"ليلى 🌷"}',
  '{"pageId":17841455607284645}',
];

/** https://www.twilio.com/docs/api/errors/50304 */
describe('attributes in Conversations', () => {
  const everything = async () => {
    const { conversations, users } = setUp().client.conversations.v1;
    const { sid } = await conversations.create();
    const conversation = conversations(sid);
    const participant = await conversation.participants.create({ identity: 'grace' });
    const message = await conversation.messages.create({ body: 'hi' });
    return [
      (attributes: string) => conversation.update({ attributes }),
      (attributes: string) => conversation.participants(participant.sid).update({ attributes }),
      (attributes: string) => conversation.messages(message.sid).update({ attributes }),
      (attributes: string) => users('grace').update({ attributes }),
    ];
  };

  it('that are no JSON are refused with 50304, of Conversation, participant, message and user alike', async () => {
    for (const update of await everything())
      for (const attributes of NOT_JSON)
        await expect(update(attributes)).rejects.toMatchObject({ status: 400, code: 50304 });
  });

  it('that are JSON stay as they were written, to the digit', async () => {
    for (const update of await everything())
      for (const attributes of JSON_TEXTS) expect((await update(attributes)).attributes).toBe(attributes);
  });
});
