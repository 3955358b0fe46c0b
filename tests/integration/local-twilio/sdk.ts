import twilio from 'twilio';
import { virtualClock, type Clock } from '../../../local-twilio/src/kernel/clock';
import type { Deliver, Delivery } from '../../../local-twilio/src/kernel/deliveries';
import type { OnFailure } from '../../../local-twilio/src/kernel/failures';
import { readQuery } from '../../../local-twilio/src/kernel/rest/middleware';
import { namedSid, seededSids } from '../../../local-twilio/src/kernel/sids';
import type { Switches } from '../../../local-twilio/src/kernel/switches';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import type { FlexUser } from '../../../local-twilio/src/services/iam/entities';
import type { Reservation } from '../../../local-twilio/src/services/taskrouter/entities';
import { createWorld } from '../../../local-twilio/src/account/world';
import type { World } from '../../../local-twilio/src/account/world';

export const START_MS = Date.UTC(2026, 0, 1);

/** What the SDK hands to its HTTP client. */
interface SdkRequest {
  readonly method: string;
  readonly uri: string;
  readonly username?: string;
  readonly password?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly params?: object;
  readonly data?: object;
}

function pairs(values: object | undefined): [string, string][] {
  return Object.entries(values ?? {}).flatMap(([name, value]): [string, string][] =>
    (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined).map((one) => [name, String(one)]),
  );
}

/** An HTTP client of the SDK that asks the world, with no network between them. */
function clientOf(world: World): twilio.RequestClient {
  const client = new twilio.RequestClient();
  client.request = async (options: object) => {
    const { method, uri, username, password, headers = {}, params, data } = options as SdkRequest;
    const url = new URL(uri);
    for (const [name, value] of pairs(params)) url.searchParams.append(name, value);
    const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const isJson = lower['content-type']?.startsWith('application/json');
    const { status, body } = await world.dispatch({
      method: method.toUpperCase(),
      host: url.host,
      path: url.pathname,
      query: readQuery(url.searchParams),
      headers: { ...lower, authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` },
      body: isJson ? JSON.stringify(data) : new URLSearchParams(pairs(data)).toString(),
    });
    return { statusCode: status, body: JSON.parse(JSON.stringify(body)), headers: {} } as never;
  };
  return client;
}

export interface Setup {
  readonly world: World;
  readonly client: twilio.Twilio;
  readonly sent: Delivery[];
  person(username: string): FlexUser;
  makeAvailable(username: string): void;
  /** The newest reservation that waits for that agent's answer. */
  offered(username: string): Reservation | undefined;
  /** Accepts it as the Flex UI does. */
  accept(username: string): Reservation;
}

/** Of the account beside its default one. */
export const secondSyncService = { sid: namedSid('IS', 'Notes'), friendlyName: 'Notes' } as const;

interface SetupOptions {
  readonly switches?: Partial<Switches>;
  readonly deliver?: Deliver;
  readonly clock?: Clock;
  readonly onFailure?: OnFailure;
}

export function setUp(options: SetupOptions = {}): Setup {
  const sent: Delivery[] = [];
  const world = createWorld({
    clock: options.clock ?? virtualClock(START_MS),
    sids: seededSids('test'),
    syncServices: [secondSyncService],
    switches: options.switches,
    onFailure: options.onFailure,
    deliver: async (delivery) => {
      sent.push(delivery);
      return options.deliver ? options.deliver(delivery) : { status: 200 };
    },
  });
  const client = twilio(ids.account, ids.authToken, { httpClient: clientOf(world) });
  const person = (username: string): FlexUser => {
    const found = world.iam.findUser(username);
    if (!found) throw new Error(`Nobody is called ${username}`);
    return found;
  };
  const offered = (username: string) =>
    world.taskRouter
      .activeReservations(person(username).workerSid)
      .filter(({ status }) => status === 'pending')
      .at(-1);
  return {
    world,
    client,
    sent,
    person,
    offered,
    makeAvailable: (username) => {
      world.taskRouter.setActivity(person(username).workerSid, ids.activities.available);
    },
    accept(username) {
      const reservation = offered(username);
      const invite = reservation && world.flex.inviteOfTask(reservation.taskSid);
      if (!reservation || !invite) throw new Error(`Nothing is offered to ${username}`);
      world.flex.acceptInvite(invite.sid, reservation.sid);
      return reservation;
    },
  };
}
