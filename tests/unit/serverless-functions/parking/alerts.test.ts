/** @jest-environment node */
import { DOMAIN } from './fake-ports';
import { recordOf, SETTINGS, writes } from './fake-world';
import { CONVERSATION, openDesk, type Desk } from './parking-desk';

const URL = 'https://chat.example.com/hook';

async function parkedDesk(alertUrl: string | null = URL) {
  const desk = openDesk();
  desk.world.settings = { ...SETTINGS, alertUrl };
  await desk.park();
  return desk;
}

const kindsSent = ({ world }: Desk) => world.alertsSent.map(({ body }) => body.alerts.map(({ kind }) => kind));

/** Twilio refuses the invite for good, so that a person has to look. */
async function inNeedOfAPerson(alertUrl: string | null = URL) {
  const desk = await parkedDesk(alertUrl);
  writes(desk.world);
  desk.faults.fail('interactions.invite', 'not-found', 99);
  await desk.reconcileLater();
  return desk;
}

describe('an alert', () => {
  it('tells that a customer was waiting whom nobody had been told of', async () => {
    const desk = await parkedDesk();
    const parkId = recordOf(desk.world)?.park.parkId;
    writes(desk.world);
    await desk.reconcileLater();
    expect(desk.world.alertsSent).toEqual([
      {
        url: URL,
        body: {
          text: `Parked conversations (${DOMAIN}):\n• A customer had written and nobody was told. The conversation has been routed now. (${CONVERSATION})`,
          from: DOMAIN,
          at: expect.stringMatching(/^20.+Z$/),
          alerts: [{ kind: 'customer-was-waiting', parkId, conversationSid: CONVERSATION }],
        },
      },
    ]);
  });

  it('tells that a conversation had lost its webhook', async () => {
    const desk = await parkedDesk();
    desk.world.webhooks.clear();
    await desk.reconcileLater();
    expect(kindsSent(desk)).toEqual([['webhook-was-missing']]);
  });

  it('tells what needs attention and why, once, however often it is found', async () => {
    const desk = await inNeedOfAPerson();
    await desk.reconcileLater();
    await desk.reconcileLater();
    const told = desk.world.alertsSent.filter(({ body }) => body.text.includes('needs attention'));
    expect(told).toHaveLength(1);
    expect(told[0]?.body.alerts).toContainEqual(
      expect.objectContaining({ kind: 'needs-attention', problem: 'channel-gone' }),
    );
    expect(told[0]?.body.text).toContain('Twilio has given up its channel, so nothing can bring it back.');
  });

  it('tells what needs attention while its customer waits: in the run that could not route it', async () => {
    const desk = await inNeedOfAPerson();
    expect(desk.world.invites).toEqual([]);
    expect(kindsSent(desk)).toEqual([['needs-attention']]);
  });

  it('does not say that nothing can bring back what has just been routed', async () => {
    const desk = await inNeedOfAPerson();
    desk.faults.fail('interactions.invite', 'not-found', 0);
    expect(await desk.reconcileLater()).toMatchObject({
      repairs: [{ what: 'the customer was waiting: routed' }],
      needsAPerson: [],
    });
    expect(kindsSent(desk)).toEqual([['needs-attention'], ['customer-was-waiting']]);
  });

  it('does not say of a record that was written anew with its routing that it cannot be read', async () => {
    const desk = await parkedDesk();
    const [document] = desk.world.documents.values();
    if (document) document.data = { ...recordOf(desk.world), state: 'of-another-version' };
    writes(desk.world);
    await desk.reconcileLater();
    expect(desk.world.invites).toHaveLength(1);
    expect(kindsSent(desk)).toEqual([['customer-was-waiting']]);
  });

  it('tells of a record that cannot be read', async () => {
    const desk = await parkedDesk();
    const [document] = desk.world.documents.values();
    if (document) document.data = { version: 99 };
    await desk.reconcileLater();
    expect(desk.world.alertsSent[0]?.body.alerts).toMatchObject([
      { kind: 'needs-attention', problem: 'record-unreadable', conversationSid: CONVERSATION },
    ]);
  });

  it('is not sent where nobody wants any, nor where all is well', async () => {
    const desk = await inNeedOfAPerson(null);
    await desk.reconcileLater();
    expect(desk.world.alertsSent).toEqual([]);
    expect([...desk.world.alertsTold]).toEqual([]);
    const well = await parkedDesk();
    await well.reconcileLater();
    expect(well.world.alertsSent).toEqual([]);
  });

  it.each(['alertPost.send', 'alertsTold.note', 'settings.current'] as const)(
    'is in nobody’s way when %s fails: what was repaired is repaired, and answered',
    async (call) => {
      const desk = await parkedDesk();
      writes(desk.world);
      desk.faults.fail(call, 'unavailable', 9);
      expect(await desk.reconcileLater()).toMatchObject({
        status: 'reconciled',
        repairs: [{ what: 'the customer was waiting: routed' }],
      });
      expect(desk.world.alertsSent).toEqual([]);
      expect(desk.world.log.join('\n')).toContain('"step":"alert","outcome":"failed"');
    },
  );
});
