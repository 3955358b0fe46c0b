import { compose } from '../../composition';
import { reconcileRequest } from '../../contract/reconcile';
import { flexFunction } from '../../http/function';
import { reconcile } from '../../parking/upkeep/reconcile';
import { settingsMark } from '../../parking/upkeep/settings-mark';

/** Any agent's open desktop calls; the lease makes one run of many calls. It also learns here of changed settings. */
export const handler = flexFunction(compose, {
  name: 'flex/reconcile',
  request: reconcileRequest,
  async run(ports, { rows }, caller) {
    const { workerSid } = await caller;
    const answer = await reconcile(ports, { ghosts: { workerSid, rows } });
    return { ...answer, settingsMark: await settingsMark(ports) };
  },
});
