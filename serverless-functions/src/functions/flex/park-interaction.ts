import { compose } from '../../composition';
import { parkRequest } from '../../contract/park';
import { flexFunction } from '../../http/function';

export const handler = flexFunction(compose, {
  name: 'flex/park-interaction',
  request: parkRequest,
  run: (operations, request, caller) => operations.park(request, caller),
});
