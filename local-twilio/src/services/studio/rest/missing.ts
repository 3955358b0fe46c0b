import type { Missing } from '../../../kernel/rest/coverage';
import { servedWidgets } from '../rules/definition';

/** What is missing of the operations that are served in part. */
export const studioMissing: Missing = {
  CreateFlow: `every widget but ${servedWidgets.join(', ')}; a flow starts by a webhook of a conversation only`,
  UpdateFlow: 'as CreateFlow; older revisions are not kept',
  UpdateFlowValidate: 'as CreateFlow; a broken definition is refused as CreateFlow refuses it',
};
