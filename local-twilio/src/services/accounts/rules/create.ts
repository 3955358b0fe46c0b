import type { Building } from '../../../kernel/service';
import type { Accounts } from '../commands';
import type { AccountsEvent } from '../events';
import type { AccountsState } from '../state';
import { createKeys } from './keys';

export function createAccounts({ context, state }: Building<AccountsEvent, object, AccountsState>): Accounts {
  return {
    state: () => state,
    rename(friendlyName) {
      state.friendlyName = friendlyName;
      state.updatedAtMs = context.clock.nowMs();
    },
    ...createKeys(context, state),
  };
}
