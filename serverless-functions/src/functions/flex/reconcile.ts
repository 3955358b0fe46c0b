import { z } from 'zod';

import { compose } from '../../composition';
import { flexFunction } from '../../http/function';

/** Any agent's open desktop calls; the lease makes one run of many calls. */
export const handler = flexFunction(compose, {
  name: 'flex/reconcile',
  request: z.object({}),
  async run(operations, _request, caller) {
    await caller;
    return operations.reconcile();
  },
});
