import type { ProductCoverage } from '../../../account/coverage/coverage';

/** What the local Twilio does of serverless.twilio.com. */
export const serverlessCoverage: ProductCoverage = {
  partial: {
    CreateBuild: 'completed at once; dependencies are not installed',
    ListAssetVersion: 'files are text',
    CreateDeployment: 'IsPlugin is ignored',
  },
  supported: `
    CreateAsset CreateEnvironment CreateFunction CreateService CreateVariable DeleteAsset DeleteBuild
    DeleteEnvironment DeleteFunction DeleteService DeleteVariable FetchAsset FetchAssetVersion FetchBuild
    FetchBuildStatus FetchDeployment FetchEnvironment FetchFunction FetchFunctionVersion FetchFunctionVersionContent
    FetchService FetchVariable ListAsset ListBuild ListDeployment ListEnvironment ListFunction ListFunctionVersion
    ListService ListVariable UpdateService UpdateVariable
  `,
  planned: 'FetchLog ListLog UpdateAsset UpdateFunction',
};
