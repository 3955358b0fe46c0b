import type { ConversationSid } from '../../contract/sids';
import type { Problem } from './record';

/** What is worth telling somebody who is not looking at Flex. */
export type AlertKind = 'customer-was-waiting' | 'webhook-was-missing' | 'needs-attention';

export interface Alert {
  kind: AlertKind;
  parkId: string;
  conversationSid: ConversationSid;
  /** Of what needs attention: why. */
  problem?: AlertProblem;
}

export type AlertProblem = Problem | 'record-unreadable';

const PROBLEMS = {
  'channel-gone': 'Twilio has given up its channel, so nothing can bring it back. Close it, and write to the customer.',
  'routing-refused': 'Twilio refuses to route it. Check whether its workflow, queue and task channel still exist.',
  'record-unreadable': 'Its record cannot be read. Deploy the newest version, or look after the customer by hand.',
} as const satisfies Record<AlertProblem, string>;

const REPAIRS = {
  'customer-was-waiting': 'A customer had written and nobody was told. The conversation has been routed now.',
  'webhook-was-missing': 'A parked conversation would not have noticed its customer writing. It does again.',
} as const satisfies Record<Exclude<AlertKind, 'needs-attention'>, string>;

/** No name, no address and no message of a customer: whoever gets this may be a whole channel of a chat. */
function textOf({ kind, conversationSid, problem = 'routing-refused' }: Alert): string {
  const text =
    kind === 'needs-attention' ? `A parked conversation needs attention. ${PROBLEMS[problem]}` : REPAIRS[kind];
  return `${text} (${conversationSid})`;
}

export interface AlertBody {
  /** What chat tools show. */
  text: string;
  /** Host of the Functions: which account and environment this is. */
  from: string;
  /** ISO time. */
  at: string;
  alerts: Alert[];
}

/** `more`: there was more than one message should hold. */
export function alertBody(
  alerts: readonly Alert[],
  { from, nowMs, more }: { from: string; nowMs: number; more: number },
): AlertBody {
  const lines = alerts.map(textOf);
  const rest = more > 0 ? [`And ${more} more, which are not listed.`] : [];
  return {
    text: [`Parked conversations (${from}):`, ...[...lines, ...rest].map((line) => `• ${line}`)].join('\n'),
    from,
    at: new Date(nowMs).toISOString(),
    alerts: [...alerts],
  };
}
