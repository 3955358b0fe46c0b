import type { Account } from '../../../deploy/account/account';
import { openClient } from '../../../flex-config/account/connect';

const credentials = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'secret' };

/** The SDK on a fake of HTTP that answers GET by path, and 403 for every other one. */
export function accountAnswering(answers: Readonly<Record<string, object>>): Account {
  const client = openClient(credentials);
  const request = async ({ uri }: { uri: string }) => {
    const found = answers[new URL(uri).pathname];
    const body = found ? { meta: {}, ...found } : { status: 403, code: 20403, message: 'Forbidden' };
    return { statusCode: found ? 200 : 403, body: JSON.stringify(body), headers: {} };
  };
  Object.assign(client.httpClient, { request });
  return { ...credentials, client };
}
