import { z } from 'zod';
import { invalidParameter, TwilioError } from '../../../kernel/errors';
import { readJsonObject } from '../../../kernel/rest/body';

const transition = z.object({ event: z.string(), next: z.string().optional() });
const common = { name: z.string(), transitions: z.array(transition) };
const offset = z.object({ x: z.number(), y: z.number() }).optional();

const widget = z.discriminatedUnion('type', [
  z.object({ ...common, type: z.literal('trigger'), properties: z.object({ offset }) }),
  z.object({
    ...common,
    type: z.literal('send-message'),
    properties: z.object({
      offset,
      body: z.string(),
      from: z.string(),
      to: z.string(),
      service: z.string().optional(),
      channel: z.string().optional(),
    }),
  }),
  z.object({
    ...common,
    type: z.literal('run-function'),
    properties: z.object({
      offset,
      url: z.string(),
      service_sid: z.string().nullish(),
      environment_sid: z.string().nullish(),
      function_sid: z.string().nullish(),
      parameters: z.array(z.object({ key: z.string(), value: z.string() })).default([]),
    }),
  }),
]);
export type Widget = z.infer<typeof widget>;

export const servedWidgets: readonly string[] = widget.options.map(({ shape }) => shape.type.value);

/** https://www.twilio.com/docs/studio/rest-api/v2/flow-definition, with the widgets that are served here. */
export const flowDefinition = z
  .object({
    description: z.string(),
    initial_state: z.string(),
    states: z.array(widget),
    flags: z.object({ allow_concurrent_calls: z.boolean() }),
  })
  .strict();
export type FlowDefinition = z.infer<typeof flowDefinition>;

/** A widget that Twilio has and nobody runs here is no fault of the flow. */
function refuseUnserved(definition: object): void {
  const { states } = z.object({ states: z.array(z.unknown()).catch([]) }).parse(definition);
  for (const state of states) {
    const named = z.object({ name: z.string(), type: z.string() }).safeParse(state);
    if (!named.success || servedWidgets.includes(named.data.type)) continue;
    const { name, type } = named.data;
    throw new TwilioError(
      501,
      20501,
      `The local Twilio has no widget ${type} (${name}), only ${servedWidgets.join(', ')}`,
    );
  }
}

/** Reads a definition; every transition has to lead to a widget that exists. */
export function readDefinition(text: string): FlowDefinition {
  const given = readJsonObject(text, 'Definition');
  refuseUnserved(given);
  const parsed = flowDefinition.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalidParameter(`Definition: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is invalid'}`);
  }
  const { states, initial_state: first } = parsed.data;
  const names = new Set(states.map(({ name }) => name));
  const targets = states.flatMap(({ transitions }) => transitions.flatMap(({ next }) => next ?? []));
  const missing = [first, ...targets].find((name) => !names.has(name));
  if (missing !== undefined) throw invalidParameter(`Definition: there is no widget ${missing}`);
  return parsed.data;
}
