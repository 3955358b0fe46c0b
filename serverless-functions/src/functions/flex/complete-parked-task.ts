import { compose } from '../../composition';
import { completeParkedRequest } from '../../contract/complete-parked';
import { flexFunction } from '../../http/function';

export const handler = flexFunction(compose, {
  name: 'flex/complete-parked-task',
  request: completeParkedRequest,
  run: (operations, request, caller) => operations.completeParked(request, caller),
});
