import type { ProductCoverage } from '../../../account/coverage/coverage';

/** What the local Twilio does of studio.twilio.com. */
export const studioCoverage: ProductCoverage = {
  partial: {
    CreateFlow: 'the widgets trigger, send-message and run-function; a flow starts by a webhook of a conversation only',
    UpdateFlow: 'as CreateFlow; older revisions are not kept',
    UpdateFlowValidate: 'as CreateFlow; a broken definition is refused as CreateFlow refuses it',
  },
  supported: 'DeleteFlow FetchFlow ListFlow',
  planned: `
    CreateExecution DeleteExecution FetchExecution FetchExecutionContext FetchExecutionStep FetchExecutionStepContext
    FetchFlowRevision FetchTestUser ListExecution ListExecutionStep ListFlowRevision UpdateExecution UpdateTestUser
  `,
};
