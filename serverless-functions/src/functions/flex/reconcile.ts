import { compose } from '../../composition';
import { reconcileRequest } from '../../contract/reconcile';
import { flexFunction } from '../../http/function';
import { reconcile } from '../../parking/upkeep/reconcile';

/** Any agent's open desktop calls; the lease makes one run of many calls. */
export const handler = flexFunction(compose, {
  name: 'flex/reconcile',
  request: reconcileRequest,
  async run(ports, { rows }, caller) {
    const { workerSid } = await caller;
    return reconcile(ports, { ghosts: { workerSid, rows } });
  },
});
