import type { InteractionRecord } from '../parking/domain/record';
import type { Board, Records } from '../parking/ports';

/** What a board shows changes with these; on the way from one to the other a row stays as it is. */
const SETTLED: readonly InteractionRecord['state'][] = ['parked', 'returning'];

/**
 * Records whose changes the supervisors' boards are told of. Beside the write and not after it: nobody waits longer for
 * that, and a board that hears of a write a moment early waits before it looks.
 */
export function announced(records: Records, board: Pick<Board, 'changed'>): Records {
  const beside = async <Result>(writing: Promise<Result>, shown: boolean): Promise<Result> => {
    const [result] = await Promise.all([writing, shown ? board.changed() : undefined]);
    return result;
  };
  const isSettled = ({ state }: InteractionRecord) => SETTLED.includes(state);
  return {
    ...records,
    create: (record) => beside(records.create(record), isSettled(record)),
    replace: (stored, record) => beside(records.replace(stored, record), isSettled(record)),
    // What is on its way back has gone from the boards before.
    remove: (stored) => beside(records.remove(stored), stored.record.state !== 'returning'),
  };
}
