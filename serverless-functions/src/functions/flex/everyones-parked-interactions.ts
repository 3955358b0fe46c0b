import { compose } from '../../composition';
import { everyoneRequest } from '../../contract/everyone';
import { flexFunction } from '../../http/function';
import { everyone } from '../../parking/desk/everyone';

export const handler = flexFunction(compose, {
  name: 'flex/everyones-parked-interactions',
  request: everyoneRequest,
  run: everyone,
});
