/** @jest-environment node */
import { isStale, STALE_AFTER_MS } from '../../../../../serverless-functions/src/parking/domain/stale';
import { parkedRecord, parkingRecord, returningRecord, unparkingRecord } from '../../support/fixtures';

describe('a claim', () => {
  it.each([parkingRecord({ claimedAtMs: 1000 }), unparkingRecord({ claimedAtMs: 1000 })])(
    'of $state is left to its Function for 30 s, and not longer',
    (record) => {
      expect(isStale(record, 1000 + STALE_AFTER_MS - 1)).toBe(false);
      expect(isStale(record, 1000 + STALE_AFTER_MS)).toBe(true);
      expect(STALE_AFTER_MS).toBe(30_000);
    },
  );

  it.each([parkingRecord({ claimedAtMs: 1000 }), unparkingRecord({ claimedAtMs: 1000 })])(
    'of $state that lies in the future is nobody’s, so that a damaged time holds nothing for ever',
    (record) => {
      expect(isStale(record, 1000 - STALE_AFTER_MS + 1)).toBe(false);
      expect(isStale(record, 1000 - STALE_AFTER_MS)).toBe(true);
    },
  );

  it.each([parkedRecord(), returningRecord()])('does not exist in $state, which never goes stale', (record) => {
    expect(isStale(record, Number.MAX_SAFE_INTEGER)).toBe(false);
  });
});
