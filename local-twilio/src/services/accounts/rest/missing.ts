import type { Missing } from '../../../kernel/rest/coverage';

/** What is missing of the operations that are served in part. */
export const accountsMissing: Missing = {
  FetchAccount: 'subresource_uris is empty',
};
