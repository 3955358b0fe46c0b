/** @jest-environment node */
import { parkObstacle } from '../../../../serverless-functions/src/contract/eligibility';

const free = { busy: false, conversationLoaded: true, otherInternalParticipants: 0, openInvites: 0 };

describe('Park', () => {
  it('can be pressed when nothing is in its way', () => expect(parkObstacle(free)).toBeUndefined());

  it.each([
    [{ busy: true }, 'busy'],
    [{ conversationLoaded: false }, 'conversation-not-loaded'],
    [{ otherInternalParticipants: 1 }, 'other-participants'],
    [{ openInvites: 1 }, 'open-invites'],
    [{ busy: true, openInvites: 1 }, 'busy'],
  ])('cannot be pressed with %j: %s', (changes, obstacle) => {
    expect(parkObstacle({ ...free, ...changes })).toBe(obstacle);
  });
});
