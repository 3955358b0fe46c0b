import { namedSid } from '../local-twilio/src/kernel/sids';

/** Where the Functions are on the local Twilio. */
export const FUNCTIONS_DOMAIN = 'parking-local.twil.io';

const RECORDS_SERVICE = 'Parking Sync Service';

/** The Functions' own Sync service, for the records. */
export const parkingSyncService = namedSid('IS', RECORDS_SERVICE);
export const syncServices = [{ sid: parkingSyncService, friendlyName: RECORDS_SERVICE }] as const;

/** Protects nothing: this account is on this machine only. */
const WAKE_LINK_SECRET = 'no secret at all on a local Twilio';

const TASK_EVENTS = '/webhooks/taskrouter-event';

/** What parking needs of a local Twilio, for `startLocalTwilio`; the local Twilio itself knows nothing of parking. */
export const localParking = {
  functionsDomain: FUNCTIONS_DOMAIN,
  taskEvents: TASK_EVENTS,
  syncServices,
  // Their log lines are for live accounts; here the control pages show every call.
  env: { PARKING_SYNC_SID: parkingSyncService, PARKING_LOG: 'silent', WAKE_LINK_SECRET },
} as const;

/** The same for its command line. */
export const localParkingFlags = [
  ...['--domain', FUNCTIONS_DOMAIN],
  ...['--task-events', TASK_EVENTS],
  ...['--sync-service', `PARKING_SYNC_SID=${RECORDS_SERVICE}`],
  ...['--env', 'PARKING_LOG=silent'],
  ...['--env', `WAKE_LINK_SECRET=${WAKE_LINK_SECRET}`],
] as const;
