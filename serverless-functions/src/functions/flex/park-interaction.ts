import { compose } from '../../composition';
import { parkRequest } from '../../contract/park';
import { flexFunction } from '../../http/function';
import { park } from '../../parking/park/park';

export const handler = flexFunction(compose, { name: 'flex/park-interaction', request: parkRequest, run: park });
