import type { ChangeTimeRequest } from '../../../../serverless-functions/src/contract/park-until';
import type { Destination } from '../../../../serverless-functions/src/contract/unpark';
import type { ParkRequest } from '../../../../serverless-functions/src/contract/park';
import type { Caller } from '../../../../serverless-functions/src/parking/caller';
import { changeTime } from '../../../../serverless-functions/src/parking/desk/change-time';
import { wakeLink } from '../../../../serverless-functions/src/parking/desk/wake-link';
import { park } from '../../../../serverless-functions/src/parking/park/park';
import { reconcile } from '../../../../serverless-functions/src/parking/upkeep/reconcile';
import { taskEvents, type TaskEvent } from '../../../../serverless-functions/src/parking/upkeep/task-event';
import { unpark } from '../../../../serverless-functions/src/parking/unpark/unpark';
import { wakeByEvent, type WakeEvent } from '../../../../serverless-functions/src/parking/unpark/wake-by-event';
import { wake, type WakeMessage } from '../../../../serverless-functions/src/parking/unpark/wake';
import type { TaskSid } from '../../../../serverless-functions/src/contract/sids';
import { ADA, PARKED_TASK, sid } from '../support/fixtures';
import { createPorts } from './fake-ports';
import { createWorld } from './fake-world';
import { createFaults } from './faults';

export const CONVERSATION = sid('CH');

/** Destinations that need no SID. */
type Named = Exclude<Destination['routeTo'], 'worker' | 'queue'>;

/** A world with its faults, and what people and Twilio ask of the Functions; each request is an invocation. */
export function openDesk() {
  const world = createWorld();
  const faults = createFaults();
  const ports = createPorts(world, faults);
  const start = () => {
    faults.forgetLostAnswers();
    faults.calls.length = 0;
  };
  const desk = {
    world,
    faults,
    ports,
    park(caller: Caller = ADA, hints: Partial<ParkRequest> = {}) {
      start();
      const channel = { interactionSid: sid('KD'), channelSid: sid('UO'), conversationSid: CONVERSATION };
      const request = { taskSid: PARKED_TASK, lastSeenMessageIndex: 3, ...channel, ...hints };
      return park(ports, request, Promise.resolve(caller));
    },
    unpark(caller: Caller = ADA, to: Named | Destination = 'me') {
      start();
      const destination = typeof to === 'string' ? { routeTo: to } : to;
      return unpark(ports, { conversationSid: CONVERSATION, ...destination }, Promise.resolve(caller));
    },
    changeTime(request: Omit<ChangeTimeRequest, 'conversationSid'>, caller: Caller = ADA) {
      start();
      return changeTime(ports, { conversationSid: CONVERSATION, ...request }, Promise.resolve(caller));
    },
    wakeLink(caller: Caller = ADA) {
      start();
      return wakeLink(ports, { conversationSid: CONVERSATION }, Promise.resolve(caller));
    },
    event(event: WakeEvent) {
      start();
      return wakeByEvent(ports, event);
    },
    wake(message: WakeMessage) {
      start();
      return wake(ports, message);
    },
    /** `said`: what else the event tells. */
    taskEvent(what: TaskEvent['what'], taskSid: TaskSid, said: Pick<TaskEvent, 'parkId' | 'workerSid'> = {}) {
      start();
      return taskEvents(ports, [{ what, taskSid, conversationSid: CONVERSATION, ...said }]);
    },
    /** So much later that no lease stands, claims of dead Functions are stale, and a round over all records begins. */
    reconcileLater(afterMs = 601_000, options: Parameters<typeof reconcile>[1] = {}) {
      start();
      world.clock.advance(afterMs);
      return reconcile(ports, options);
    },
  };
  return desk;
}

export type Desk = ReturnType<typeof openDesk>;
