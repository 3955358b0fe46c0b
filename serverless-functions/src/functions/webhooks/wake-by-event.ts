import { compose } from '../../composition';
import { openFunction } from '../../http/function';
import { wakeEvent } from '../../http/wake-event';
import { wakeByEvent } from '../../parking/unpark/wake-by-event';

/** For a back office that knows when a parked conversation can go on. It has no signature of Twilio's: the link proves it. */
export const handler = openFunction(compose, {
  name: 'webhooks/wake-by-event',
  request: wakeEvent,
  run: wakeByEvent,
});
