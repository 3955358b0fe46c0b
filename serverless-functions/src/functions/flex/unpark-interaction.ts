import { compose } from '../../composition';
import { unparkRequest } from '../../contract/unpark';
import { flexFunction } from '../../http/function';

export const handler = flexFunction(compose, {
  name: 'flex/unpark-interaction',
  request: unparkRequest,
  run: (operations, request, caller) => operations.unpark(request, caller),
});
