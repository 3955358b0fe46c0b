import { parseAttributes } from './domain/conversation-attributes';
import { courtesyText, mayWrite } from './domain/courtesy';
import type { Park } from './domain/record';
import type { Ports } from './ports';
import { step } from './step';

/** Writes to the customer in their language, where their channel takes it now; what failed is not repeated. */
export async function sayTo(
  ports: Ports,
  park: Park,
  { name, texts }: { name: string; texts: Record<string, string> },
): Promise<'said' | 'not-said'> {
  const text = courtesyText(texts, parseAttributes(park.task.attributes)?.language);
  if (text === undefined || !mayWrite(park, ports.clock.nowMs())) return 'not-said';
  const outcome = await step(ports, name, () => ports.conversations.say(park.conversationSid, text));
  return outcome === 'done' ? 'said' : 'not-said';
}
