import { compose } from '../../composition';
import { previewRequest } from '../../contract/preview';
import { flexFunction } from '../../http/function';
import { preview } from '../../parking/desk/preview';

export const handler = flexFunction(compose, {
  name: 'flex/preview-interaction',
  request: previewRequest,
  run: preview,
});
