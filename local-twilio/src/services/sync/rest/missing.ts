import type { Missing } from '../../../kernel/rest/coverage';

/** What is missing of the operations that are served in part. */
export const syncMissing: Missing = {
  CreateService: 'only FriendlyName and AclEnabled; permissions are enforced for maps, when a browser asks',
  UpdateService: 'only FriendlyName and AclEnabled',
};
