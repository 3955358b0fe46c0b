import { compose } from '../../composition';
import { completeParkedRequest } from '../../contract/complete-parked';
import { flexFunction } from '../../http/function';
import { completeParked } from '../../parking/desk/complete-parked';

export const handler = flexFunction(compose, {
  name: 'flex/complete-parked-task',
  request: completeParkedRequest,
  run: completeParked,
});
