import { compose } from '../../composition';
import { historyRequest } from '../../contract/history';
import { flexFunction } from '../../http/function';
import { history } from '../../parking/desk/history';

export const handler = flexFunction(compose, { name: 'flex/parking-history', request: historyRequest, run: history });
