/** @jest-environment node */
import { alertBody, type Alert } from '../../../../../serverless-functions/src/parking/domain/alert';
import { sid } from '../../support/fixtures';

const alert: Alert = { kind: 'webhook-was-missing', parkId: 'p1', conversationSid: sid('CH') };
const at = { from: 'x.twil.io', nowMs: 0 };

describe('the text of an alert', () => {
  it('has a line for each, and says how many more there are', () => {
    const { text } = alertBody([alert, { ...alert, kind: 'customer-was-waiting' }], { ...at, more: 7 });
    expect(text.split('\n')).toEqual([
      'Parked conversations (x.twil.io):',
      `• A parked conversation would not have noticed its customer writing. It does again. (${sid('CH')})`,
      `• A customer had written and nobody was told. The conversation has been routed now. (${sid('CH')})`,
      '• And 7 more, which are not listed.',
    ]);
  });

  it.each(['channel-gone', 'routing-refused', 'record-unreadable'] as const)('says what to do about %s', (problem) => {
    const { text } = alertBody([{ ...alert, kind: 'needs-attention', problem }], { ...at, more: 0 });
    expect(text).toMatch(/• A parked conversation needs attention\. .+\. .+\. \(CH/);
  });
});
