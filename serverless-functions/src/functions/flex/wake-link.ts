import { compose } from '../../composition';
import { wakeLinkRequest } from '../../contract/wake-link';
import { flexFunction } from '../../http/function';
import { wakeLink } from '../../parking/desk/wake-link';

export const handler = flexFunction(compose, { name: 'flex/wake-link', request: wakeLinkRequest, run: wakeLink });
