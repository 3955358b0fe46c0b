/** @jest-environment node */
import * as sids from '../../../../serverless-functions/src/contract/sids';

const HEX = '0123456789abcdef0123456789abcdef';

describe('SIDs', () => {
  it.each([
    ['CH', sids.conversationSid],
    ['MB', sids.conversationParticipantSid],
    ['KD', sids.interactionSid],
    ['UO', sids.interactionChannelSid],
    ['UT', sids.interactionParticipantSid],
    ['KG', sids.inviteSid],
    ['WT', sids.taskSid],
    ['WK', sids.workerSid],
    ['WW', sids.workflowSid],
    ['WQ', sids.taskQueueSid],
    ['WH', sids.webhookSid],
    ['MP', sids.syncMapSid],
  ])('%s and 32 hex digits, and nothing around them', (prefix, schema) => {
    expect(schema.safeParse(prefix + HEX).success).toBe(true);
    const wrong = [
      `XX${HEX}`,
      prefix,
      prefix + HEX.slice(1),
      `${prefix}${HEX}0`,
      ` ${prefix}${HEX}`,
      `${prefix}${HEX}\n`,
    ];
    const others = [
      prefix + HEX.toUpperCase(),
      `${prefix}${HEX.slice(2)}/x`,
      `${prefix}${HEX.slice(3)}../`,
      '',
      7,
      null,
    ];
    for (const value of [...wrong, ...others, undefined, [prefix + HEX]]) {
      expect(schema.safeParse(value).success).toBe(false);
    }
  });
});
