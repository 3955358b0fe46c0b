/** @jest-environment node */
import { changesOf } from '../../../../deploy/workflow/compare';
import { readDocument } from '../../../../deploy/workflow/configuration';

interface Routing {
  filters: { filter_friendly_name: string; expression: string }[];
  default_filter?: { queue: string };
}

const filter = (name: string, expression = 'a == 1') => ({ filter_friendly_name: name, expression });
const document = (routing: Routing) => readDocument(JSON.stringify({ task_routing: routing }));

describe('what putting a workflow back would change', () => {
  const now = document({ filters: [filter('VIP'), filter('Sales')], default_filter: { queue: 'WQ1' } });

  it('names each filter that goes, comes or changes, and the default filter', () => {
    const after = document({ filters: [filter('Sales', 'b == 2'), filter('Night')], default_filter: { queue: 'WQ2' } });
    expect(changesOf(now, after)).toEqual([
      '- filter "VIP"',
      '+ filter "Night"',
      '~ filter "Sales"',
      '~ default filter',
    ]);
  });

  it('names a default filter that goes', () => {
    expect(changesOf(now, document({ filters: now.filters.map(() => filter('VIP')) }))).toContain('- default filter');
  });

  it('is told where only the order is another, since the first filter that fits takes a task', () => {
    const after = document({ filters: [filter('Sales'), filter('VIP')], default_filter: { queue: 'WQ1' } });
    expect(changesOf(now, after)).toEqual(['~ the order or the number of the filters']);
  });

  it('is nothing where nothing differs', () => {
    expect(changesOf(now, now)).toEqual([]);
  });
});
