/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loginOf, readCredentials, readVariables } from '../../../flex-config/account/variables';

const ACCOUNT_SID = 'AC0123456789abcdef0123456789abcdef';
const AUTH_TOKEN = '0123456789abcdef0123456789abcdef';
const KEY = `SK${AUTH_TOKEN}`;

describe('the variables of an environment', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'variables-'));
    writeFileSync(join(folder, '.env'), 'ACCOUNT_SID=one\nAUTH_TOKEN=one\n');
    writeFileSync(join(folder, '.env.staging'), 'ACCOUNT_SID=two\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('come from the file of the environment alone, if there is one', () => {
    expect(readVariables({ env: 'staging', folder, own: {} })).toEqual({ ACCOUNT_SID: 'two' });
  });

  it('come from .env otherwise', () => {
    expect(readVariables({ env: 'production', folder, own: {} })).toEqual({ ACCOUNT_SID: 'one', AUTH_TOKEN: 'one' });
  });

  it('are overruled by those of the process', () => {
    expect(readVariables({ env: 'staging', folder, own: { ACCOUNT_SID: 'three' } })).toEqual({ ACCOUNT_SID: 'three' });
    const own = { TWILIO_FLEX_SYNC_SID: 'IS3' };
    expect(readVariables({ env: 'staging', folder, own })).toEqual({ ACCOUNT_SID: 'two', ...own });
  });

  it('lend no secret of the shell to the account of a file', () => {
    writeFileSync(join(folder, '.env.staging'), 'ACCOUNT_SID=two\nTWILIO_API_KEY=two\nTWILIO_API_SECRET=two\n');
    const own = {
      TWILIO_ACCOUNT_SID: 'three',
      AUTH_TOKEN: 'three',
      TWILIO_API_KEY: 'three',
      TWILIO_API_SECRET: 'three',
    };
    expect(readVariables({ env: 'staging', folder, own })).toEqual({
      TWILIO_ACCOUNT_SID: 'three',
      ACCOUNT_SID: 'two',
      TWILIO_API_KEY: 'two',
      TWILIO_API_SECRET: 'two',
    });
  });

  it('lend no secret of a file to the account of the shell', () => {
    const own = { ACCOUNT_SID: 'three', TWILIO_API_KEY: 'three', TWILIO_API_SECRET: 'three' };
    expect(readVariables({ env: 'production', folder, own })).toEqual(own);
  });

  it('are those of the file where the CI sets empty ones', () => {
    const own = { ACCOUNT_SID: '', AUTH_TOKEN: '' };
    expect(readVariables({ env: 'production', folder, own })).toEqual({ ACCOUNT_SID: 'one', AUTH_TOKEN: 'one' });
  });
});

describe('the credentials', () => {
  it('are read from the variables', () => {
    expect(readCredentials({ ACCOUNT_SID, AUTH_TOKEN })).toEqual({ accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN });
  });

  it.each([
    [{ AUTH_TOKEN }, /^ACCOUNT_SID is not set/],
    [{ ACCOUNT_SID }, /^AUTH_TOKEN is not set/],
    [{ ACCOUNT_SID: 'SK12', AUTH_TOKEN }, /^ACCOUNT_SID must be AC and 32/],
    [{ ACCOUNT_SID, AUTH_TOKEN: 'my-secret' }, /^AUTH_TOKEN must be 32 hexadecimal digits\.$/],
    [{}, /^ACCOUNT_SID and AUTH_TOKEN are not set/],
    [{ ACCOUNT_SID, AUTH_TOKEN: `SK${'a'.repeat(32)}` }, /not an API key: a key goes into TWILIO_API_KEY/],
    [{ ACCOUNT_SID, TWILIO_API_KEY: KEY }, /^TWILIO_API_SECRET is not set/],
    [{ ACCOUNT_SID, TWILIO_API_SECRET: 'x' }, /^TWILIO_API_KEY is not set/],
    [{ ACCOUNT_SID, TWILIO_API_KEY: 'key', TWILIO_API_SECRET: 'x' }, /^TWILIO_API_KEY must be SK and 32/],
    [{ TWILIO_API_KEY: KEY, TWILIO_API_SECRET: 'x' }, /^ACCOUNT_SID is not set/],
  ])('that are missing or malformed are named, never shown', (variables, message) => {
    expect(() => readCredentials(variables)).toThrow(message);
  });

  it('may be an API key', () => {
    const key = { TWILIO_API_KEY: KEY, TWILIO_API_SECRET: 'secret' };
    const read = { accountSid: ACCOUNT_SID, apiKey: KEY, apiSecret: 'secret' };
    expect(readCredentials({ ACCOUNT_SID, ...key })).toEqual(read);
    expect(loginOf(read)).toEqual({ username: KEY, password: 'secret' });
  });

  it('need ACCOUNT_SID: the Twilio CLI may be on another account', () => {
    const ofCli = { TWILIO_ACCOUNT_SID: ACCOUNT_SID, TWILIO_API_KEY: KEY, TWILIO_API_SECRET: 'secret' };
    expect(() => readCredentials(ofCli)).toThrow(/^ACCOUNT_SID is not set/);
  });

  it('are the token where both are there: the key may be of another account', () => {
    const both = { ACCOUNT_SID, AUTH_TOKEN, TWILIO_API_KEY: KEY, TWILIO_API_SECRET: 'secret' };
    expect(readCredentials(both)).toEqual({ accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN });
    expect(loginOf(readCredentials(both))).toEqual({ username: ACCOUNT_SID, password: AUTH_TOKEN });
  });
});
