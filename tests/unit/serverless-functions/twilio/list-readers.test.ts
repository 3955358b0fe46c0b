/** @jest-environment node */
import { Calls } from '../../../../serverless-functions/src/twilio/calls';
import { createListReaders, type ListReaders } from '../../../../serverless-functions/src/twilio/list-readers';
import { fakeClock } from '../support/fake-clock';
import { fakeTwilio } from '../support/fake-http';
import { ADA, sid } from '../support/fixtures';

const path = `/v1/Services/${sid('IS')}/Maps/ParkedInteractions_${ADA.workerSid}/Permissions/${ADA.identity}`;

function open(status: number) {
  const http = fakeTwilio(() => ({
    status,
    body: { identity: ADA.identity, read: true, write: false, manage: false },
  }));
  const readers: ListReaders = new Map();
  /** A new invocation of the same container. */
  const invocation = () => {
    const calls = new Calls(fakeClock(), { callUntilMs: 9_000, retryUntilMs: 8_500 });
    return createListReaders(http.client, calls, { serviceSid: sid('IS'), readers });
  };
  return { ...http, invocation };
}

describe('the permission to read a list', () => {
  it('is given to the agent for their own map, and it is only to read', async () => {
    const { invocation, sent } = open(200);
    await invocation().letAgentRead(ADA);
    expect(sent).toMatchObject([{ method: 'POST', path, form: { Read: 'true', Write: 'false', Manage: 'false' } }]);
  });

  it('is given once per container', async () => {
    const { invocation, sent } = open(200);
    await invocation().letAgentRead(ADA);
    await invocation().letAgentRead(ADA);
    expect(sent).toHaveLength(1);
  });

  it('is given again when it could not be given', async () => {
    const { invocation, sent } = open(404);
    await expect(invocation().letAgentRead(ADA)).rejects.toMatchObject({ kind: 'refused' });
    await expect(invocation().letAgentRead(ADA)).rejects.toMatchObject({ kind: 'refused' });
    expect(sent).toHaveLength(2);
  });
});
