import type { CallEvent } from '../kernel/calls';
import type { DeliveryEvent } from '../kernel/deliveries';
import type { services } from './registry';

type Registered = (typeof services)[number];

/** What a service tells and hears: that of its `Context`. */
type EventsOf<Create extends Registered['create']> = Parameters<Create>[0]['context']['events'] extends {
  emit(event: infer Told): void;
}
  ? Told
  : never;

/** The state was thrown away and seeded anew; SIDs of seeded things are the same. */
interface Reset {
  readonly type: 'world.reset';
}

/** Everything that happens. Entities in an event are live: read what you need at once, change nothing. */
export type WorldEvent =
  | { [S in Registered as S['name']]: EventsOf<S['create']> }[Registered['name']]
  | CallEvent
  | DeliveryEvent
  | Reset;
export type WorldEventName = WorldEvent['type'];
