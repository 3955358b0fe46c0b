import { featureSettings, type FeatureSettings } from '../../flex-config/schema/park-interaction-settings';
import { eventCallbackOwner } from '../steps/event-callback';
import { domainOf } from '../steps/step';
import type { Facts } from './facts';
import { green, red, yellow } from './lines';
import type { Line } from './lines';
import { flowsOf, replyWays, type ReplyWay } from './reply-ways';

const TITLE = 'Customer replies';
/** The Function by which a flow brings a conversation to an agent. */
const ROUTE_INTERACTION = 'webhooks/route-interaction';

/** Where replies go, in general and per queue, is possible here. Nothing is said where all is left at its default. */
export function checkReplies(facts: Facts): Line[] {
  const { settings } = featureSettings(facts.account.uiAttributes);
  const ways = replyWays(settings);
  const lines = [
    ...toNobody(facts, settings, ways),
    ...unknownQueues(facts, ways),
    ...namelessQueues(facts, settings),
    ...flowsOf(ways).flatMap((flowSid) => checkFlow(facts, flowSid)),
  ];
  if (lines.length > 0) return lines;
  const used = [...new Set(ways.map(({ onCustomerReply }) => onCustomerReply))];
  return used.every((to) => to === 'workflow') ? [] : [green(TITLE, `go to: ${used.join(', ')}`)];
}

/** A direct invite is only made where its refusal reaches the Functions. */
function toNobody({ account, env }: Facts, { taskrouterEvents }: FeatureSettings, ways: ReplyWay[]): Line[] {
  const toWorker = ways.some(({ onCustomerReply }) => onCustomerReply === 'worker');
  if (!toWorker || taskrouterEvents === 'event-streams' || eventCallbackOwner(account) === 'ours') return [];
  const remedy = `Run npm run deploy -- --env ${env}, or set taskrouter_events to event-streams once a sink delivers them.`;
  return [yellow(TITLE, 'go by the workflow, not to the agent: TaskRouter events do not arrive', remedy)];
}

function unknownQueues({ queues }: Facts, ways: ReplyWay[]): Line[] {
  const named = ways.flatMap(({ onCustomerReply, replyQueue }) => (onCustomerReply === 'queue' ? [replyQueue] : []));
  return [...new Set(named)]
    .filter((queue) => queue !== 'original' && !queues[queue])
    .map((queue) => red(TITLE, `reply_queue ${queue} does not exist`, 'Name a queue that does.'));
}

function namelessQueues({ queues }: Facts, settings: FeatureSettings): Line[] {
  const known = Object.entries(queues).flatMap(([sid, { friendlyName }]) => [sid, friendlyName]);
  return Object.keys(settings.queues)
    .filter((queue) => !known.includes(queue))
    .map((queue) =>
      yellow(TITLE, `settings of the queue "${queue}", which does not exist`, 'Correct its name or SID.'),
    );
}

/** A flow that never calls the Function keeps every customer waiting for its time limit. */
function checkFlow({ account, flows }: Facts, flowSid: string): Line[] {
  const flow = flows[flowSid];
  if (!flow) return [red(TITLE, `studio_flow_sid ${flowSid} does not exist`, 'Name a flow of this account.')];
  const url = `https://${domainOf(account) ?? '…'}/${ROUTE_INTERACTION}`;
  const lines: Line[] = [];
  if (flow.status === 'draft')
    lines.push(yellow(TITLE, `the newest revision of ${flowSid} is a draft`, 'Publish it in Console > Studio.'));
  if (!flow.definition.includes(url))
    lines.push(yellow(TITLE, `${flowSid} does not call ${url}`, 'Add a Run Function widget, as in docs/examples.'));
  return lines;
}
