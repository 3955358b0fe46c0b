import { isJsonObject, type JsonObject } from '../../flex-config/merge';
import { NAME } from '../product';

/** Twilio names a domain after the service, a number, and the environment (twilio.com/docs/serverless/api/resource/environment). */
const OUR_DOMAIN = new RegExp(`^${NAME}-\\d+-(.+)\\.twil\\.io$`);

interface OtherEnvironment {
  name: string;
  domain: string;
}

/** What one environment has and another would get. */
export interface TakeOver {
  what: string;
  from: OtherEnvironment;
}

/** The environment of ours that an address belongs to, if it is another one than this. */
function otherEnvironmentOf(url: unknown, env: string): OtherEnvironment | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  const { hostname: domain } = new URL(url);
  const name = OUR_DOMAIN.exec(domain)?.[1];
  return name === undefined || name === env ? undefined : { name, domain };
}

/** What another environment of ours would lose. */
export function takenFrom(what: string, url: unknown, env: string): TakeOver[] {
  const from = otherEnvironmentOf(url, env);
  return from ? [{ what, from }] : [];
}

/** The Functions that desktops call. */
export function functionsUrlOf({ custom_data: data }: JsonObject): unknown {
  return isJsonObject(data) ? data.serverless_functions_url : undefined;
}
