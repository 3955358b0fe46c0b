/** @jest-environment node */
import { parseExpression } from '../../../local-twilio/src/services/taskrouter/rules/expression';

const task = {
  topic: 'sales',
  vip: true,
  score: 7,
  note: 'call back',
  originalRouting: { queueName: 'Sales' },
  languages: ['en', 'pt'],
  nested: { list: [{ name: 'a' }, { name: 'b' }] },
};
const worker = { routing: { skills: ['support', 'sales'] }, team: 'blue', odd: 1, name: 2 };

const ofTask = (text: string) => parseExpression(text)({ default: 'task', task, worker });
const ofWorker = (text: string) => parseExpression(text)({ default: 'worker', task, worker });

describe('a TaskRouter expression (docs/taskrouter/expression-syntax)', () => {
  it.each([
    ['1==1', true],
    ['1 == 2', false],
    ['topic == "sales"', true],
    ["topic == 'support'", false],
    ['topic != "support"', true],
    ['originalRouting.queueName == "Sales"', true],
    ['task.originalRouting.queueName == "Sales"', true],
    ['missing.deeper == "x"', false],
    ['missing == null', true],
    ['topic != null', true],
    ['score > 5', true],
    ['score >= 7 AND score <= 7', true],
    ['score < 7', false],
    ['topic > 5', false],
    ['topic IN ["sales", "support"]', true],
    ['topic in ["support"]', false],
    ['languages HAS "pt"', true],
    ['languages HAS "de"', false],
    ['note CONTAINS "back"', true],
    ['vip', true],
    ['vip == true', true],
    ['NOT vip', false],
    ['not (topic == "support")', true],
    ['topic == "support" OR vip', true],
    ['topic == "support" OR vip AND score > 10', false],
    ['(topic == "support" OR vip) AND score > 5', true],
    ['worker.team == "blue"', true],
    ['task.topic IN worker.routing.skills', true],
    ['', null],
    ['topic ==', null],
    ['(topic == "sales"', null],
    ['topic == "sales" vip', null],
    ['topic # "sales"', null],
    ['topic NOT IN ["support"]', true],
    ['topic not in ["sales"]', false],
    ['topic NOT "sales"', null],
    ['worker.team NOT IN task.languages', true],
    ['topic NOT IN missing', false],
    ['topic IN "sales"', false],
    ['topic NOT IN "support"', false],
    ['topic HAS "sales"', false],
    ['languages CONTAINS "pt"', false],
    ['languages == languages', false],
    ['languages != "pt"', false],
    ['languages != null', true],
    ['languages == null', false],
    ['languages[0] == "en"', true],
    ['task.languages[1] == "pt"', true],
    ['languages[2] == null', true],
    ['nested.list[1].name == "b"', true],
    ['topic IN["sales"]', true],
    ['score >= 6.5 AND .5 < 1', true],
    ['"apple" != "orange"', true],
    ["topic = 'sales'", true],
    ['score <> 7', false],
    ['"b" > "a"', true],
    ['score == "7"', false],
    ['vip == True', true],
    ['"sales" IN worker.routing.skills', true],
    ['toString == null', true],
    ['topic-of == 1', null],
    ['score-1 == 6', null],
  ])('%s is %s', (text, expected) => {
    if (expected === null) expect(() => parseExpression(text)).toThrow(expect.objectContaining({ status: 400 }));
    else expect(ofTask(text)).toBe(expected);
  });

  it('of a queue looks at the worker', () => {
    expect(ofWorker('routing.skills HAS "support"')).toBe(true);
    expect(ofWorker('routing.skills HAS "billing"')).toBe(false);
  });

  it('knows no name without a prefix where both a task and a worker are looked at', () => {
    const facts = { task: { vip: true }, worker: { vip: true } };
    expect(parseExpression('vip == true')(facts)).toBe(false);
    expect(parseExpression('vip == null AND worker.vip AND task.vip')(facts)).toBe(true);
  });

  it('reads a quoted quote', () => {
    expect(parseExpression('name == "a \\"b\\""')({ default: 'task', task: { name: 'a "b"' } })).toBe(true);
  });

  it('can look at the number of available workers', () => {
    const skip = parseExpression('workers.available == 0');
    expect(skip({ extra: { workers: { available: 0 } } })).toBe(true);
    expect(skip({ extra: { workers: { available: 2 } } })).toBe(false);
  });
});
