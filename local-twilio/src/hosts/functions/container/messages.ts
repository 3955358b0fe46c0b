import { z } from 'zod';

const resource = z.object({
  access: z.enum(['private', 'protected', 'public']),
  name: z.string(),
  path: z.string(),
  filePath: z.string(),
});

/** Carries a request's number to the container; Functions do not see it. */
export const NUMBER_HEADER = 'x-local-twilio-number';

/** What a container is told. */
export const toContainer = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('serve'),
    /** A Unix socket or a named pipe: no page in a browser can ask it anything. */
    socketPath: z.string(),
    /** Where requests for Twilio's hosts go. */
    twilioPort: z.number(),
    baseDir: z.string(),
    domainName: z.string(),
    variables: z.record(z.string()),
    functions: z.array(resource),
    assets: z.array(resource),
  }),
  /** A request that arrived may begin: until then, it can be given to another container. */
  z.object({ type: z.literal('begin'), number: z.string() }),
  /** Asks whether it is in a loop. */
  z.object({ type: z.literal('ping') }),
]);

/** What a container tells. */
export const fromContainer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listening') }),
  z.object({ type: z.literal('arrived'), number: z.string() }),
  z.object({ type: z.literal('pong') }),
  /** A Function left an error to nobody: what is under way ends, and another container takes what comes. */
  z.object({ type: z.literal('failed') }),
  /** It cannot serve these Functions at all. */
  z.object({ type: z.literal('refused'), message: z.string() }),
]);

export type Resource = z.infer<typeof resource>;
export type ToContainer = z.infer<typeof toContainer>;
export type Serving = Extract<ToContainer, { readonly type: 'serve' }>;
export type FromContainer = z.infer<typeof fromContainer>;
