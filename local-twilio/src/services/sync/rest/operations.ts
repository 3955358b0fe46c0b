import type { Handlers } from '../account';
import { documentsRest } from './documents';
import { listsRest } from './lists';
import { mapsRest } from './maps';
import { permissionsRest } from './permissions';
import { servicesRest } from './services';
import { streamsRest } from './streams';

export const syncRest: Handlers = {
  ...servicesRest,
  ...documentsRest,
  ...mapsRest,
  ...permissionsRest,
  ...listsRest,
  ...streamsRest,
};
