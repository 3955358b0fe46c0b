import { NAME } from '../product';
import type { AccountState } from '../state';
import { takenFrom } from './other-environment';
import { DOMAIN_TO_COME, domainOf } from './step';
import type { Step, StepPlan } from './step';

export const EVENT_PATH = '/webhooks/taskrouter-event';

/** The events that tell what became of a returning task (twilio.com/docs/taskrouter/api/event/reference). */
export const EVENTS = [
  'reservation.accepted',
  'task.canceled',
  'task.deleted',
  'task.system-deleted',
  'workflow.timeout',
];

export const eventUrl = (domain: string): string => `https://${domain}${EVENT_PATH}`;

/** Whose the workspace's event callback is. There is one per workspace; another environment of ours is `ours-elsewhere`. */
export type EventCallbackOwner = 'nobody' | 'ours' | 'ours-incomplete' | 'ours-elsewhere' | 'somebody-else';

export function eventCallbackOwner(state: AccountState): EventCallbackOwner {
  const { url, filter } = state.eventCallback;
  if (url === undefined) return 'nobody';
  if (!isOurs(url)) return 'somebody-else';
  const complete = filter.length === 0 || EVENTS.every((event) => filter.includes(event));
  if (url !== eventUrl(domainOf(state) ?? '')) return 'ours-elsewhere';
  return complete ? 'ours' : 'ours-incomplete';
}

function isOurs(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, pathname } = new URL(url);
  return pathname === EVENT_PATH && hostname.startsWith(`${NAME}-`) && hostname.endsWith('.twil.io');
}

/** Also when it is an earlier domain of this environment, which then needs no more word about it. */
function takenOver(
  { workspaceSid, eventCallback }: AccountState,
  { env, url }: { env: string; url: string },
): StepPlan {
  const before = eventCallback.url ?? '';
  const change = `set the event callback of ${workspaceSid} to ${url} instead of ${before}`;
  if (isOfEnvironment(before, env)) return { changes: [change] };
  return {
    changes: [change],
    takesOver: takenFrom('the TaskRouter events', before, env),
    notes: [
      `${new URL(before).hostname} is another environment of ours, and gets no TaskRouter events from then on:`,
      'a workspace has one event callback. A task that is declined there is found by its next reconcile.',
      'To leave it alone: --no-event-callback, and an Event Streams webhook sink for this environment.',
    ],
  };
}

/** Domains end with the name of their environment. */
export function isOfEnvironment(url: string, env: string): boolean {
  return isOurs(url) && new URL(url).hostname.endsWith(`-${env}.twil.io`);
}

export const eventCallbackStep: Step = {
  title: 'TaskRouter events',
  plan(state, { env, eventCallback }) {
    if (!eventCallback) return { changes: [] };
    const url = eventUrl(domainOf(state) ?? DOMAIN_TO_COME);
    switch (eventCallbackOwner(state)) {
      case 'ours':
        return { changes: [] };
      case 'nobody':
      case 'ours-incomplete':
        return { changes: [`set the event callback of ${state.workspaceSid} to ${url}`] };
      case 'ours-elsewhere':
        return takenOver(state, { env, url });
      case 'somebody-else':
        return {
          changes: [],
          notes: [
            `The workspace's event callback is another system's (${state.eventCallback.url}) and stays so.`,
            `Instead, make an Event Streams webhook sink to ${url}`,
            `and subscribe it to ${EVENTS.map((event) => `com.twilio.taskrouter.${event}`).join(', ')}.`,
            'The Functions take both. Until then a declined task is found by the next reconcile, not at once.',
          ],
        };
    }
  },
  async apply({ client }, state) {
    const url = eventUrl(domainOf(state) ?? '');
    const workspace = client.taskrouter.v1.workspaces(state.workspaceSid);
    await workspace.update({ eventCallbackUrl: url, eventsFilter: EVENTS.join(',') });
    return { ...state, eventCallback: { url, filter: EVENTS } };
  },
};
