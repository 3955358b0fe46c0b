/** @jest-environment node */
import type { WakeLinkAnswer } from '../../../serverless-functions/src/contract/wake-link';
import type { CopyText } from '../../../plugin-src/flex/clipboard';
import type { Outcome } from '../../../plugin-src/flex/functions-client';
import { createCopyWakeLink } from '../../../plugin-src/parking/commands/copy-wake-link';
import { INITIAL_PARKING_STATE } from '../../../plugin-src/parking/state/parking-state';
import { createText } from '../../../plugin-src/parking/strings/text';
import { TRANSLATIONS } from '../../../plugin-src/parking/strings/translations';
import { aListItem, itemsOf, sid } from './support/fixtures';

const conversationSid = sid('CH');
const path = '/webhooks/wake-by-event?token=t';
const GIVEN: Outcome<WakeLinkAnswer> = { ok: true, answer: { status: 'wake-link', conversationSid, path } };

function aDesk(outcome: Outcome<WakeLinkAnswer>, refuses = false) {
  const clipboard: string[] = [];
  const notices: unknown[] = [];
  const copyText: CopyText = async (text) => {
    const copied = await text;
    if (refuses) throw new Error('NotAllowedError');
    clipboard.push(copied);
  };
  const copy = createCopyWakeLink({
    functions: { wakeLink: () => Promise.resolve(outcome) },
    functionsUrl: 'https://parking.twil.io',
    copyText,
    parking: () => ({
      ...INITIAL_PARKING_STATE,
      list: { status: 'ready', items: itemsOf(aListItem()), complete: true },
    }),
    notify: (id, values) => void notices.push([id, values]),
    text: createText(TRANSLATIONS['en-US'], () => undefined),
  });
  return { copy, clipboard, notices };
}

describe('copying a wake link', () => {
  it('puts it into the clipboard at the Functions’ own address, and says whose it is', async () => {
    const { clipboard, copy, notices } = aDesk(GIVEN);
    await copy(conversationSid);
    expect(clipboard).toEqual([`https://parking.twil.io${path}`]);
    expect(notices).toEqual([['ParkInteractionWakeLinkCopied', { customerName: 'Grace' }]]);
  });

  it('says why there is none', async () => {
    const { clipboard, copy, notices } = aDesk({ ok: false, failure: { code: 'wake-links-off', message: '' } });
    await copy(conversationSid);
    expect(clipboard).toEqual([]);
    expect(notices).toEqual([
      [
        'ParkInteractionWakeLinkFailed',
        { customerName: 'Grace', reason: 'Wake links are switched off. Tell an admin.' },
      ],
    ]);
  });

  it('says so when the browser does not allow it', async () => {
    const { clipboard, copy, notices } = aDesk(GIVEN, true);
    await copy(conversationSid);
    expect(clipboard).toEqual([]);
    expect(notices).toMatchObject([['ParkInteractionWakeLinkFailed', { reason: expect.stringMatching(/browser/) }]]);
  });
});
