import { z } from 'zod';

/** What the server writes into the page. */
const shape = z.object({ operations: z.array(z.object({ host: z.string(), operationId: z.string() })) });

export type Setup = z.infer<typeof shape>;

export function readSetup(): Setup {
  return shape.parse(JSON.parse(document.getElementById('setup')?.textContent ?? '{}'));
}
