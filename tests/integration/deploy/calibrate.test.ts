/** @jest-environment node */
import { GROUPS } from '../../../deploy/calibrate/groups/all-groups';
import { isSwitch, SWITCHES } from '../../../deploy/calibrate/questions';
import { virtualClock } from '../../../local-twilio/src/kernel/clock';
import { defaultSwitches, otherSwitches, type Switches } from '../../../local-twilio/src/kernel/switches';
import { parseCalibration } from '../../../local-twilio/src/start/calibration';
import { openAccount } from './account';
import type { Account } from './account';
import { calibrateOn, clean, edgeOf, leftOf, QUICK, RUN_ID } from './calibrating';
import { writesOf } from './deploying';

jest.setTimeout(60_000);

let account: Account;

async function open(switches: Partial<Switches> = {}): Promise<void> {
  account = await openAccount({ switches, clock: virtualClock(Date.UTC(2026, 0, 5, 9)) });
}

afterEach(() => account.close());

const NAMES = Object.keys(SWITCHES).filter((name): name is keyof typeof SWITCHES => name in SWITCHES);

const positionsIn = (switches: Readonly<Record<string, { position: string }>> = {}) =>
  Object.fromEntries(Object.entries(switches).map(([name, { position }]) => [name, position]));

const of = (switches: Pick<Switches, keyof typeof SWITCHES>) =>
  Object.fromEntries(NAMES.map((name) => [name, switches[name]]));

/** What an account had before and has after, of all that a calibration makes things of. */
const inventory = ({ world: { taskRouter, conversations, sync, serverless, flex } }: Account) =>
  JSON.stringify([
    taskRouter.workspace,
    taskRouter.queues(),
    taskRouter.workflows(),
    taskRouter.workers(),
    sync.services().map((service) => [service.sid, service.friendlyName, service.documents.size]),
    conversations.list().map((held) => [held.sid, held.attributes, held.messages.length]),
    serverless.services().length,
    flex.configuration(),
  ]);

describe('npm run calibrate', () => {
  it.each([
    ['at its default', {}, of(defaultSwitches)],
    ['in its other position', otherSwitches, of(otherSwitches)],
  ])('finds every switch %s, and leaves the account as it was', async (_case, switches, expected) => {
    await open(switches);
    account.world.customers.write({ channel: 'web', address: 'grace', name: 'Grace', body: 'Hello' });
    const before = inventory(account);
    const { exitCode, file, lines, text = '' } = await calibrateOn(account);
    expect(positionsIn(file?.switches)).toEqual(expected);
    expect({ exitCode, unanswered: file?.unanswered }).toEqual({ exitCode: 0, unanswered: {} });
    expect(parseCalibration(text).switches).toEqual(expected);
    expect(inventory(account)).toBe(before);
    expect(lines.filter((line) => line.startsWith('?'))).toEqual([]);
  });

  it.each(NAMES)('tells %s apart from all others', async (name) => {
    await open({ [name]: otherSwitches[name] });
    const groups = GROUPS.filter(({ questions }) => questions.includes(name));
    const { file } = await calibrateOn(account, { groups });
    const asked = groups.flatMap(({ questions }) => questions.filter(isSwitch));
    const expected = asked.map((one) => [one, one === name ? otherSwitches[one] : defaultSwitches[one]]);
    expect(positionsIn(file?.switches)).toEqual(Object.fromEntries(expected));
    expect(leftOf(account.world)).toEqual([]);
  });

  it('says plainly where the account contradicts what is assumed', async () => {
    await open({ acceptedInvites: 'vanish' });
    const { lines } = await calibrateOn(account, { groups: QUICK });
    expect(lines).toContain('! An invite that was accepted: vanishes from the list (1 of 1)');
    const at = lines.indexOf('One contradicts what is assumed:');
    expect(lines[at + 1]).toBe(
      '  acceptedInvites: assumed "stays in the list", the account shows "vanishes from the list"',
    );
  });

  it('writes figures of each kind of call, and neither SIDs nor secrets nor names', async () => {
    await open();
    const { file, text = '' } = await calibrateOn(account, { groups: QUICK });
    expect(file?.latencies['POST flex-api Interactions/Channels/Invites']).toMatchObject({ calls: 2 });
    expect(text).not.toMatch(/[A-Z]{2}[0-9a-f]{32}|[0-9a-f]{32}|Twilio's|ada|Ada|Grace/);
    expect(text).not.toContain(RUN_ID);
  });

  it('makes nothing before somebody has seen the plan and said yes', async () => {
    await open();
    const { exitCode, lines, printed, text } = await calibrateOn(account, { answer: false });
    expect({ exitCode, lines, text }).toEqual({ exitCode: 1, lines: ['Nothing was made.'], text: undefined });
    expect(printed[0]).toContain(`each named "park-interaction calibration ${RUN_ID}"`);
    expect(printed.join('\n')).toMatch(/Costs: .*\nNo message leaves the account/);
    expect(writesOf(account)).toEqual([]);
  });

  it('cleans up when it is interrupted, and writes nothing', async () => {
    await open();
    const interruption = new AbortController();
    const edge = edgeOf(account, interruption.signal);
    const request: typeof edge.request = (call) => {
      if (call.url.endsWith('/Invites')) interruption.abort();
      return edge.request(call);
    };
    const { exitCode, lines, text } = await calibrateOn(account, { edge: { ...edge, request } });
    expect({ exitCode, lines, text }).toEqual({
      exitCode: 1,
      lines: ['Interrupted: nothing was written.'],
      text: undefined,
    });
    expect(leftOf(account.world)).toEqual([]);
  });

  it('says in one line that the token is wrong', async () => {
    await open();
    const edge = edgeOf(account);
    const request = async () => ({ status: 401, body: { code: 20003, message: 'Authenticate' } });
    const { exitCode, lines } = await calibrateOn(account, { edge: { ...edge, request } });
    expect({ exitCode, lines }).toEqual({
      exitCode: 1,
      lines: ['The account cannot be read: 401 (20003) to GET flex-api Configuration'],
    });
  });
});

describe('npm run calibrate -- --clean', () => {
  it('leaves alone what is named otherwise', async () => {
    await open();
    const before = inventory(account);
    expect(await clean(account)).toEqual({ exitCode: 0, lines: ['0 things removed.'] });
    expect(inventory(account)).toBe(before);
    expect(writesOf(account)).toEqual([]);
  });
});
