import http from 'node:http';
import { NUMBER_HEADER } from './messages';

/** A request for a Function. */
export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: http.OutgoingHttpHeaders;
  readonly body: Buffer;
}

export type Outcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: http.IncomingHttpHeaders;
      readonly body: Buffer;
    }
  /** The Function took longer than it may. */
  | { readonly kind: 'late' }
  /** The process ended while the Function ran. */
  | { readonly kind: 'lost' }
  /** Nothing of the Function ran: another container may. */
  | { readonly kind: 'not-begun' };

/** A request on its way to a container. */
export interface Asking {
  readonly outcome: Promise<Outcome>;
  /** From now on the Function may run, and no longer than it may. */
  begin(): void;
  /** Takes it back, if it has not begun. */
  takeBack(): void;
}

export interface AskingOptions {
  readonly socketPath: string;
  readonly number: string;
  /** How long the Function may run. */
  readonly timeoutMs: number;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function ask({ method, url, headers, body }: Asked, { socketPath, number, timeoutMs }: AskingOptions): Asking {
  let begun = false;
  let timer: NodeJS.Timeout | undefined;
  let settle: (outcome: Outcome) => void = () => undefined;
  const outcome = new Promise<Outcome>((resolve) => (settle = resolve)).finally(() => clearTimeout(timer));
  const lost = () => settle({ kind: begun ? 'lost' : 'not-begun' });

  const numbered = { ...headers, [NUMBER_HEADER]: number };
  const request = http.request({ socketPath, agent: false, method, path: url, headers: numbered });
  request.on('error', lost);
  request.on('response', (answer) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('error', lost);
    answer.on('end', () => {
      const { statusCode: status = 500, headers: answered } = answer;
      settle({ kind: 'answered', status, headers: answered, body: Buffer.concat(parts) });
    });
  });
  request.end(body);

  return {
    outcome,
    begin() {
      begun = true;
      const giveUp = () => {
        settle({ kind: 'late' });
        request.destroy();
      };
      timer = setTimeout(giveUp, Math.min(timeoutMs, LONGEST_TIMER_MS));
    },
    takeBack() {
      if (!begun) request.destroy(new Error('Another container takes it'));
    },
  };
}
