/** @jest-environment node */
import { checkBridges } from '../../../deploy/doctor/check-bridges';
import { describeLines } from '../../../deploy/doctor/lines';
import { readBridges } from '../../../deploy/doctor/read-bridges';
import { accountAnswering } from './account-answering';
import { healthyFacts } from './account-facts';

const path = '/v2/ControlPlane/Configurations';
const serviceSid = healthyFacts().flex.conversationsServiceSid ?? '';
const other = `IS${'9'.repeat(32)}`;
const remedy = '    → See that no parked conversation is closed by its timeouts: make them longer than you park for.';

/** As twilio.com/docs/api/conversations/v2/Configuration has it. */
const bridged = {
  id: 'conv_configuration_1',
  displayName: 'Care',
  conversationsV1Bridge: { serviceId: serviceSid },
  channelSettings: { CHAT: { statusTimeouts: { inactive: 10, closed: 60 } }, SMS: { captureRules: [] }, VOICE: null },
};
const elsewhere = { ...bridged, conversationsV1Bridge: { serviceId: other } };
const captured = { ...bridged, conversationsV1Bridge: null };

async function linesFor(...configurations: object[]): Promise<string[]> {
  const bridges = await readBridges(accountAnswering({ [path]: { configurations } }));
  return describeLines(checkBridges(healthyFacts({ bridges })));
}

describe('what the doctor says about Conversation Orchestrator', () => {
  it('is a warning where it is bridged to the conversations of Flex, with the times after which it closes', async () => {
    expect(await linesFor(elsewhere, bridged)).toEqual([
      '! Conversation Orchestrator: "Care" is bridged to Flex\'s conversations and closes CHAT after 60 min, perhaps parked ones, too',
      remedy,
    ]);
  });

  it('warns of a bridge without timeouts of its own, for nobody knows what Twilio does then', async () => {
    expect(await linesFor({ ...bridged, channelSettings: {} })).toEqual([
      '! Conversation Orchestrator: "Care" is bridged to Flex\'s conversations',
      remedy,
    ]);
  });

  it('is nothing where it is not used, or only for other conversations', async () => {
    expect(await linesFor()).toEqual([]);
    expect(await linesFor(elsewhere, captured)).toEqual([]);
  });

  it.each([
    ['refused', {}],
    ['answered otherwise than documented', { [path]: { configurations: 'none' } }],
  ])('is nothing where reading it is %s', async (_how, answers) => {
    const bridges = await readBridges(accountAnswering(answers));
    expect(bridges).toBeUndefined();
    expect(checkBridges(healthyFacts({ bridges }))).toEqual([]);
  });
});
