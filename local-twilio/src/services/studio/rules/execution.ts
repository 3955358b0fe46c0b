import type { Context } from '../events';
import type { Conversations } from '../../conversations/commands';
import type { FlowDefinition, Widget } from './definition';
import type { Execution } from '../entities';

/** https://www.twilio.com/docs/studio/widget-library/run-function */
const FUNCTION_TIMEOUT_MS = 10_000;

export interface Run {
  readonly flow: FlowDefinition;
  readonly execution: Execution;
  /** By their whole name, such as `trigger.conversation.Body`. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Liquid as far as flows use it to name a value. */
function fill(text: string, { variables }: Run): string {
  return text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_, name: string) => variables[name] ?? '');
}

/** Runs a flow from a widget on. */
export function createRunner(context: Context, conversations: Conversations) {
  const { deliveries, sids } = context;

  const runFunction = (run: Run, widget: Extract<Widget, { type: 'run-function' }>) => {
    const { url, parameters } = widget.properties;
    deliveries.send({
      sid: sids.next('EV'),
      kind: 'studio',
      method: 'POST',
      url: fill(url, run),
      params: Object.fromEntries(parameters.map(({ key, value }) => [key, fill(value, run)])),
      timeoutMs: FUNCTION_TIMEOUT_MS,
      retries: () => 0,
      answered: (outcome) => goOn(run, widget, 'status' in outcome && outcome.status < 300 ? 'success' : 'fail'),
    });
  };

  function goOn(run: Run, { transitions }: Widget, event: string): void {
    const next = transitions.find((transition) => transition.event === event)?.next;
    const widget = run.flow.states.find(({ name }) => name === next);
    if (widget) enter(run, widget);
    else run.execution.status = 'ended';
  }

  function enter(run: Run, widget: Widget): void {
    run.execution.steps.push(widget.name);
    switch (widget.type) {
      case 'trigger':
        return goOn(run, widget, 'incomingConversationMessage');
      case 'send-message': {
        const body = fill(widget.properties.body, run);
        conversations.addMessage(run.execution.conversationSid, { author: 'Studio', body, source: 'API' });
        return goOn(run, widget, 'sent');
      }
      case 'run-function':
        return runFunction(run, widget);
    }
  }

  return { enter };
}
