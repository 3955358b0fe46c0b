import type { Claim } from '../../flex/claims';
import { COUNTDOWN_MS } from '../state/silence';

export interface CountdownPorts {
  claim: Claim;
  /** Whether the agent can see this page. */
  isInSight: () => boolean;
  now: () => Date;
  schedule: (run: () => void, delayMs: number) => () => void;
  /** Has everything looked at again. */
  look: () => void;
}

type Current =
  | { kind: 'claiming'; taskSid: string }
  /** `dismiss` takes the notice away, as soon as it is shown. */
  | { kind: 'counting'; taskSid: string; sinceMs: number; parkAtMs: number; release: () => void; dismiss?: () => void }
  | { kind: 'parking'; taskSid: string };

/** A tab that nobody sees lets the one in front begin. */
const GIVE_WAY_MS = 1_000;
/** By then the other tab has parked it, or somebody has stopped that. */
const ELSEWHERE_MS = COUNTDOWN_MS + 5_000;

/** One task at a time is counted down or parked by itself, and only in one tab of the browser. */
export class Countdown {
  private current: Current | undefined;
  private readonly elsewhereUntilMs = new Map<string, number>();

  constructor(private readonly ports: CountdownPorts) {}

  /** When the countdown of this task began. */
  sinceMs(taskSid: string): number | undefined {
    return this.current?.kind === 'counting' && this.current.taskSid === taskSid ? this.current.sinceMs : undefined;
  }

  /** Begins, or goes on; `show` shows the notice. Answers when there is more to do. */
  goOn(taskSid: string, parkAtMs: number, show: () => () => void): number {
    const { current } = this;
    if (!current) return this.begin(taskSid);
    if (current.kind !== 'counting' || current.taskSid !== taskSid) return Infinity;
    if (current.dismiss && current.parkAtMs === parkAtMs) return parkAtMs;
    current.dismiss?.();
    this.current = { ...current, sinceMs: parkAtMs - COUNTDOWN_MS, parkAtMs, dismiss: show() };
    return parkAtMs;
  }

  stop(taskSid: string): void {
    this.stopIf((each) => each === taskSid);
  }

  stopIf(isOver: (taskSid: string) => boolean): void {
    const { current } = this;
    if (!current || current.kind === 'parking' || !isOver(current.taskSid)) return;
    this.current = undefined;
    if (current.kind === 'counting') end(current);
    this.ports.look();
  }

  /** Runs `park`, which does not reject, unless it is another task's turn or another tab's; answers when to look again. */
  park(taskSid: string, park: () => Promise<void>): number {
    const { current } = this;
    if (current?.kind === 'counting' && current.taskSid === taskSid) {
      current.dismiss?.();
      void this.run(taskSid, park, current.release);
      return Infinity;
    }
    const elsewhere = this.elsewhereMs(taskSid);
    if (current || elsewhere !== undefined) return elsewhere ?? Infinity;
    this.current = { kind: 'parking', taskSid };
    void this.claim(taskSid).then((release) => (release ? this.run(taskSid, park, release) : this.leave()));
    return Infinity;
  }

  private begin(taskSid: string): number {
    const elsewhere = this.elsewhereMs(taskSid);
    if (elsewhere !== undefined) return elsewhere;
    const claiming: Current = { kind: 'claiming', taskSid };
    this.current = claiming;
    this.ports.schedule(
      () => {
        if (this.current !== claiming) return;
        void this.claim(taskSid).then((release) => {
          if (this.current !== claiming) return release?.();
          if (!release) return this.leave();
          const sinceMs = this.ports.now().getTime();
          this.current = { kind: 'counting', taskSid, sinceMs, parkAtMs: sinceMs + COUNTDOWN_MS, release };
          this.ports.look();
        });
      },
      this.ports.isInSight() ? 0 : GIVE_WAY_MS,
    );
    return Infinity;
  }

  private async claim(taskSid: string): Promise<(() => void) | undefined> {
    const release = await this.ports.claim(`park-interaction.auto-park.${taskSid}`);
    if (!release) this.elsewhereUntilMs.set(taskSid, this.ports.now().getTime() + ELSEWHERE_MS);
    return release;
  }

  private async run(taskSid: string, park: () => Promise<void>, release: () => void): Promise<void> {
    this.current = { kind: 'parking', taskSid };
    await park();
    release();
    this.leave();
  }

  private leave(): void {
    this.current = undefined;
    this.ports.look();
  }

  private elsewhereMs(taskSid: string): number | undefined {
    const untilMs = this.elsewhereUntilMs.get(taskSid);
    return untilMs !== undefined && untilMs > this.ports.now().getTime() ? untilMs : undefined;
  }
}

function end({ dismiss, release }: Extract<Current, { kind: 'counting' }>): void {
  dismiss?.();
  release();
}
