import type { Clock } from '../../../kernel/clock';
import type { Accounts } from '../commands';
import type { AccountsState } from '../state';

export function createAccounts({ clock }: { readonly clock: Clock }, state: AccountsState): Accounts {
  return {
    state: () => state,
    rename(friendlyName) {
      state.friendlyName = friendlyName;
      state.updatedAtMs = clock.nowMs();
    },
  };
}
