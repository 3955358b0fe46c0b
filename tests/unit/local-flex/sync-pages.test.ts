/** @jest-environment node */
import { pageOf, pageRequest } from '../../../local-twilio/src/kernel/browser/sync/pages';

const item = (name: number) => ({
  name,
  data: {},
  revision: 0,
  lastEventId: 0,
  createdAtMs: 0,
  updatedAtMs: 0,
  expiresAtMs: null,
});
const items = (count: number) => Array.from({ length: count }, (_one, index) => item(index));
const names = (page: { items: readonly { name: string | number }[] }) => page.items.map((one) => one.name);

describe('a page of Sync items', () => {
  it('starts with the newest when asked in descending order', () => {
    const page = pageOf(items(5), pageRequest({ PageSize: '2', Order: 'desc' }, 'list'));
    expect(names(page)).toEqual([4, 3]);
    expect(page.previousToken).toBeNull();
  });

  it('goes on behind the last item seen, also when newer ones came meanwhile', () => {
    const first = pageOf(items(5), pageRequest({ PageSize: '2', Order: 'desc' }, 'list'));
    const next = pageOf(items(9), pageRequest({ PageToken: first.nextToken ?? '' }, 'list'));
    expect(names(next)).toEqual([2, 1]);
    expect(names(pageOf(items(9), pageRequest({ PageToken: next.nextToken ?? '' }, 'list')))).toEqual([0]);
  });

  it('goes back to the items before', () => {
    const last = pageOf(items(5), pageRequest({ PageSize: '2', From: '3' }, 'list'));
    expect(names(last)).toEqual([3, 4]);
    expect(names(pageOf(items(5), pageRequest({ PageToken: last.previousToken ?? '' }, 'list')))).toEqual([1, 2]);
  });

  it('has no next page at the end', () => {
    expect(pageOf(items(2), pageRequest({ PageSize: '2' }, 'list')).nextToken).toBeNull();
  });

  it('starts at the named item, itself included', () => {
    expect(names(pageOf(items(5), pageRequest({ From: '2', Order: 'desc' }, 'list')))).toEqual([2, 1, 0]);
  });

  it('takes a token that is not ours for a first page', () => {
    expect(names(pageOf(items(2), pageRequest({ PageToken: 'rubbish' }, 'list')))).toEqual([0, 1]);
  });
});
