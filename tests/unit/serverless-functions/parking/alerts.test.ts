/** @jest-environment node */
import type { Alert } from '../../../../serverless-functions/src/parking/domain/alert';
import { tell } from '../../../../serverless-functions/src/parking/upkeep/tell';
import { sid } from '../support/fixtures';
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

  it('is not sent for a webhook that only moves to another domain of the Functions', async () => {
    const desk = await parkedDesk();
    for (const [key, webhook] of desk.world.webhooks)
      desk.world.webhooks.set(key, { ...webhook, functionsDomain: 'old.twil.io' });
    expect(await desk.reconcileLater()).toMatchObject({ repairs: [{ what: 'webhook created' }] });
    expect(desk.world.alertsSent).toEqual([]);
  });

  it('does not say that a conversation has been routed of which Twilio gave no answer, until it is', async () => {
    const desk = await parkedDesk();
    writes(desk.world);
    desk.faults.fail('interactions.invite', 'lost-request');
    expect(await desk.reconcileLater()).toMatchObject({
      repairs: [{ what: 'the customer was waiting: unconfirmed' }],
    });
    expect(desk.world.alertsSent).toEqual([]);
    await desk.reconcileLater();
    await desk.reconcileLater();
    expect(kindsSent(desk)).toEqual([['customer-was-waiting']]);
  });

  it('does not say that a conversation has been routed that was closed instead', async () => {
    const desk = await parkedDesk();
    writes(desk.world);
    desk.world.channelFailed = true;
    expect(await desk.reconcileLater()).toMatchObject({ repairs: [{ what: 'the customer was waiting: closed' }] });
    expect(desk.world.alertsSent).toEqual([]);
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

  it('is told in the next run when it could not be sent in this one', async () => {
    const desk = await parkedDesk();
    writes(desk.world);
    desk.faults.fail('interactions.invite', 'not-found', 99);
    desk.faults.fail('alertPost.send', 'unavailable');
    await desk.reconcileLater();
    expect(kindsSent(desk)).toEqual([]);
    await desk.reconcileLater();
    expect(kindsSent(desk)).toEqual([['needs-attention']]);
  });

  it('is told once the Functions have a secret to sign it with', async () => {
    const desk = await parkedDesk();
    desk.world.hasAlertSecret = false;
    writes(desk.world);
    desk.faults.fail('interactions.invite', 'not-found', 99);
    await desk.reconcileLater();
    expect(desk.faults.calls).not.toContain('alertsTold.note');
    desk.world.hasAlertSecret = true;
    await desk.reconcileLater();
    expect(kindsSent(desk)).toEqual([['needs-attention']]);
  });

  it('leaves noted what others had told before, when it cannot be sent', async () => {
    const desk = await parkedDesk();
    const conversationSid = CONVERSATION;
    const [told, news] = (['needs-attention', 'webhook-was-missing'] as const).map(
      (kind): Alert => ({ kind, parkId: 'p1', conversationSid }),
    );
    await tell(desk.ports, told ? [told] : []);
    desk.faults.fail('alertPost.send', 'unavailable');
    await tell(desk.ports, told && news ? [told, news] : []);
    expect([...desk.world.alertsTold]).toEqual(['p1_needs-attention']);
  });

  it('tells what is new, however much is known already, and counts what it does not list', async () => {
    const desk = await parkedDesk();
    const alerts = Array.from(
      { length: 45 },
      (_, nth): Alert => ({ kind: 'needs-attention', parkId: `p${nth}`, conversationSid: sid('CH', nth) }),
    );
    await tell(desk.ports, alerts.slice(0, 20));
    await tell(desk.ports, alerts.slice(0, 21));
    await tell(desk.ports, alerts);
    const sent = desk.world.alertsSent.map(({ body }) => body);
    expect(sent.map((body) => body.alerts.length)).toEqual([20, 1, 20]);
    expect(sent[1]?.alerts[0]?.parkId).toBe('p20');
    expect(sent.map(({ text }) => /And \d+ more/.exec(text)?.[0])).toEqual([undefined, undefined, 'And 4 more']);
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
