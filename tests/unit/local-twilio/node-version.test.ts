/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertNode } from '../../../local-twilio/src/start/node-version';

const { engines } = JSON.parse(readFileSync(join(__dirname, '../../../local-twilio/package.json'), 'utf8'));
const [major, minor] = engines.node.slice('>='.length).split('.').map(Number);

describe('the Node that the local Twilio runs on', () => {
  it.each([`${major}.${minor}.0`, `${major}.${minor + 1}.3`, `${major + 1}.0.0`, process.versions.node])(
    'may be %s',
    (version) => expect(() => assertNode(version)).not.toThrow(),
  );

  it.each([`${major}.${minor - 1}.9`, `${major - 1}.99.0`])('is refused when it is %s', (version) => {
    expect(() => assertNode(version)).toThrow(`Node ${major}.${minor} or newer is needed; this is ${version}.`);
  });
});
