import { featureSettings } from '../../flex-config/schema/park-interaction-settings';
import { eventCallbackOwner, EVENTS, eventUrl } from '../steps/event-callback';
import { domainOf } from '../steps/step';
import type { Facts, SinkFacts } from './facts';
import { green, red, yellow } from './lines';
import type { Line } from './lines';

const TITLE = 'TaskRouter events';
/** twilio.com/docs/events/event-types: those of TaskRouter have the names of its own events behind this. */
const TYPES = EVENTS.map((event) => `com.twilio.taskrouter.${event}`);

/** By the workspace's event callback, or by Event Streams; the Functions take both. */
export function checkEvents(facts: Facts): Line[] {
  const { account, env } = facts;
  const owner = eventCallbackOwner(account);
  if (owner === 'ours') return [green(TITLE, 'arrive at the Functions')];
  const { settings } = featureSettings(account.uiAttributes);
  const domain = domainOf(account);
  if (domain && settings.taskrouterEvents === 'event-streams') return [checkStreams(facts, eventUrl(domain))];
  switch (owner) {
    case 'nobody':
    case 'ours-incomplete':
      return [
        yellow(TITLE, 'do not arrive: a declined task is found minutes later', `Run npm run deploy -- --env ${env}`),
      ];
    case 'ours-elsewhere':
    case 'somebody-else': {
      const sink = `Make an Event Streams sink to ${eventUrl(domain ?? '…')} and set taskrouter_events to event-streams.`;
      return [yellow(TITLE, `the workspace's callback is ${account.eventCallback.url}`, sink)];
    }
  }
}

/** With that setting, tasks are offered straight to agents, and only an event says that one was declined. */
function checkStreams({ eventStreams }: Facts, url: string): Line {
  const says = 'taskrouter_events is event-streams';
  if (eventStreams.kind !== 'read') {
    const remedy = `Look in Console > Event Streams for an active webhook sink to ${url}, with a key that may read it.`;
    return yellow(TITLE, `${says}, but the sinks cannot be read`, remedy);
  }
  const { sinks } = eventStreams;
  const [first] = sinks;
  if (!first) {
    const remedy = `Make an active webhook sink to ${url} and subscribe it to ${TYPES.join(', ')}.`;
    return red(TITLE, `${says}, but no Event Streams sink sends them to the Functions`, remedy);
  }
  const working = sinks.filter(delivers);
  const [sink] = working;
  if (!sink) {
    const found = `${says}, but the sink ${first.sid} is ${first.status} and sends by ${first.method}`;
    return red(TITLE, found, 'It has to be active and send by POST: make it anew in Console > Event Streams.');
  }
  const subscribed = working.flatMap(({ types }) => types);
  const missing = TYPES.filter((type) => !subscribed.includes(type));
  return missing.length === 0
    ? green(TITLE, `arrive at the Functions by the Event Streams sink ${sink.sid}`)
    : red(
        TITLE,
        `${says}, but the sink ${sink.sid} does not get all of them`,
        `Subscribe it to ${missing.join(', ')}.`,
      );
}

const delivers = ({ status, method }: SinkFacts): boolean => status === 'active' && method === 'POST';
