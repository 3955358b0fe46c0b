import { compose } from '../../composition';
import { settingsRequest } from '../../contract/parking-settings';
import { flexFunction } from '../../http/function';
import { parkingSettings } from '../../parking/desk/parking-settings';

export const handler = flexFunction(compose, {
  name: 'flex/parking-settings',
  request: settingsRequest,
  run: parkingSettings,
});
