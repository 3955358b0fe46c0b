/** @jest-environment node */
import { manyParked, slowTwilio } from './many-parked';

describe('reconcile while Twilio is slow', () => {
  it('looks at every parked conversation in the end, also at the last ones of a page', async () => {
    const desk = await manyParked(50);
    const seen = slowTwilio(desk, 200);
    for (let run = 0; run < 20; run += 1) await desk.reconcileLater();
    expect(seen.size).toBe(50);
  });
});
