import type { ProductCoverage } from '../../coverage';

/** What the local Twilio does of sync.twilio.com. */
export const syncCoverage: ProductCoverage = {
  partial: { CreateService: 'only FriendlyName and AclEnabled; permissions are not enforced' },
  supported: `
    CreateDocument CreateSyncList CreateSyncListItem CreateSyncMap CreateSyncMapItem DeleteDocument DeleteService DeleteSyncList
    DeleteSyncListItem DeleteSyncMap DeleteSyncMapItem FetchDocument FetchService FetchSyncList FetchSyncListItem
    FetchSyncMap FetchSyncMapItem ListDocument ListService ListSyncList ListSyncListItem ListSyncMap ListSyncMapItem
    UpdateDocument UpdateSyncListItem UpdateSyncMapItem
  `,
  planned: `
    CreateStreamMessage CreateSyncStream DeleteDocumentPermission
    DeleteSyncListPermission DeleteSyncMapPermission DeleteSyncStream FetchDocumentPermission
    FetchSyncListPermission FetchSyncMapPermission FetchSyncStream ListDocumentPermission ListSyncListPermission
    ListSyncMapPermission ListSyncStream UpdateDocumentPermission UpdateService UpdateSyncList
    UpdateSyncListPermission UpdateSyncMap UpdateSyncMapPermission UpdateSyncStream
  `,
};
