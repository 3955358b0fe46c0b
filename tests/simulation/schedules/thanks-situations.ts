import { PRESS_PARK } from './plain';
import type { Step, When } from './schedule';
import type { Situation } from './situation';

const after = (ms: number): When => ({ at: 'answer', invocation: 'park#1', ms });
const thanks = (ms: number): Step => ({ when: after(ms), action: { do: 'customer-writes', says: 'thanks' } });
const THANKS_SAID = thanks(5_000);
const QUESTION: Step = { when: after(5_010), action: { do: 'customer-writes' } };
const UNPARK: Step = { when: after(20_000), action: { do: 'press-unpark', by: 'ada', routeTo: 'me' } };
const DECLINE: Step = { when: { at: 'time', ms: 45_000 }, action: { do: 'decline' } };

/** With smart_wake: a closing remark leaves it parked, for a time; whatever else the customer writes brings it back. */
export const THANKS: readonly Situation[] = [
  {
    name: 'thanks: it stays parked',
    messages: 'anywhere',
    under: 'wake#1',
    base: { smartWake: true },
    steps: [PRESS_PARK, THANKS_SAID],
  },
  {
    name: 'thanks: said twice',
    messages: 'around',
    under: 'wake#2',
    base: { smartWake: true },
    steps: [PRESS_PARK, THANKS_SAID, thanks(20_000)],
  },
  {
    name: 'thanks: said beside a question',
    messages: 'around',
    under: 'wake#2',
    base: { smartWake: true },
    steps: [PRESS_PARK, THANKS_SAID, QUESTION],
  },
  {
    name: 'thanks: said while it is parked until a time',
    messages: 'around',
    under: 'wake#1',
    base: { smartWake: true, until: { inMs: 60_000, replies: 'wake' } },
    steps: [PRESS_PARK, THANKS_SAID],
  },
  {
    name: 'thanks: unparked by an agent who declines',
    messages: 'around',
    under: 'unpark#1',
    base: { smartWake: true },
    steps: [PRESS_PARK, THANKS_SAID, UNPARK, DECLINE],
  },
];
