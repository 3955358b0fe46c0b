import { z } from 'zod';
import { invalidParameter, TwilioError } from '../../../kernel/errors';
import { readJsonObject } from '../../../kernel/rest/body';
import type { NewParticipant } from '../commands';
import { bindingTo } from '../rules/bindings';

const shape = z
  .object({
    identity: z.string().optional(),
    messaging_binding: z.object({ address: z.string(), proxy_address: z.string().optional() }).strict().optional(),
    attributes: z.string().optional(),
    role_sid: z.string().optional(),
  })
  .strict();

/** "The JSON object attributes are as parameters in Participant Resource." */
export function readParticipant(json: string): NewParticipant {
  const parsed = shape.safeParse(readJsonObject(json, 'Participant'));
  if (parsed.success) {
    const { messaging_binding: binding, role_sid: roleSid, identity, attributes } = parsed.data;
    const messagingBinding = binding && bindingTo(binding.address, binding.proxy_address);
    return { identity, attributes, roleSid, ...(messagingBinding && { messagingBinding }) };
  }
  const { issues } = parsed.error;
  for (const issue of issues)
    if (issue.code === 'unrecognized_keys')
      throw new TwilioError(
        501,
        20501,
        `Participant: ${[...issue.path, issue.keys.join(', ')].join('.')} is not emulated`,
      );
  throw invalidParameter(`Participant: ${issues[0]?.path.join('.') ?? ''} ${issues[0]?.message ?? 'is invalid'}`);
}
