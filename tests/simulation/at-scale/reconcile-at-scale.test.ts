/** @jest-environment node */
import { builtFunctions } from '../functions/built-functions';
import { reconcileAll } from './reconcile-all';

const TIMEOUT_MS = 60_000;

describe('reconcile of many parked conversations', () => {
  it.each([20, 120])(
    'looks at each of %i healthy ones once, in few calls, and not again soon',
    async (parked) => {
      const measured = await reconcileAll({ parked, agents: 10 }, await builtFunctions());
      expect(measured.callsPerRecord).toBeLessThanOrEqual(5);
      expect(measured.roundsPerRecord).toBeLessThanOrEqual(2);
      expect(measured).toMatchObject({ readTwice: [], lines: [], callsAboutRecordsThen: 0, reports: measured.runs });
    },
    TIMEOUT_MS,
  );
});
