/** @jest-environment node */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SERVICES = join(__dirname, '../../../local-twilio/src/services');

/** What a service may have at its top; a file that grew too long is split into `<part>-<name>`. */
const TOP = /^(?:account|index|store|(?:\w+-)?(?:commands|entities|events|state))\.ts$|^(?:browser|rest|rules)$/;
/** What every service has. */
const ALWAYS = ['commands.ts', 'entities.ts', 'events.ts', 'index.ts', 'rules/create.ts', 'state.ts'];
/** What a service with REST operations has. */
const WITH_REST = ['account.ts', 'rest/answers.ts', 'rest/operations.ts'];

const services = readdirSync(SERVICES);

describe.each(services)('the service %s is built like the others', (service) => {
  const has = (file: string) => existsSync(join(SERVICES, service, file));
  const read = (file: string) => readFileSync(join(SERVICES, service, file), 'utf8');
  const files = readdirSync(join(SERVICES, service), { recursive: true, encoding: 'utf8' });

  it('has the files that each has, by the same names', () => {
    expect(ALWAYS.filter((file) => !has(file))).toEqual([]);
    expect((has('rest') ? WITH_REST : []).filter((file) => !has(file))).toEqual([]);
  });

  it('has nothing else at its top', () => {
    expect(readdirSync(join(SERVICES, service)).filter((name) => !TOP.test(name))).toEqual([]);
  });

  it('is made by one function, of what the account builds every service with', () => {
    const [, name] = /^ {2}create: (create\w+),$/m.exec(read('index.ts')) ?? [];
    const exported = [...read('rules/create.ts').matchAll(/^export function (create\w+)\(([^)]*)\)/gm)];
    expect(exported.map(([, made]) => made)).toEqual([name]);
    expect(exported.map(([, , parameters]) => parameters)).toEqual([expect.stringMatching(/^\{[^}]*\}: Building</)]);
  });

  it('writes no entity beside the shape that it is kept in', () => {
    const shapes = files.filter((file) => /^(?:\w+-)?state\.ts$/.test(file));
    expect(shapes.filter((file) => /: Shape</.test(read(file)))).toEqual([]);
  });

  it('calls what makes an answer of REST an answer', () => {
    const makers = files.filter((file) => /^rest\/(?:[\w-]+-)?answers\.ts$/.test(file));
    const named = makers.flatMap((file) =>
      [...read(file).matchAll(/^export function (\w+)/gm)].map(([, name]) => name),
    );
    expect(named.filter((name) => !/Answers?$|Of$/.test(name ?? ''))).toEqual([]);
  });

  it('writes no answer of REST beside its answers', () => {
    const handlers = files.filter((file) => /^rest\/.*\.ts$/.test(file) && !/answers\.ts$/.test(file));
    const writing = handlers.filter((file) => /^ *account_sid:/m.test(read(file)));
    expect(writing).toEqual([]);
  });
});
