/** @jest-environment node */
import { listItem } from '../../../../../serverless-functions/src/contract/list-item';
import {
  listItemOf,
  listItemTtlSeconds,
  remainingTtlSeconds,
} from '../../../../../serverless-functions/src/parking/domain/list-item';
import { ADA, aPark, GRACE, PARKED_AT_MS, sid, TASK_ATTRIBUTES } from '../../support/fixtures';

function rowOf(attributes: object, address?: string) {
  const customers = [{ ...GRACE, ...(address !== undefined && { address }) }];
  return listItemOf(aPark({ customers, task: { ...aPark().task, attributes: JSON.stringify(attributes) } }));
}

describe('a row of the list', () => {
  it.each([
    ['web', 86_400],
    ['whatsapp', 86_400],
    ['messenger', 86_400],
    ['sms', 0],
  ])('of %s lives %d seconds (0: without end)', (channelType, ttlSeconds) => {
    expect(listItemTtlSeconds({ ...listItemOf(aPark()), channelType })).toBe(ttlSeconds);
  });

  it('says when it comes back by itself and whether a reply waits, and lives until a day later', () => {
    const back = { atMs: PARKED_AT_MS + 3_600_000, route: { to: 'workflow' } } as const;
    const row = listItemOf(aPark({ back }));
    expect(row).toMatchObject({ backAt: '2026-03-04T13:00:00.000Z' });
    expect(listItemTtlSeconds(row)).toBe(25 * 3600);
    expect(remainingTtlSeconds(row, PARKED_AT_MS + 3_600_000)).toBe(86_400);
    expect(listItemOf(aPark({ back: { ...back, repliesWaitMs: 1 } })).replies).toBe('wait');
    expect(listItemOf(aPark({ back: { ...back, repliesWaitMs: 1, repliedAtMs: 1 } })).replies).toBe('unread');
  });

  it('says that a closing remark waits, and until when, or until the time that the agent chose', () => {
    const back = { atMs: PARKED_AT_MS + 3_600_000, route: { to: 'workflow' } } as const;
    const remark = { index: 4, atMs: PARKED_AT_MS, untilMs: PARKED_AT_MS + 2 * 3_600_000 };
    expect(listItemOf(aPark({ remark }))).toMatchObject({ backAt: '2026-03-04T14:00:00.000Z', replies: 'unread' });
    expect(listItemOf(aPark({ remark, back }))).toMatchObject({
      backAt: '2026-03-04T13:00:00.000Z',
      replies: 'unread',
    });
  });

  it('shows the minimum of a park', () => {
    expect(listItemOf(aPark())).toEqual({
      parkId: 'park-1',
      conversationSid: sid('CH'),
      interactionSid: sid('KD'),
      channelSid: sid('UO'),
      workerSid: ADA.workerSid,
      customerName: 'Grace',
      customerAddress: 'grace@example.com',
      channelType: 'web',
      queueName: 'Support',
      parkedAt: '2026-03-04T12:00:00.000Z',
    });
  });

  it('is a row as the contract knows it', () => expect(listItem.safeParse(listItemOf(aPark())).success).toBe(true));

  it('holds nothing else of the task, for any Flex token can read it', () => {
    expect(JSON.stringify(rowOf({ ...TASK_ATTRIBUTES, secret: 'diagnosis' }))).not.toContain('diagnosis');
  });

  it.each([
    ['customerName before name', { customerName: 'Grace H.', name: 'G' }, 'Grace H.'],
    ['name when customerName is empty', { customerName: '', name: 'G' }, 'G'],
    ['name when customerName is no text', { customerName: { first: 'G' }, name: 'G' }, 'G'],
    ['the address when there is no name', { from: '+15550003' }, '+15550003'],
  ])('names the customer by %s', (_, attributes, name) => expect(rowOf(attributes).customerName).toBe(name));

  it.each([
    ['customerAddress first', { customerAddress: 'a', from: 'b' }, 'a'],
    ['then from', { from: 'b' }, 'b'],
    ['then the messaging address', {}, '+15550003'],
  ])('gives the address: %s', (_, attributes, address) => {
    expect(rowOf(attributes, '+15550003').customerAddress).toBe(address);
  });

  it('stays a row when nothing is known of the customer', () => {
    expect(rowOf({})).toMatchObject({ customerName: '', customerAddress: '' });
  });
});
