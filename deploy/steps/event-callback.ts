import { NAME } from '../product';
import type { AccountState } from '../state';
import { DOMAIN_TO_COME, domainOf } from './step';
import type { Step } from './step';

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

/** Whose the workspace's event callback is. There is one per workspace. */
export type EventCallbackOwner = 'nobody' | 'ours' | 'ours-outdated' | 'somebody-else';

export function eventCallbackOwner(state: AccountState): EventCallbackOwner {
  const { url, filter } = state.eventCallback;
  if (url === undefined) return 'nobody';
  if (!isOurs(url)) return 'somebody-else';
  const complete = filter.length === 0 || EVENTS.every((event) => filter.includes(event));
  return url === eventUrl(domainOf(state) ?? '') && complete ? 'ours' : 'ours-outdated';
}

function isOurs(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, pathname } = new URL(url);
  return pathname === EVENT_PATH && hostname.startsWith(`${NAME}-`) && hostname.endsWith('.twil.io');
}

export const eventCallbackStep: Step = {
  title: 'TaskRouter events',
  plan(state, { eventCallback }) {
    if (!eventCallback) return { changes: [] };
    const url = eventUrl(domainOf(state) ?? DOMAIN_TO_COME);
    switch (eventCallbackOwner(state)) {
      case 'ours':
        return { changes: [] };
      case 'nobody':
      case 'ours-outdated':
        return { changes: [`set the event callback of ${state.workspaceSid} to ${url}`] };
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
