/** @jest-environment node */
import type { ChangeTimeAnswer } from '../../../serverless-functions/src/contract/park-until';
import type { Outcome } from '../../../plugin-src/flex/functions-client';
import { createChangeTimeCommand } from '../../../plugin-src/parking/commands/change-time';
import { INITIAL_PARKING_STATE } from '../../../plugin-src/parking/state/parking-state';
import { createText } from '../../../plugin-src/parking/strings/text';
import { TRANSLATIONS } from '../../../plugin-src/parking/strings/translations';
import { sid } from './support/fixtures';

const conversationSid = sid('CH');
const backAt = '2026-03-05T09:00:00.000Z';

function aDesk(outcome: Outcome<ChangeTimeAnswer>) {
  const requests: unknown[] = [];
  const notices: unknown[] = [];
  const comingBack: number[] = [];
  const changeTime = createChangeTimeCommand({
    functions: {
      changeTime: (request) => {
        requests.push(request);
        return Promise.resolve(outcome);
      },
    },
    parking: () => INITIAL_PARKING_STATE,
    notify: (id, values) => void notices.push([id, values]),
    text: createText(TRANSLATIONS['en-US'], () => undefined),
    comesBackAt: (atMs) => void comingBack.push(atMs),
    moment: (iso) => `the moment ${iso}`,
    reloadEveryone: () => undefined,
  });
  return { changeTime, requests, notices, comingBack };
}

describe('changing the time of what is parked', () => {
  it('tells the agent when it comes back now, and waits for it', async () => {
    const { changeTime, comingBack, notices, requests } = aDesk({
      ok: true,
      answer: { status: 'changed', conversationSid, backAt },
    });
    await changeTime({ conversationSid, backAt, replies: 'wait' });
    expect(requests).toEqual([{ conversationSid, backAt, replies: 'wait' }]);
    expect(notices).toMatchObject([['ParkInteractionUntilChanged', { when: `the moment ${backAt}` }]]);
    expect(comingBack).toEqual([Date.parse(backAt)]);
  });

  it('sends nothing of a time that is taken away', async () => {
    const { changeTime, notices, requests } = aDesk({ ok: true, answer: { status: 'changed', conversationSid } });
    await changeTime({ conversationSid });
    expect(requests).toEqual([{ conversationSid }]);
    expect(notices).toMatchObject([['ParkInteractionUntilCleared', {}]]);
  });

  it('says that a customer who had written is on their way', async () => {
    const { changeTime, notices } = aDesk({ ok: true, answer: { status: 'returned', conversationSid } });
    await changeTime({ conversationSid });
    expect(notices).toMatchObject([['ParkInteractionUntilChangeReturned', {}]]);
  });

  it('says why nothing was changed', async () => {
    const { changeTime, notices } = aDesk({ ok: false, failure: { code: 'time-not-possible', message: '' } });
    await expect(changeTime({ conversationSid, backAt })).rejects.toMatchObject({ code: 'time-not-possible' });
    expect(notices).toMatchObject([
      ['ParkInteractionUntilChangeFailed', { reason: expect.stringMatching(/90 days ahead/) }],
    ]);
  });

  it('refuses what other plugins may ask for by mistake', async () => {
    const { changeTime, requests } = aDesk({ ok: true, answer: { status: 'changed', conversationSid } });
    await expect(changeTime({ conversationSid: 'CH1' })).rejects.toMatchObject({ code: 'invalid-request' });
    expect(requests).toEqual([]);
  });
});
