import { NAME } from '../product';
import type { AccountState } from '../state';
import type { Step } from './step';

export const RECORDS_VARIABLE = 'PARKING_SYNC_SID';

/** Friendly name of the Sync service that holds the parking records of an environment. */
export const recordsServiceName = (env: string): string => `${NAME} records (${env})`;

/**
 * The service of the parking records: the one that the live Functions use, so that no parked conversation is ever
 * stranded, else one of that name; undefined where it has to be made.
 */
export function recordsServiceOf(state: AccountState, env: string): string | undefined {
  const { syncServices, functions } = state;
  const used = functions?.environment?.variables[RECORDS_VARIABLE];
  if (syncServices.some(({ sid }) => sid === used)) return used;
  return syncServices.find(({ friendlyName }) => friendlyName === recordsServiceName(env))?.sid;
}

export const recordsServiceStep: Step = {
  title: "Records' Sync service",
  plan: (state, { env }) => ({
    changes: recordsServiceOf(state, env) ? [] : [`create the Sync service "${recordsServiceName(env)}"`],
  }),
  async apply({ client }, state, { env }) {
    const friendlyName = recordsServiceName(env);
    // With ACL on, no browser reads it, even one that learns its SID.
    const { sid } = await client.sync.v1.services.create({ friendlyName, aclEnabled: true });
    return { ...state, syncServices: [...state.syncServices, { sid, friendlyName }] };
  },
};
