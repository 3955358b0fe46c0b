/** @jest-environment node */
import { parseExpression } from '../../../local-twilio/src/services/taskrouter/rules/expression';

const task = {
  topic: 'sales',
  vip: true,
  score: 7,
  note: 'call back',
  originalRouting: { queueName: 'Sales' },
  languages: ['en', 'pt'],
};
const worker = { routing: { skills: ['support', 'sales'] }, team: 'blue', 'odd-name': 1 };

const ofTask = (text: string) => parseExpression(text)({ default: 'task', task, worker });
const ofWorker = (text: string) => parseExpression(text)({ default: 'worker', task, worker });

describe('a TaskRouter expression', () => {
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
  ])('%s is %s', (text, expected) => {
    if (expected === null) expect(() => parseExpression(text)).toThrow(expect.objectContaining({ status: 400 }));
    else expect(ofTask(text)).toBe(expected);
  });

  it('of a queue looks at the worker', () => {
    expect(ofWorker('routing.skills HAS "support"')).toBe(true);
    expect(ofWorker('routing.skills HAS "billing"')).toBe(false);
    expect(ofWorker('odd-name == 1')).toBe(true);
  });

  it('reads a quoted quote', () => {
    expect(parseExpression('name == "a \\"b\\""')({ default: 'task', task: { name: 'a "b"' } })).toBe(true);
  });

  it('can look at the number of available workers', () => {
    const skip = parseExpression('workers.available == 0');
    expect(skip({ default: 'task', extra: { 'workers.available': 0 } })).toBe(true);
    expect(skip({ default: 'task', extra: { 'workers.available': 2 } })).toBe(false);
  });
});
