/** @jest-environment node */
import { inviteRouting, keepsWebhook } from '../../../../../serverless-functions/src/parking/domain/routing';
import { ADA, aPark, sid } from '../../support/fixtures';

const toWorkflow = { to: 'workflow' } as const;
const toAda = { to: 'worker', workerSid: ADA.workerSid } as const;
const sameAsBefore = { workflowSid: sid('WW'), taskChannelUniqueName: 'chat', priority: 7 };

describe('an invite', () => {
  it('by the workflow goes through the same workflow, task channel and priority as before', () => {
    expect(inviteRouting(aPark(), toWorkflow)).toStrictEqual(sameAsBefore);
  });

  it('to a worker names him and the queue', () => {
    const direct = { queueSid: sid('WQ'), workerSid: ADA.workerSid };
    expect(inviteRouting(aPark(), toAda)).toStrictEqual({ ...sameAsBefore, direct });
  });

  it('to a worker may be declined, so only then the webhook stays', () => {
    expect(keepsWebhook(toAda)).toBe(true);
    expect(keepsWebhook(toWorkflow)).toBe(false);
  });
});
