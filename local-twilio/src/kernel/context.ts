import type { Events, Happening } from './bus';
import type { Clock } from './clock';
import type { DeliverySender } from './delivery-sender';
import type { Limits } from './limits';
import type { Sid, SidFactory } from './sids';
import type { Switches } from './switches';

/** What every service's rules stand on. */
export interface Context<E extends Happening> {
  readonly accountSid: Sid<'AC'>;
  readonly authToken: string;
  readonly clock: Clock;
  readonly sids: SidFactory;
  readonly switches: Switches;
  readonly limits: Limits;
  readonly events: Events<E>;
  readonly deliveries: DeliverySender;
}
