/** @jest-environment node */
import { printJson } from '../../../../serverless-functions/src/parking/domain/lossless-json';
import { readDocument } from '../../../../deploy/workflow/configuration';
import { planToAdd, planToRemove } from '../../../../deploy/workflow/plan-steps';

const support = { sid: 'WQ1', friendlyName: 'Support' };
const sales = { sid: 'WQ2', friendlyName: 'Sales' };
const everything = { existing: [support, sales], staffed: [support, sales], timeoutSeconds: 60 };

/** With a number that JavaScript would round, and keys that nobody here knows. */
const THEIRS =
  '{"task_routing":{"filters":[{"filter_friendly_name":"VIP","expression":"page == 17841400000000001","targets":[{"queue":"WQ1","priority":17841400000000001}],"x":null}],"default_filter":{"queue":"WQ1"},"later":1},"beside":[1.50]}';

const textOf = (plan: { after: unknown }) => printJson(plan.after);
const add = (text: string, options: Partial<typeof everything> = {}) =>
  planToAdd(readDocument(text), { ...everything, ...options });

describe('the steps of a workflow for what comes back', () => {
  it('are one per queue, before all others: the agent who parked, then their queue', () => {
    const { after, changes } = add(THEIRS, { staffed: [support] });
    expect(readDocument(printJson(after)).filters[0]).toEqual({
      filter_friendly_name: 'Back from parking, Support',
      expression: 'originalRouting.queueSid == "WQ1"',
      targets: [
        { queue: 'WQ1', known_worker_sid: 'task.originalRouting.workerSid', skip_if: '1 == 1', timeout: 60 },
        { queue: 'WQ1' },
      ],
    });
    expect(changes).toEqual([
      '+ filter "Back from parking, Support": the agent who parked, for up to 60 s and only if they can take it now; then everybody in Support',
    ]);
  });

  it('leave every key and digit of the others as it was, and taking them out gives the same text back', () => {
    const added = add(THEIRS);
    expect(textOf(added)).toContain('{"queue":"WQ1","priority":17841400000000001}],"x":null}');
    expect(added.notes).toEqual(['One other filter stays as it is.']);
    const removed = planToRemove(readDocument(textOf(added)));
    expect(textOf(removed)).toBe(printJson(readDocument(THEIRS).withFilters(readDocument(THEIRS).filters)));
    expect(removed.changes).toEqual(['- filter "Back from parking, Support"', '- filter "Back from parking, Sales"']);
    expect(planToRemove(readDocument(THEIRS)).changes).toEqual([]);
  });

  it('are taken out of the queues that are named alone', () => {
    const removed = planToRemove(readDocument(textOf(add(THEIRS))), ['WQ2']);
    expect(removed.changes).toEqual(['- filter "Back from parking, Sales"']);
    expect(removed.notes).toEqual(['2 other filters stay as they are.']);
  });

  it('are not written twice, also where a queue was renamed or a time was changed by hand', () => {
    const text = textOf(add(THEIRS)).replace('"timeout":60', '"timeout":"300"');
    const renamed = [{ ...support, friendlyName: 'Service' }, sales];
    const again = add(text, { existing: renamed, staffed: renamed });
    expect(again.changes).toEqual([]);
    expect(textOf(again)).toBe(text);
  });

  it('come for a queue that was added later, and go with one that was removed', () => {
    const text = textOf(add(THEIRS, { staffed: [support] }));
    expect(add(text, { existing: [sales], staffed: [sales] }).changes).toEqual([
      expect.stringMatching(/^\+ filter "Back from parking, Sales"/),
      '- filter "Back from parking, Support": its queue does not exist any more',
    ]);
  });

  it('stay when nobody is in their queue just now', () => {
    const text = textOf(add(THEIRS));
    expect(add(text, { staffed: [sales] }).changes).toEqual([]);
  });

  it('leave a queue alone for which somebody has a filter of their own, and say so', () => {
    const own = {
      filter_friendly_name: 'Ours',
      expression: "originalRouting.queueSid=='WQ1'",
      targets: [{ queue: 'WQ1' }],
    };
    const text = JSON.stringify({ task_routing: { filters: [own] } });
    const { changes, notes } = add(text);
    expect(changes).toEqual([expect.stringContaining('Sales')]);
    expect(notes[0]).toBe('Tasks that come back to Support have the filter "Ours", which stays.');
    expect(planToRemove(readDocument(text)).changes).toEqual([]);
  });

  it('do not take another filter for theirs because of its name', () => {
    const named = {
      filter_friendly_name: 'Back from parking, by hand',
      expression: 'vip == true',
      targets: [{ queue: 'WQ1' }],
    };
    expect(planToRemove(readDocument(JSON.stringify({ task_routing: { filters: [named] } }))).changes).toEqual([]);
  });

  it.each(['nonsense', '[]', '{}', '{"task_routing":{"filters":"none"}}'])('are not written into %s', (text) => {
    expect(() => readDocument(text)).toThrow('cannot be read');
  });

  it('can be the first filters there are', () => {
    expect(add('{"task_routing":{"default_filter":{"queue":"WQ1"}}}').changes).toHaveLength(2);
  });
});
