/** @jest-environment node */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { startFunctionsHost, type FunctionsHost } from '../../../local-twilio/src/hosts/functions/host';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import { setUp } from './sdk';

jest.setTimeout(30_000);

const DOMAIN = 'reckless-local.twil.io';
const FOLDER = path.join(__dirname, 'fixtures', 'reckless', 'functions');
const env = { ACCOUNT_SID: ids.account, AUTH_TOKEN: ids.authToken, DOMAIN_NAME: DOMAIN };

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('the process that Functions run in', () => {
  const { world } = setUp();
  let host: FunctionsHost;
  let lines: string[];
  let errors: string[];
  const open = async (timeoutMs?: number) => {
    [lines, errors] = [[], []];
    const onLog = (line: string, isError?: boolean) => {
      lines.push(line);
      if (isError) errors.push(line);
    };
    host = await startFunctionsHost({ port: 0, folder: FOLDER, env, dispatch: world.dispatch, onLog, timeoutMs });
  };
  afterEach(() => host.close());

  const ask = (at: string) => fetch(`http://127.0.0.1:${host.port}${at}`);
  const text = async (at: string) => (await ask(at)).text();
  const pid = async (): Promise<number> => (await (await ask('/calm')).json()).pid;
  const logged = (part: string) => until(() => lines.some((line) => line.includes(part)));

  it('is another than that of the server, and the same for every request', async () => {
    await open();
    const first = await pid();
    expect(first).not.toBe(process.pid);
    expect(await pid()).toBe(first);
  });

  it.each([
    [
      'rejects a promise that nobody waits for',
      '/floating',
      'floating: Unhandled rejection: Error: Nobody waits for me',
    ],
    ['throws after its answer', '/thrown-later', 'thrown-later: Uncaught: Error: Too late to tell'],
  ])('is replaced when a Function %s, which is logged', async (_what, at, line) => {
    await open();
    const before = await pid();
    expect(await text(at)).toBe('answered');
    await logged(line);
    await until(() => !isAlive(before));
    expect(await pid()).not.toBe(before);
  });

  it('answers 500 at once for a Function that throws before it answers, as for an error that it calls back with', async () => {
    await open();
    const answer = await ask('/rejecting');
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ name: 'TypeError', message: 'It is what it is' });
    expect((await ask('/calm')).status).toBe(200);
  });

  it('ends others’ requests as usual when one Function fails', async () => {
    await open();
    const others = text('/slow?waitMs=300');
    await logged('/slow: begun');
    expect((await ask('/rejecting')).status).toBe(500);
    expect(await others).toBe('done');
  });

  it('may be ended by a Function: its request is answered 500, the next one is served', async () => {
    await open();
    const answer = await ask('/exit');
    expect({ status: answer.status, body: await answer.json() }).toEqual({
      status: 500,
      body: { name: 'Error', message: 'The process ended before it answered' },
    });
    expect((await ask('/calm')).status).toBe(200);
    await logged('/exit: its process ended before it answered (error 82002');
  });

  it('is killed when a Function loops for ever; that request is answered 504, all others as usual', async () => {
    await open(6000);
    const looped = await pid();
    const late = ask('/loop');
    await logged('/loop: begun');
    // It can not even begin there; others must not wait until the loop is given up.
    expect(await pid()).not.toBe(looped);
    expect(isAlive(looped)).toBe(true);
    const answer = await late;
    expect({ status: answer.status, text: await answer.text() }).toEqual({
      status: 504,
      text: 'Runtime application timed out',
    });
    await until(() => !isAlive(looped));
  });

  it('shows what a Function writes line by line, behind its path', async () => {
    await open();
    await Promise.all([text('/talk?say=one'), text('/talk?say=two')]);
    for (const say of ['one', 'two'])
      expect(lines).toEqual(expect.arrayContaining([`/talk: ${say}`, `/talk: ${say} in trouble`]));
    expect(lines.filter((line) => line === '/talk: and later')).toHaveLength(2);
    expect(errors.toSorted()).toEqual(['/talk: one in trouble', '/talk: two in trouble']);
  });

  it('keeps what `fetch` asks of Twilio on this machine, and of the Functions’ own domain', async () => {
    await open();
    const url = `https://taskrouter.twilio.com/v1/Workspaces/${ids.workspace}`;
    const { status, url: from, text: got } = await (await ask(`/fetch?url=${encodeURIComponent(url)}`)).json();
    expect({ status, from, name: JSON.parse(got).friendly_name }).toEqual({
      status: 200,
      from: url,
      name: 'Flex Task Assignment',
    });
    const own = await (await ask(`/fetch?url=${encodeURIComponent(`https://${DOMAIN}/slow?waitMs=1`)}`)).json();
    expect(own).toMatchObject({ status: 200, text: 'done' });
    const other = await (await ask(`/fetch?url=${encodeURIComponent('https://another.twil.io/')}`)).json();
    expect(other).toMatchObject({ status: 502, text: 'another.twil.io is not served here' });
  });

  it('is none of another server’s, which may have its own Functions at the same domain', async () => {
    await open();
    const first = host;
    const inFirst = await pid();
    await open();
    expect(await pid()).not.toBe(inFirst);
    await host.close();
    host = first;
    expect(await pid()).toBe(inFirst);
  });

  it('is gone when the server is closed, even in a loop', async () => {
    await open();
    const before = await pid();
    const broken = ask('/loop').catch((error: unknown) => error);
    await logged('/loop: begun');
    await host.close();
    expect(isAlive(before)).toBe(false);
    expect(await broken).toMatchObject({ message: 'fetch failed' });
    await open();
  });

  it('ends by itself when the server is killed', async () => {
    await open();
    const server = fork(path.join(__dirname, 'fixtures/reckless/server.ts'), [FOLDER], {
      execArgv: ['--import', 'tsx'],
    });
    const [port] = await once(server, 'message');
    const orphan = (await (await fetch(`http://127.0.0.1:${String(port)}/calm`)).json()).pid;
    expect(isAlive(orphan)).toBe(true);
    server.kill('SIGKILL');
    await until(() => !isAlive(orphan));
  });
});
