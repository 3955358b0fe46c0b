import type { ProductCoverage } from '../../../account/coverage/coverage';

/** What the local Twilio does of sync.twilio.com. */
export const syncCoverage: ProductCoverage = {
  partial: {
    CreateService: 'only FriendlyName and AclEnabled; permissions are enforced for maps, when a browser asks',
    UpdateService: 'only FriendlyName and AclEnabled',
  },
  supported: `
    CreateDocument CreateSyncList CreateSyncListItem CreateSyncMap CreateSyncMapItem DeleteDocument DeleteService DeleteSyncList
    DeleteSyncListItem DeleteSyncMap DeleteSyncMapItem FetchDocument FetchService FetchSyncList FetchSyncListItem
    FetchSyncMap FetchSyncMapItem ListDocument ListService ListSyncList ListSyncListItem ListSyncMap ListSyncMapItem
    UpdateDocument UpdateSyncListItem UpdateSyncMapItem DeleteSyncMapPermission FetchSyncMapPermission
    ListSyncMapPermission UpdateSyncList UpdateSyncMap UpdateSyncMapPermission
  `,
  planned: `
    CreateStreamMessage CreateSyncStream DeleteDocumentPermission
    DeleteSyncListPermission DeleteSyncStream FetchDocumentPermission
    FetchSyncListPermission FetchSyncStream ListDocumentPermission ListSyncListPermission
    ListSyncStream UpdateDocumentPermission
    UpdateSyncListPermission UpdateSyncStream
  `,
};
