/** What a project that has installed this package may import. */
export { startLocalTwilio } from './index';
export type { LocalTwilio, LocalTwilioOptions, LocalUrls } from './index';
export { createWorld } from '../account/create-world';
export type { World, WorldOptions } from '../account/world';
export { ids } from '../account/seed/contact-centre';
export { systemClock, virtualClock } from '../kernel/clock';
export type { Clock } from '../kernel/clock';
export type { Deliver, Delivery, DeliveryAnswer } from '../kernel/deliveries';
export { namedSid, seededSids } from '../kernel/sids';
export { signRequest } from '../kernel/signature';
export type { Switches } from '../kernel/switches';
