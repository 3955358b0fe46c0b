import { compose } from '../../composition';
import { previewRequest } from '../../contract/preview';
import { flexFunction } from '../../http/function';

export const handler = flexFunction(compose, {
  name: 'flex/preview-interaction',
  request: previewRequest,
  run: (operations, request, caller) => operations.preview(request, caller),
});
