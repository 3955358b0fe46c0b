import { notFound } from '../../kernel/errors';
import type { ServerlessService } from './entities';
import type { ServerlessState } from './state';

export function getService({ services }: ServerlessState, name: string): ServerlessService {
  const found = services.get(name) ?? [...services.values()].find(({ uniqueName }) => uniqueName === name);
  if (!found) throw notFound(`/Services/${name}`);
  return found;
}

/** A thing by its SID, or the refusal that Twilio gives. */
export function getFrom<T>(held: ReadonlyMap<string, T>, sid: string, what: string): T {
  const found = held.get(sid);
  if (!found) throw notFound(`/${what}/${sid}`);
  return found;
}
