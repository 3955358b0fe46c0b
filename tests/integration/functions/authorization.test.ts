/** @jest-environment node */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { ERRORS, type ErrorCode } from '../../../serverless-functions/src/contract/error-codes';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { WARM_UP_MS, warmUp, type Desk } from './support/desk';
import { it } from './support/either-way';
import { openFloor, type Floor } from './support/floor';
import type { Username } from './support/contact-centre';
import type { Answer } from './support/run-function';
import { print, table } from './support/table';
import { badTokens, type BadToken } from './support/tokens';
import { stateOf } from './support/world-state';

type Allowed =
  | 'parked'
  | 'unparked'
  | 'changed'
  | 'reconciled'
  | 'preview'
  | 'everyone'
  | 'history'
  | 'completed'
  | 'wake-link'
  | 'leave-to-flex'
  | 'settings'
  | 'saved';

interface Row {
  readonly who: string;
  readonly does: string;
  readonly answer: ErrorCode | Allowed;
  /** Only for what is allowed: to whom the new task goes. */
  readonly to?: Username | 'workflow' | 'sales';
  /** Allowed, and nothing is left to be done. */
  readonly changesNothing?: true;
  /** What happens before the request. */
  before?(floor: Floor): unknown;
  ask(floor: Floor): Promise<Answer>;
}

const sid = (prefix: string, digit = 'e') => `${prefix}${digit.repeat(32)}`;
const parks =
  (who: Username, whose: 'adaServes' | 'benServes' | 'adaParked', forged: (floor: Floor) => object = () => ({})) =>
  (floor: Floor) =>
    floor.desk.park(who, floor[whose], { ...forged(floor) });
const unparks =
  (who: Username, whose: 'adaParked' | 'benParked' | 'adaServes', fields: object = {}) =>
  (floor: Floor) =>
    floor.desk.unpark(who, floor[whose].conversationSid, { ...fields });

const parkRows: readonly Row[] = [
  { who: 'agent', does: 'parks their own task', answer: 'parked', ask: parks('ada', 'adaServes') },
  { who: 'agent', does: 'parks another’s task', answer: 'not-your-task', ask: parks('ben', 'adaServes') },
  { who: 'supervisor', does: 'parks an agent’s task', answer: 'not-your-task', ask: parks('sofia', 'adaServes') },
  { who: 'admin', does: 'parks an agent’s task', answer: 'not-your-task', ask: parks('alex', 'adaServes') },
  {
    who: 'agent',
    does: 'parks their own task and claims to be another worker',
    answer: 'parked',
    ask: parks('ada', 'adaServes', ({ desk }) => ({ workerSid: desk.person('ben').workerSid, roles: 'admin' })),
  },
  {
    who: 'agent',
    does: 'parks another’s task and claims to be that worker',
    answer: 'not-your-task',
    ask: parks('ben', 'adaServes', ({ desk, adaServes }) => ({
      workerSid: desk.person('ada').workerSid,
      worker_sid: desk.person('ada').workerSid,
      identity: desk.person('ada').identity,
      participantSid: desk.world.flex.participants(adaServes.interactionSid, adaServes.channelSid).at(-1)?.sid,
      taskAttributes: '{}',
    })),
  },
  ...(['taskSid', 'conversationSid', 'interactionSid', 'channelSid'] as const).map(
    (name): Row => ({
      who: 'agent',
      does: `parks their own task with the ${name} of another’s`,
      answer: 'not-your-task',
      ask: parks('ada', 'adaServes', ({ benServes }) => ({ [name]: benServes[name] })),
    }),
  ),
  {
    who: 'agent',
    does: 'parks their own task with a conversation that another parked',
    answer: 'not-your-task',
    ask: parks('ada', 'adaServes', ({ benParked }) => ({ conversationSid: benParked.conversationSid })),
  },
  {
    who: 'agent',
    does: 'parks all of another’s conversation under their own task',
    answer: 'not-your-task',
    ask: parks('ada', 'benServes', ({ adaServes }) => ({ taskSid: adaServes.taskSid })),
  },
  {
    who: 'agent',
    does: 'parks a task that never was',
    answer: 'task-not-found',
    ask: parks('ada', 'adaServes', () => ({ taskSid: sid('WT') })),
  },
  ...(['conversationSid', 'interactionSid', 'channelSid'] as const).map(
    (name): Row => ({
      who: 'agent',
      does: `parks their own task with a ${name} that never was`,
      answer: 'not-your-task',
      ask: parks('ada', 'adaServes', ({ adaServes }) => ({ [name]: sid(adaServes[name].slice(0, 2)) })),
    }),
  ),
  ...(['taskSid', 'conversationSid', 'interactionSid', 'channelSid'] as const).map(
    (name): Row => ({
      who: 'agent',
      does: `parks with a malformed ${name}`,
      answer: 'invalid-request',
      ask: parks('ada', 'adaServes', ({ adaServes }) => ({ [name]: `${adaServes[name]}/../x` })),
    }),
  ),
  {
    who: 'agent',
    does: 'parks what they parked before',
    answer: 'parked',
    changesNothing: true,
    ask: parks('ada', 'adaParked'),
  },
  { who: 'agent', does: 'parks what another parked', answer: 'not-your-task', ask: parks('ben', 'adaParked') },
];

/** Ben's desktop and the queue that a supervisor may choose; nobody on the floor is available by themselves. */
const handsOver =
  (who: Username, fields: (desk: Desk) => object) =>
  ({ desk, adaParked }: Floor) =>
    desk.unpark(who, adaParked.conversationSid, { ...fields(desk) });
const toBen = (desk: Desk) => ({ routeTo: 'worker', workerSid: desk.person('ben').workerSid });
const toSales = () => ({ routeTo: 'queue', queueSid: ids.queues.sales });
const benIsThere = ({ desk }: Floor) => desk.available('ben');

const handOverRows: readonly Row[] = [
  {
    who: 'agent',
    does: 'hands their own park over to an agent',
    answer: 'not-permitted',
    before: benIsThere,
    ask: handsOver('ada', toBen),
  },
  {
    who: 'agent',
    does: 'hands another’s park over to themselves',
    answer: 'not-permitted',
    before: benIsThere,
    ask: handsOver('ben', toBen),
  },
  {
    who: 'agent',
    does: 'hands their own park over to a queue',
    answer: 'not-permitted',
    ask: handsOver('ada', toSales),
  },
  {
    who: 'agent',
    does: 'hands another’s park over to a queue',
    answer: 'not-permitted',
    ask: handsOver('ben', toSales),
  },
  ...(['sofia', 'alex'] as const).flatMap((username): Row[] => {
    const who = username === 'sofia' ? 'supervisor' : 'admin';
    return [
      {
        who,
        does: 'hands an agent’s park over to an agent',
        answer: 'unparked',
        to: 'ben',
        before: benIsThere,
        ask: handsOver(username, toBen),
      },
      {
        who,
        does: 'hands an agent’s park over to an agent who is away',
        answer: 'agent-not-available',
        ask: handsOver(username, toBen),
      },
      {
        who,
        does: 'hands an agent’s park over to a queue',
        answer: 'unparked',
        to: 'sales',
        ask: handsOver(username, toSales),
      },
    ];
  }),
  {
    who: 'supervisor',
    does: 'hands over to an agent that never was',
    answer: 'agent-not-available',
    ask: handsOver('sofia', () => ({ routeTo: 'worker', workerSid: sid('WK') })),
  },
  {
    who: 'supervisor',
    does: 'hands over to a queue that never was',
    answer: 'queue-not-found',
    ask: handsOver('sofia', () => ({ routeTo: 'queue', queueSid: sid('WQ') })),
  },
  {
    who: 'supervisor',
    does: 'hands over to an agent without saying whom',
    answer: 'invalid-request',
    ask: handsOver('sofia', () => ({ routeTo: 'worker' })),
  },
];

const unparkRows: readonly Row[] = [
  { who: 'agent', does: 'unparks their own park', answer: 'unparked', to: 'ada', ask: unparks('ada', 'adaParked') },
  { who: 'agent', does: 'unparks another’s park', answer: 'not-your-park', ask: unparks('ben', 'adaParked') },
  {
    who: 'agent',
    does: 'unparks another’s park and claims to be that worker',
    answer: 'not-your-park',
    ask: (floor) =>
      floor.desk.unpark('ben', floor.adaParked.conversationSid, {
        workerSid: floor.desk.person('ada').workerSid,
        roles: ['admin'],
        webhookSid: [...floor.desk.conversation(floor.adaParked.conversationSid).webhooks.keys()][0],
      }),
  },
  {
    who: 'supervisor',
    does: 'unparks an agent’s park',
    answer: 'unparked',
    to: 'sofia',
    ask: unparks('sofia', 'adaParked'),
  },
  { who: 'admin', does: 'unparks an agent’s park', answer: 'unparked', to: 'alex', ask: unparks('alex', 'adaParked') },
  {
    who: 'agent',
    does: 'unparks their own park to themselves',
    answer: 'unparked',
    to: 'ada',
    ask: unparks('ada', 'adaParked', { routeTo: 'me' }),
  },
  ...(['workflow', 'original'] as const).flatMap((routeTo): Row[] => [
    {
      who: 'agent',
      does: `unparks their own park to ${routeTo}`,
      answer: 'not-permitted',
      ask: unparks('ada', 'adaParked', { routeTo }),
    },
    {
      who: 'agent',
      does: `unparks another’s park to ${routeTo}`,
      answer: 'not-permitted',
      ask: unparks('ben', 'adaParked', { routeTo }),
    },
    ...(['sofia', 'alex'] as const).map(
      (username): Row => ({
        who: username === 'sofia' ? 'supervisor' : 'admin',
        does: `unparks an agent’s park to ${routeTo}`,
        answer: 'unparked',
        to: routeTo === 'workflow' ? 'workflow' : 'ada',
        ask: unparks(username, 'adaParked', { routeTo }),
      }),
    ),
  ]),
  {
    who: 'admin',
    does: 'unparks to a place that does not exist',
    answer: 'invalid-request',
    ask: unparks('alex', 'adaParked', { routeTo: 'ben' }),
  },
  { who: 'agent', does: 'unparks what is not parked', answer: 'not-parked', ask: unparks('ada', 'adaServes') },
  { who: 'admin', does: 'unparks what is not parked', answer: 'not-parked', ask: unparks('alex', 'adaServes') },
  {
    who: 'admin',
    does: 'unparks a conversation that never was',
    answer: 'conversation-not-found',
    ask: ({ desk }) => desk.unpark('alex', sid('CH')),
  },
  {
    who: 'admin',
    does: 'unparks a malformed conversation',
    answer: 'invalid-request',
    ask: ({ desk }) => desk.unpark('alex', '../Conversations'),
  },
  {
    who: 'agent',
    does: 'unparks another’s park whose conversation is closed',
    answer: 'not-your-park',
    before: ({ desk, adaParked }) =>
      void desk.world.conversations.update(adaParked.conversationSid, { state: 'closed' }),
    ask: unparks('ben', 'adaParked'),
  },
  { who: 'agent', does: 'reconciles', answer: 'reconciled', ask: withToken('flex/reconcile', (desk) => desk('ada')) },
];

const reads = (who: Username, path: string, fields: (floor: Floor) => object = () => ({})): Row['ask'] => {
  return (floor) => floor.desk.call(path, { Token: floor.desk.token(who), ...fields(floor) });
};
const PREVIEW = 'flex/preview-interaction';
const EVERYONE = 'flex/everyones-parked-interactions';
const HISTORY = 'flex/parking-history';
const COMPLETE = 'flex/complete-parked-task';
const WAKE_LINK = 'flex/wake-link';
const parkOf = ({ adaParked: { conversationSid } }: Floor) => ({ conversationSid });

const completes = (who: Username, whose: 'adaServes' | 'adaParked') =>
  reads(who, COMPLETE, (floor) => ({ ...floor[whose] }));

const readingRows: readonly Row[] = [
  { who: 'agent', does: 'reads their own park', answer: 'preview', ask: reads('ada', PREVIEW, parkOf) },
  { who: 'agent', does: 'reads another’s park', answer: 'not-your-park', ask: reads('ben', PREVIEW, parkOf) },
  { who: 'supervisor', does: 'reads an agent’s park', answer: 'preview', ask: reads('sofia', PREVIEW, parkOf) },
  { who: 'admin', does: 'reads an agent’s park', answer: 'preview', ask: reads('alex', PREVIEW, parkOf) },
  {
    who: 'admin',
    does: 'reads a conversation that is not parked',
    answer: 'not-parked',
    ask: reads('alex', PREVIEW, ({ adaServes: { conversationSid } }) => ({ conversationSid })),
  },
  {
    who: 'agent',
    does: 'asks for the link of their own park',
    answer: 'wake-link',
    ask: reads('ada', WAKE_LINK, parkOf),
  },
  {
    who: 'agent',
    does: 'asks for the link of another’s park',
    answer: 'not-your-park',
    ask: reads('ben', WAKE_LINK, parkOf),
  },
  {
    who: 'supervisor',
    does: 'asks for the link of an agent’s park',
    answer: 'wake-link',
    ask: reads('sofia', WAKE_LINK, parkOf),
  },
  {
    who: 'admin',
    does: 'asks for the link of an agent’s park',
    answer: 'wake-link',
    ask: reads('alex', WAKE_LINK, parkOf),
  },
  {
    who: 'admin',
    does: 'asks for the link of what is not parked',
    answer: 'not-parked',
    ask: reads('alex', WAKE_LINK, ({ adaServes: { conversationSid } }) => ({ conversationSid })),
  },
  { who: 'agent', does: 'lists everybody’s parks', answer: 'not-permitted', ask: reads('ada', EVERYONE) },
  {
    who: 'supervisor',
    does: 'lists everybody’s parks again',
    answer: 'everyone',
    // The first look lets their board be told of changes.
    before: reads('sofia', EVERYONE),
    ask: reads('sofia', EVERYONE),
  },
  {
    who: 'admin',
    does: 'lists everybody’s parks again',
    answer: 'everyone',
    // The first look lets their board be told of changes.
    before: reads('alex', EVERYONE),
    ask: reads('alex', EVERYONE),
  },
  { who: 'agent', does: 'reads the history', answer: 'not-permitted', ask: reads('ada', HISTORY) },
  { who: 'supervisor', does: 'reads the history', answer: 'history', ask: reads('sofia', HISTORY) },
  { who: 'admin', does: 'reads the history', answer: 'history', ask: reads('alex', HISTORY) },
  { who: 'agent', does: 'completes a task of hers', answer: 'leave-to-flex', ask: completes('ada', 'adaServes') },
  { who: 'agent', does: 'completes another’s task', answer: 'not-your-task', ask: completes('ben', 'adaServes') },
  { who: 'agent', does: 'completes their parked task', answer: 'completed', ask: completes('ada', 'adaParked') },
  {
    who: 'agent',
    does: 'completes another’s parked task',
    answer: 'not-your-task',
    ask: completes('ben', 'adaParked'),
  },
  { who: 'admin', does: 'completes an agent’s parked task', answer: 'completed', ask: completes('alex', 'adaParked') },
  {
    who: 'agent',
    does: 'completes another’s task as one of their own conversation',
    answer: 'not-your-task',
    ask: reads('ben', COMPLETE, ({ adaServes, benServes }) => ({ ...benServes, taskSid: adaServes.taskSid })),
  },
  {
    who: 'supervisor',
    does: 'lists with a page at another host',
    answer: 'everyone',
    ask: reads('sofia', EVERYONE, () => ({ cursor: 'https://evil.example/v1/Services?PageToken=1' })),
  },
].map((row) => ({ ...row, changesNothing: true }) as Row);

/** Every Function of the browser, asked with a token that must not help. */
const doors = readdirSync(join(__dirname, '../../../serverless-functions/dist/functions/flex'))
  .filter((name) => name.endsWith('.js'))
  .map((name) => `flex/${name.replace('.js', '')}`);

function withToken(path: string, token: (of: (username: Username) => unknown, floor: Floor) => unknown): Row['ask'] {
  return (floor) => {
    const { desk, adaServes, adaParked } = floor;
    const served = path === 'flex/park-interaction' ? adaServes : adaParked;
    return desk.call(path, { ...desk.parkFields(served), Token: token(desk.token, floor) });
  };
}

const tokenRows: readonly Row[] = doors.flatMap((path): Row[] => [
  ...(Object.keys(badTokens) as BadToken[]).map(
    (kind): Row => ({
      who: `token: ${kind}`,
      does: path,
      answer: 'token-invalid',
      ask: withToken(path, () => badTokens[kind]),
    }),
  ),
  {
    who: 'token: expired',
    does: path,
    answer: 'token-invalid',
    ask: withToken(path, (_, { desk }) => {
      const { token } = desk.world.iam.issueToken('ada', 1);
      desk.world.clock.advance(1_000);
      return token;
    }),
  },
  {
    who: 'token: of a user without worker',
    does: path,
    answer: 'not-an-agent',
    ask: withToken(path, () => 'token-without-worker'),
  },
  {
    who: 'token: with an odd worker',
    does: path,
    answer: 'not-an-agent',
    ask: withToken(path, () => 'token-with-odd-worker'),
  },
]);

const roleless: readonly Row[] = [
  {
    who: 'token: without roles',
    does: 'unparks another’s park',
    answer: 'not-your-park',
    ask: withToken('flex/unpark-interaction', () => 'token-without-roles'),
  },
];

const timeChangesBy = (who: Username, whose: 'adaServes' | 'adaParked') =>
  reads(who, 'flex/change-parked-until', (floor) => ({
    conversationSid: floor[whose].conversationSid,
    backAt: new Date(floor.desk.world.clock.nowMs() + 60 * 60_000).toISOString(),
  }));

const timeRows: readonly Row[] = [
  {
    who: 'agent',
    does: 'changes the time of their own park',
    answer: 'changed',
    ask: timeChangesBy('ada', 'adaParked'),
  },
  {
    who: 'agent',
    does: 'changes the time of another’s park',
    answer: 'not-your-park',
    ask: timeChangesBy('ben', 'adaParked'),
  },
  {
    who: 'supervisor',
    does: 'changes the time of an agent’s park',
    answer: 'changed',
    ask: timeChangesBy('sofia', 'adaParked'),
  },
  {
    who: 'admin',
    does: 'changes the time of what is not parked',
    answer: 'not-parked',
    ask: timeChangesBy('alex', 'adaServes'),
  },
];

const SETTINGS = 'flex/parking-settings';
/** What `openFloor` of this matrix sets. */
const SEEN = JSON.stringify({ enabled: true, show_list: true, wake_links: true });
const saving = () => ({ change: JSON.stringify({ set: { history_days: 7 } }), seen: SEEN, save: 'yes' });

const settingsRows: readonly Row[] = [
  { who: 'agent', does: 'reads the settings', answer: 'admins-only', ask: reads('ada', SETTINGS) },
  { who: 'agent', does: 'saves settings', answer: 'admins-only', ask: reads('ada', SETTINGS, saving) },
  {
    who: 'agent',
    does: 'saves settings and claims to be an admin',
    answer: 'admins-only',
    ask: reads('ada', SETTINGS, () => ({ ...saving(), roles: ['admin'] })),
  },
  { who: 'supervisor', does: 'reads the settings', answer: 'admins-only', ask: reads('sofia', SETTINGS) },
  { who: 'supervisor', does: 'saves settings', answer: 'admins-only', ask: reads('sofia', SETTINGS, saving) },
  {
    who: 'admin',
    does: 'reads the settings',
    answer: 'settings',
    changesNothing: true,
    ask: reads('alex', SETTINGS),
  },
  { who: 'admin', does: 'saves settings', answer: 'saved', ask: reads('alex', SETTINGS, saving) },
  {
    who: 'token: without roles',
    does: 'saves settings',
    answer: 'admins-only',
    ask: (floor) => floor.desk.call(SETTINGS, { ...saving(), Token: 'token-without-roles' }),
  },
];

const rows = [
  ...settingsRows,
  ...parkRows,
  ...unparkRows,
  ...handOverRows,
  ...timeRows,
  ...readingRows,
  ...tokenRows,
  ...roleless,
];
const printed: string[][] = [];

beforeAll(warmUp, WARM_UP_MS);
afterAll(() => print('Who may do what', table(['who', 'does', 'answer', 'state'], printed)));

const isRefusal = (answer: Row['answer']): answer is ErrorCode => answer in ERRORS;

/** A floor serves until something changed in it, which a refusal never does. */
let unchanged: Floor | undefined;

describe('the authorization matrix', () => {
  it.each(rows)('$who $does: $answer', async ({ who, does, answer, to, changesNothing, before, ask }) => {
    const floor = unchanged ?? (await openFloor({ settings: { enabled: true, show_list: true, wake_links: true } }));
    unchanged = undefined;
    const { desk } = floor;
    await before?.(floor);
    await desk.settled();
    const stateBefore = stateOf(desk.world);

    const { status, body } = await ask(floor);
    await desk.settled();

    const stateAfter = stateOf(desk.world);
    const untouched = isRefusal(answer) || changesNothing === true;
    const { status: refusal, message } = isRefusal(answer) ? ERRORS[answer] : { status: undefined, message: undefined };
    expect({ status, body }).toMatchObject(
      refusal ? { status: refusal, body: { code: answer, message } } : { status: 200, body: { status: answer } },
    );
    if (untouched) expect(stateAfter).toEqual(stateBefore);
    else expect(stateAfter).not.toEqual(stateBefore);
    if (to) expect(routingOf(floor)).toEqual([to === 'workflow' || to === 'sales' ? null : desk.person(to).workerSid]);
    // Where Twilio lets the workflow decide, its queue is as good.
    const isQueueHeeded = desk.world.switches.queueInvite === 'queue';
    if (to === 'sales') expect(queuesOf(floor)).toEqual([isQueueHeeded ? ids.queues.sales : ids.queues.support]);
    printed.push([who, does, to ? `${answer}, to ${to}` : answer, untouched ? 'unchanged' : 'changed']);
    if (untouched && !before) unchanged = floor;
  });
});

describe('the credentials of the account', () => {
  it('go to Twilio only, wherever a caller wants them', async () => {
    const { desk, adaServes } = await openFloor();
    const Token = desk.token('sofia');
    const evil = 'https://evil.example/x';
    for (const path of doors)
      for (const fields of [{ cursor: evil }, { cursor: `@evil.example/` }, { cursor: '#' }, { cursor: '/../..' }])
        await desk.call(path, { ...desk.parkFields(adaServes), ...fields, Token });
    expect(new Set(desk.world.calls().map(({ host }) => host.split('.').slice(-2).join('.')))).toEqual(
      new Set(['twilio.com']),
    );
  });
});

/** The queues in which the open tasks of Ada's parked conversation wait. */
function queuesOf({ desk, adaParked }: Floor): (string | null)[] {
  return desk.openTasks(adaParked.conversationSid).map(({ queueSid }) => queueSid);
}

/** Whom the open tasks of Ada's parked conversation are for; null: whoever the workflow picks. */
function routingOf({ desk, adaParked }: Floor): (string | null)[] {
  return desk.openTasks(adaParked.conversationSid).map(({ routingTarget }) => routingTarget);
}
