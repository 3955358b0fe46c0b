import type { Missing } from '../../../kernel/rest/coverage';

/** What is missing of the operations that are served in part. */
export const serverlessMissing: Missing = {
  CreateBuild: 'completed at once; dependencies are not installed',
  ListAssetVersion: 'files are text',
};
