import { z } from 'zod';

import { dependencies } from '../../package.json';
import { RUNTIME } from '../account/publish';
import { nameOf } from './names';
import type { Site } from './site';
import { get, must, Refused, until, wait, type Steps } from './steps';
import { SERVERLESS, syncUrl } from './urls';

export const RECEIVER_PATH = '/receive';
/** Where the receiver writes down what arrives. */
export const ARRIVALS_LIST = 'arrivals';

/** Writes down what arrived, but no text of it, and answers 500 where the address asks for that. */
const SOURCE = `
exports.handler = async (context, event, callback) => {
  const data = { mark: event.mark, event: event.EventType || null, index: event.Index || null };
  const { syncLists } = context.getTwilioClient().sync.v1.services(context.CALIBRATION_SYNC_SID);
  await syncLists('${ARRIVALS_LIST}').syncListItems.create({ data });
  const response = new Twilio.Response();
  response.setStatusCode(event.fail === 'yes' ? 500 : 200);
  callback(null, response);
};
`;

const BUILT = { withinMs: 5 * 60_000, everyMs: 2_000 };
const LIVE_MS = 5_000;

const made = z.object({ sid: z.string() });
const environment = made.extend({ domain_name: z.string() });
const buildStatus = z.object({ status: z.string() });

/** Functions of their own, for as long as the run lasts, since nothing else here has an address that Twilio can call. */
export function* deployReceiver({ runId, syncSid }: Site): Steps<string> {
  const post = <T>(url: string, form: Record<string, string>, shape: z.ZodType<T, z.ZodTypeDef, unknown>) =>
    must({ method: 'POST', url, form }, shape);
  yield* post(`${syncUrl(syncSid)}/Lists`, { UniqueName: ARRIVALS_LIST }, made);
  const naming = { UniqueName: `park-interaction-calibration-${runId}`, FriendlyName: nameOf(runId) };
  const { sid: serviceSid } = yield* post(SERVERLESS, { ...naming, IncludeCredentials: 'true' }, made);
  const service = `${SERVERLESS}/${serviceSid}`;
  const suffix = { UniqueName: 'calibration', DomainSuffix: 'calibration' };
  const { sid: environmentSid, domain_name: domain } = yield* post(`${service}/Environments`, suffix, environment);
  const inEnvironment = `${service}/Environments/${environmentSid}`;
  yield* post(`${inEnvironment}/Variables`, { Key: 'CALIBRATION_SYNC_SID', Value: syncSid }, made);
  const { sid: functionSid } = yield* post(`${service}/Functions`, { FriendlyName: RECEIVER_PATH }, made);
  const url = `${UPLOADS}/${serviceSid}/Functions/${functionSid}/Versions`;
  const file = { serviceSid, functionSid, content: SOURCE };
  const { sid: versionSid } = yield* must({ method: 'POST', url, file }, made);
  const { twilio, '@twilio/runtime-handler': handler } = dependencies;
  const needed = [
    { name: 'twilio', version: twilio },
    { name: '@twilio/runtime-handler', version: handler },
  ];
  const parts = { FunctionVersions: versionSid, Dependencies: JSON.stringify(needed), Runtime: RUNTIME };
  const { sid: buildSid } = yield* post(`${service}/Builds`, parts, made);
  yield* waitForBuild(`${service}/Builds/${buildSid}/Status`);
  yield* post(`${inEnvironment}/Deployments`, { BuildSid: buildSid }, made);
  yield* wait(LIVE_MS);
  return domain;
}

const UPLOADS = 'https://serverless-upload.twilio.com/v1/Services';

function* waitForBuild(url: string): Steps {
  const status = yield* until(
    { method: 'GET', url },
    ({ body }) => {
      const found = buildStatus.safeParse(body).data?.status;
      return found === 'completed' || found === 'failed' ? found : undefined;
    },
    BUILT,
  );
  if (status !== 'completed') throw new Refused(`a build that ${status === undefined ? 'did not end' : 'failed'}`);
}

/** The address of a webhook whose deliveries bear that mark. */
export const receiverUrl = (domain: string, mark: string, fails = false): string =>
  `https://${domain}${RECEIVER_PATH}?mark=${mark}${fails ? '&fail=yes' : ''}`;

const arrival = z.object({
  mark: z.string(),
  event: z.string().nullable(),
  index: z.coerce.string().nullable(),
});
export type Arrival = z.infer<typeof arrival>;
const arrivals = z.object({ items: z.array(z.object({ data: arrival })) });

/** What has arrived with that mark, so far. */
export function* arrivalsOf({ syncSid }: Site, mark: string): Steps<Arrival[]> {
  const reply = yield* get(`${syncUrl(syncSid)}/Lists/${ARRIVALS_LIST}/Items?PageSize=100`);
  const parsed = arrivals.safeParse(reply.body);
  return (parsed.data?.items ?? []).map(({ data }) => data).filter((one) => one.mark === mark);
}

/** At least so many arrivals with that mark; fewer when the time is over. */
export function* awaitArrivals(site: Site, mark: string, count: number): Steps<Arrival[]> {
  for (let looks = 0; ; looks += 1) {
    const found = yield* arrivalsOf(site, mark);
    if (found.length >= count || looks === LOOKS) return found;
    yield* wait(LOOK_EVERY_MS);
  }
}

const LOOKS = 20;
const LOOK_EVERY_MS = 1_000;
