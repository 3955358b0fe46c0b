import { BOARD_MAP } from '../../serverless-functions/src/contract/board';
import type { SyncClientPort, SyncMapPort } from './parked-interactions-map';

export interface BoardSignalPorts {
  client: Pick<SyncClientPort, 'map'>;
  /** Reads the board anew. */
  reload: () => void;
  /** Calls `run` after the delay; the answer cancels it. */
  schedule: (run: () => void, delayMs: number) => () => void;
  now: () => Date;
}

/** The change is written while we are told of it. */
const LET_IT_BE_WRITTEN_MS = 300;
/** On a busy floor something changes all the time; a whole board is not read more often than this. */
const AT_MOST_EVERY_MS = 3_000;

/** Reads the board again as soon as Sync says that something changed. Where it cannot, nothing happens. */
export class BoardSignal {
  private map: SyncMapPort | undefined;
  private opening = false;
  private watching = false;
  private cancel: (() => void) | undefined;
  private readAtMs = 0;

  constructor(private readonly ports: BoardSignalPorts) {}

  start(): void {
    this.watching = true;
  }

  /** To be called after each reading: the first reading of all makes the map that is listened to. */
  async listen(): Promise<void> {
    if (!this.watching || this.map || this.opening) return;
    this.opening = true;
    try {
      const map = await this.ports.client.map({ id: BOARD_MAP, mode: 'open_existing' });
      map.on('itemUpdated', () => this.changed());
      if (this.watching) this.map = map;
      else map.close();
    } catch {
      // The board looks again now and then by itself, and we try again then.
    } finally {
      this.opening = false;
    }
  }

  stop(): void {
    this.watching = false;
    this.cancel?.();
    this.cancel = undefined;
    this.map?.close();
    this.map = undefined;
  }

  /** However many changes come meanwhile, one reading shows them all. */
  private changed(): void {
    if (this.cancel || !this.watching) return;
    const pauseMs = this.readAtMs + AT_MOST_EVERY_MS - this.ports.now().getTime();
    this.cancel = this.ports.schedule(
      () => {
        this.cancel = undefined;
        this.readAtMs = this.ports.now().getTime();
        this.ports.reload();
      },
      Math.max(LET_IT_BE_WRITTEN_MS, pauseMs),
    );
  }
}
