/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setUp } from './sdk';

const DEFINITION = readFileSync(join(__dirname, '../../../docs/examples/studio-flow.json'), 'utf8');
const WITHOUT_FUNCTION = JSON.stringify({
  ...JSON.parse(DEFINITION),
  initial_state: 'Trigger',
  states: [{ name: 'Trigger', type: 'trigger', transitions: [], properties: {} }],
});

describe('flows, with the official SDK (docs/studio/rest-api/v2/flow)', () => {
  it('are made, read, listed without their definition, changed and removed', async () => {
    const { flows } = setUp().client.studio.v2;
    const made = await flows.create({ friendlyName: 'Returns', status: 'published', definition: DEFINITION });
    expect(made).toMatchObject({ status: 'published', revision: 1, valid: true, definition: JSON.parse(DEFINITION) });
    await flows(made.sid).update({ status: 'draft', friendlyName: 'Welcome back', commitMessage: 'A better name' });
    await expect(flows(made.sid).fetch()).resolves.toMatchObject({
      ...{ friendlyName: 'Welcome back', status: 'draft', revision: 2, commitMessage: 'A better name' },
    });
    expect(await flows.list()).toMatchObject([{ sid: made.sid, definition: null }]);
    await flows(made.sid).remove();
    await expect(flows(made.sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('are refused when they are broken', async () => {
    const { flows, flowValidate } = setUp().client.studio.v2;
    const broken = { friendlyName: 'Broken', status: 'published' as const, definition: '{"initial_state":"Trigger"}' };
    await expect(flows.create(broken)).rejects.toMatchObject({ status: 400, code: 20001 });
    await expect(flowValidate.update(broken)).rejects.toMatchObject({ status: 400 });
    await expect(flowValidate.update({ ...broken, definition: DEFINITION })).resolves.toMatchObject({ valid: true });
  });

  it('run as they were published, whatever was drafted since', async () => {
    const { client, world } = setUp();
    const { flows } = client.studio.v2;
    const draft = await flows.create({ friendlyName: 'Late', status: 'draft', definition: WITHOUT_FUNCTION });
    const live = await flows.create({ friendlyName: 'Live', status: 'published', definition: WITHOUT_FUNCTION });
    await flows(live.sid).update({ status: 'draft', definition: DEFINITION });
    const conversation = world.conversations.create({ friendlyName: 'Grace' });
    for (const { sid } of [draft, live])
      await client.conversations.v1
        .conversations(conversation.sid)
        .webhooks.create({ target: 'studio', 'configuration.flowSid': sid });
    world.conversations.addMessage(conversation.sid, { author: 'grace', body: 'Hello', source: 'SDK' });
    await world.settled();
    expect(world.studio.executions()).toMatchObject([{ flowSid: live.sid, steps: ['Trigger'], status: 'ended' }]);
  });
});

it('names what a flow may be made of here (docs/studio/rest-api/v2/flow)', async () => {
  const { flows } = setUp().client.studio.v2;
  const definition = DEFINITION.replace('"run-function"', '"make-http-request"');
  const made = flows.create({ friendlyName: 'More', status: 'published', definition });
  await expect(made).rejects.toThrow(/trigger.*send-message.*run-function/);
  await expect(made).rejects.toMatchObject({ status: 501, message: expect.stringContaining('make-http-request (') });
});
