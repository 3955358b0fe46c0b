import type { Router } from 'express';
import type { World } from '../../account/world';
import { answer, command } from './command';
import type { ControlLive } from './live';
import { requests } from './requests';

export function faults(world: World, router: Router, live: ControlLive): void {
  router.get(
    '/faults',
    answer(() => world.faults.list()),
  );
  router.delete(
    '/faults',
    answer(() => {
      world.faults.clear();
      live.changed('faults');
    }),
  );
  router.post(
    '/faults',
    command(requests.fault, (fault) => {
      world.faults.add(fault);
      live.changed('faults');
    }),
  );
}

export function webhookFaults({ webhookFaults: planned }: World, router: Router, live: ControlLive): void {
  router.get(
    '/webhook-faults',
    answer(() => planned.list()),
  );
  router.delete(
    '/webhook-faults',
    answer(() => {
      planned.clear();
      live.changed('webhookFaults');
    }),
  );
  router.post(
    '/webhook-faults',
    command(requests.webhookFault, (fault) => {
      planned.add(fault);
      live.changed('webhookFaults');
    }),
  );
}
