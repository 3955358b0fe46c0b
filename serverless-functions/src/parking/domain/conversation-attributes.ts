import { parseJsonObject, printJson } from './lossless-json';

/** Conversation attributes may take 16 KiB (twilio.com/docs/conversations-classic/conversations-limits). */
export const CONVERSATION_ATTRIBUTES_MAX_BYTES = 16 * 1024;

/** What parking adds to the conversation's attributes, with a list, and takes away again. */
export interface ListMark {
  mapSid: string;
  mapItemKey: string;
}

/** Other people's attributes with our two keys; undefined when they are no JSON object or there is no room. */
export function withListMark(attributes: string, { mapSid, mapItemKey }: ListMark): string | undefined {
  const others = parseAttributes(attributes);
  if (!others) return undefined;
  const merged = printJson({ ...others, mapSid, mapItemKey });
  return new TextEncoder().encode(merged).length <= CONVERSATION_ATTRIBUTES_MAX_BYTES ? merged : undefined;
}

/** The attributes without our two keys; undefined when ours are not there, so that nothing needs to be written. */
export function withoutListMark(attributes: string, mapItemKey: string): string | undefined {
  const parsed = parseAttributes(attributes);
  if (parsed?.mapItemKey !== mapItemKey) return undefined;
  const { mapSid: _map, mapItemKey: _key, ...others } = parsed;
  return printJson(others);
}

/** Attributes as an object, or undefined when they are anything else. Empty ones are an empty object. */
export function parseAttributes(json: string): Record<string, unknown> | undefined {
  return parseJsonObject(json || '{}');
}
