/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageRows } from '../../../local-twilio/src/account/coverage/coverage';
import { coverageTable } from '../../../local-twilio/src/account/coverage/table';
import { isProductHost, partsOf, productOf, products, restHandlers } from '../../../local-twilio/src/account/products';
import { otherSwitches } from '../../../local-twilio/src/kernel/switches';
import { setUp } from './sdk';

const { world } = setUp();

describe.each(Object.keys(products))('the coverage of %s', (host) => {
  const rows = coverageRows().filter((row) => row.host === host);

  it('names every operation of the OpenAPI definition once', async () => {
    if (!isProductHost(host)) throw new Error(`Unknown host ${host}`);
    const { operationIds } = await productOf(host);
    expect(rows.map(({ operationId }) => operationId).sort()).toEqual([...operationIds].sort());
  });

  it('says supported or partial of exactly those that have a handler', () => {
    if (!isProductHost(host)) throw new Error(`Unknown host ${host}`);
    const served = rows.filter(({ status }) => status !== 'planned').map(({ operationId }) => operationId);
    expect(served.sort()).toEqual(Object.keys(restHandlers(world)[host] ?? {}).sort());
  });

  it('says in words what is missing of no operation that has no handler', () => {
    const partial = rows.filter(({ status }) => status === 'partial').map(({ operationId }) => operationId);
    expect(partial).toEqual(expect.arrayContaining(partsOf(host).flatMap(({ missing }) => Object.keys(missing))));
  });
});

it('counts a parameter that an operation does not declare as missing', () => {
  const row = coverageRows().find(({ operationId }) => operationId === 'CreateConversationMessage');
  expect(row).toMatchObject({ status: 'partial', missing: expect.stringContaining('ContentSid') });
});

it('has a row for every switch about Twilio, and says that nobody has confirmed it', () => {
  for (const name of Object.keys(otherSwitches))
    expect(coverageTable()).toMatch(new RegExp(`^\\|.*\\| \`${name}\` +\\|.*\\| no +\\|$`, 'm'));
});

it('names the widgets that a Studio flow may have here, and a webhook starts one (docs/studio/rest-api/v2/flow)', () => {
  const missingOf = (name: string) => coverageRows().find(({ operationId }) => operationId === name)?.missing;
  expect(missingOf('CreateFlow')).toContain('every widget but trigger, send-message, run-function');
  expect(missingOf('CreateConversationScopedWebhook')).toBeNull();
});

it('COVERAGE.md says what the handlers do (npm run local:coverage writes it)', () => {
  const written = readFileSync(join(__dirname, '../../../local-twilio/COVERAGE.md'), 'utf8');
  expect(written).toBe(coverageTable());
});
