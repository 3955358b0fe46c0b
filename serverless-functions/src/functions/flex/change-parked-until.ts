import { compose } from '../../composition';
import { changeTimeRequest } from '../../contract/park-until';
import { flexFunction } from '../../http/function';
import { changeTime } from '../../parking/desk/change-time';

export const handler = flexFunction(compose, {
  name: 'flex/change-parked-until',
  request: changeTimeRequest,
  run: changeTime,
});
