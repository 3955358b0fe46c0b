import type { Facts } from './facts';
import { yellow } from './lines';
import type { Line } from './lines';

const TITLE = 'Conversation Orchestrator';

/**
 * It has timeouts of its own (twilio.com/docs/conversations/orchestrator/concepts/lifecycle), and what it does to a
 * bridged conversation whose time is up is not documented. Nothing is said where no bridge is to Flex's conversations.
 */
export function checkBridges({ bridges = [], flex }: Facts): Line[] {
  return bridges
    .filter(({ serviceSid }) => serviceSid === flex.conversationsServiceSid)
    .map(({ name, closesAfter }) => {
      const times = closesAfter.map(({ channel, minutes }) => `${channel} after ${minutes} min`).join(', ');
      const found = times === '' ? '' : ` and closes ${times}, perhaps parked ones, too`;
      const remedy = 'See that no parked conversation is closed by its timeouts: make them longer than you park for.';
      return yellow(TITLE, `"${name}" is bridged to Flex's conversations${found}`, remedy);
    });
}
