import { compose } from '../../composition';
import { unparkRequest } from '../../contract/unpark';
import { flexFunction } from '../../http/function';
import { unpark } from '../../parking/unpark/unpark';

export const handler = flexFunction(compose, { name: 'flex/unpark-interaction', request: unparkRequest, run: unpark });
