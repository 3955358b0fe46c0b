import { compose } from '../../composition';
import { everyoneRequest } from '../../contract/everyone';
import { flexFunction } from '../../http/function';

export const handler = flexFunction(compose, {
  name: 'flex/everyones-parked-interactions',
  request: everyoneRequest,
  run: (operations, request, caller) => operations.everyone(request, caller),
});
