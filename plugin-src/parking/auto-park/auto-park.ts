import { lastWords } from '../../flex/conversation';
import type { OpenTask } from '../../flex/open-tasks';
import type { TaskTimes } from '../../flex/task-times';
import { silenceStep } from '../state/silence';
import { expiryStep, type ExpiryFacts } from '../state/task-expiry';
import { Countdown, type CountdownPorts } from './countdown';

/** Why a conversation is parked by itself. */
export type Why = 'silence' | 'expiry';

export interface AutoParkPorts extends Omit<CountdownPorts, 'look'> {
  openTasks: () => OpenTask[];
  /** null: never because of silence. */
  parkAfterMs: (open: OpenTask) => number | null;
  beforeTaskExpires: ExpiryFacts['beforeTaskExpires'];
  /** Whether the Park button is there and can be pressed, as far as that is known without asking. */
  mayPark: (open: OpenTask) => boolean;
  /** Whether the customer is alone with the agent; false, too, while that is being found out. */
  isAlone: (open: OpenTask) => boolean;
  isWriting: (conversationSid: string) => boolean;
  /** Rejects when it is refused. */
  park: (open: OpenTask, why: Why) => Promise<void>;
  /** Shows the notice; the answer takes it away. */
  showCountdown: (open: OpenTask, of: { parkAtMs: number; quietSinceMs: number; keep: () => void }) => () => void;
  showExpiry: (open: OpenTask, parksAtMs: number | undefined) => () => void;
  /** When the agent said Keep, by task. */
  kept: TaskTimes;
  /** When the agent was told that the task expires. */
  told: TaskTimes;
}

/** A computer that slept, or a clock that was set, is noticed within this time. */
const LOOK_AT_LEAST_EVERY_MS = 5 * 60_000;

/** Parks by itself what nobody attends to. One timer, to the next moment at which there is something to do. */
export class AutoPark {
  private readonly countdown: Countdown;
  private readonly refusedAtMs = new Map<string, number>();
  private readonly expiryNotices = new Map<string, () => void>();
  private cancel = () => {};
  private isQueued = false;
  private isStopped = false;

  constructor(private readonly ports: AutoParkPorts) {
    this.countdown = new Countdown({ ...ports, look: () => this.look() });
  }

  /** To be called whenever something may have changed. */
  look(): void {
    if (this.isQueued) return;
    this.isQueued = true;
    queueMicrotask(() => {
      this.isQueued = false;
      this.lookNow();
    });
  }

  stop(): void {
    this.isStopped = true;
    this.cancel();
    this.countdown.stopIf(() => true);
  }

  private lookNow(): void {
    this.cancel();
    if (this.isStopped) return;
    const open = this.ports.openTasks();
    this.forgetGone(open);
    if (open.length === 0) return;
    const next = Math.min(...open.flatMap((each) => [this.tendExpiry(each), this.tendSilence(each)]));
    const delayMs = Math.min(Math.max(0, next - this.nowMs()), LOOK_AT_LEAST_EVERY_MS);
    this.cancel = this.ports.schedule(() => this.lookNow(), delayMs);
  }

  /** Answers when there is more to do, as below. */
  private tendExpiry(open: OpenTask): number {
    const { beforeTaskExpires, told } = this.ports;
    const { taskSid } = open.target;
    const step = expiryStep({
      ...this.factsOf(open),
      beforeTaskExpires,
      createdAtMs: open.createdAtMs,
      wasTold: told.get(taskSid) !== undefined,
      refusedAtMs: this.refusedAtMs.get(taskSid),
    });
    switch (step.kind) {
      case 'nothing':
        return Infinity;
      case 'wait':
        return step.untilMs;
      case 'tell':
        told.set(taskSid, this.nowMs());
        this.expiryNotices.set(taskSid, this.ports.showExpiry(open, step.parksAtMs));
        return step.parksAtMs ?? Infinity;
      case 'park':
        return this.ports.isAlone(open) ? this.park(open, 'expiry') : Infinity;
    }
  }

  private tendSilence(open: OpenTask): number {
    const { kept, parkAfterMs } = this.ports;
    const { taskSid } = open.target;
    const words = open.conversation && lastWords(open.conversation);
    const times = [kept.get(taskSid) ?? [], this.refusedAtMs.get(taskSid) ?? []].flat();
    const step = silenceStep({
      ...this.factsOf(open),
      parkAfterMs: parkAfterMs(open),
      lastWords: words,
      keptAtMs: times.length > 0 ? Math.max(...times) : undefined,
      countingSinceMs: this.countdown.sinceMs(taskSid),
    });
    const isDue = step.kind === 'count-down' || step.kind === 'park';
    if (!isDue || !this.ports.isAlone(open)) {
      this.countdown.stop(taskSid);
      return step.kind === 'wait' ? step.untilMs : Infinity;
    }
    if (step.kind === 'park') return this.park(open, 'silence');
    const { parkAtMs } = step;
    return this.countdown.goOn(taskSid, parkAtMs, () =>
      this.ports.showCountdown(open, {
        parkAtMs,
        quietSinceMs: words?.atMs ?? this.nowMs(),
        keep: () => {
          kept.set(taskSid, this.nowMs());
          this.look();
        },
      }),
    );
  }

  private factsOf(open: OpenTask) {
    return {
      nowMs: this.nowMs(),
      mayPark: this.ports.mayPark(open),
      isWriting: this.ports.isWriting(open.target.conversationSid),
      cameAtMs: open.cameAtMs,
    };
  }

  private park(open: OpenTask, why: Why): number {
    const { taskSid } = open.target;
    return this.countdown.park(taskSid, () =>
      this.ports.park(open, why).catch(() => void this.refusedAtMs.set(taskSid, this.nowMs())),
    );
  }

  private forgetGone(open: readonly OpenTask[]): void {
    const isGone = (taskSid: string) => !open.some(({ target }) => target.taskSid === taskSid);
    for (const [taskSid, dismiss] of this.expiryNotices) {
      if (!isGone(taskSid)) continue;
      this.expiryNotices.delete(taskSid);
      dismiss();
    }
    this.countdown.stopIf(isGone);
  }

  private nowMs(): number {
    return this.ports.now().getTime();
  }
}
