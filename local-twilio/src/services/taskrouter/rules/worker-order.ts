import { invalidParameter } from '../../../kernel/errors';
import { readAttributes, type Worker } from '../entities';

interface Clause {
  readonly path: readonly string[];
  readonly direction: 1 | -1;
}

const clausePattern = /^worker\.([\w$]+(?:\.[\w$]+|\[\d+\])*)(?:\s+(asc|desc))?$/i;

/** `worker.finance ASC, worker.levels.support DESC`: https://www.twilio.com/docs/taskrouter/order-workers */
export function parseOrder(text: string): readonly Clause[] {
  return text.split(',').map((clause) => {
    const [, path, direction] = clausePattern.exec(clause.trim()) ?? [];
    if (path === undefined) throw invalidParameter(`Cannot read the order ${text}`);
    return {
      path: path.replace(/\[(\d+)\]/g, '.$1').split('.'),
      direction: direction?.toLowerCase() === 'desc' ? -1 : 1,
    };
  });
}

function valueOf(worker: Worker, path: readonly string[]): number | null {
  const value = path.reduce<unknown>(
    (held, key) => (typeof held === 'object' && held !== null ? Reflect.get(held, key) : undefined),
    readAttributes(worker.attributes),
  );
  return typeof value === 'number' ? value : null;
}

/** By the clauses in turn; who lacks the number comes last. Who has been idle for longest breaks a tie. */
export function inOrder(
  workers: readonly Worker[],
  orderBy: string | null,
  idleSince: (worker: Worker) => number,
): readonly Worker[] {
  const clauses = orderBy === null ? [] : parseOrder(orderBy);
  return [...workers].sort((one, other) => {
    for (const { path, direction } of clauses) {
      const [left, right] = [valueOf(one, path), valueOf(other, path)];
      if (left === right) continue;
      if (left === null || right === null) return left === null ? 1 : -1;
      return (left - right) * direction;
    }
    return idleSince(one) - idleSince(other);
  });
}
