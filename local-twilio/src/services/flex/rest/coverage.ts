import type { ProductCoverage } from '../../../account/coverage/coverage';
import { pluginsSupported } from '../../plugins/rest/coverage';

/** What the local Twilio does of flex-api.twilio.com. */
export const flexCoverage: ProductCoverage = {
  partial: {
    FetchConfiguration: 'UiVersion is ignored',
    CreateInteraction: 'voice and email channels, interaction context, webhooks',
    FetchInteraction: 'interaction context',
    UpdateInteractionChannel: 'no closing of a single media channel',
    CreateInteractionTransfer: 'cold only; the body is not described, it is read as the Flex UI writes it',
    CreateInteractionChannelInvite: 'the task is there at once; Twilio makes it a moment later',
  },
  supported: `${pluginsSupported}
    FetchInteractionChannel FetchInteractionTransfer ListInteractionChannel ListInteractionChannelInvite ListInteractionChannelParticipant
    UpdateConfiguration UpdateInteractionChannelParticipant
  `,
  planned: `
    CreateChannel CreateFlexFlow CreateInsightsAssessments CreateInsightsAssessmentsComment
    CreateInsightsQuestionnaires CreateInsightsQuestionnairesCategory CreateInsightsQuestionnairesQuestion
    CreateInsightsSession CreateInteractionChannelParticipant CreateWebChannel
    DeleteChannel DeleteFlexFlow DeleteInsightsQuestionnaires DeleteInsightsQuestionnairesCategory
    DeleteInsightsQuestionnairesQuestion DeleteWebChannel FetchChannel FetchFlexFlow FetchInsightsQuestionnaires
    FetchInsightsSettingsAnswersets FetchInsightsSettingsComment FetchInsightsUserRoles
    FetchProvisioningStatus FetchWebChannel ListChannel ListFlexFlow ListInsightsAssessments
    ListInsightsAssessmentsComment ListInsightsConversations ListInsightsQuestionnaires
    ListInsightsQuestionnairesCategory ListInsightsQuestionnairesQuestion ListInsightsSegments ListWebChannel
    UpdateFlexFlow UpdateInsightsAssessments UpdateInsightsQuestionnaires UpdateInsightsQuestionnairesCategory
    UpdateInsightsQuestionnairesQuestion UpdateInteraction UpdateInteractionTransfer UpdateWebChannel
  `,
};
