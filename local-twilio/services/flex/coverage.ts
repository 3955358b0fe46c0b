import type { ProductCoverage } from '../../coverage';

/** What the local Twilio does of flex-api.twilio.com. */
export const flexCoverage: ProductCoverage = {
  partial: {
    FetchConfiguration: 'UiVersion is ignored',
    CreateInteraction: 'voice and email channels, interaction context, webhooks',
    FetchInteraction: 'interaction context',
    UpdateInteractionChannel: 'no closing of a single media channel',
    CreateInteractionChannelInvite: 'the task is there at once; Twilio makes it a moment later',
  },
  supported: `
    FetchInteractionChannel ListInteractionChannel ListInteractionChannelInvite ListInteractionChannelParticipant
    UpdateConfiguration UpdateInteractionChannelParticipant
  `,
  planned: `
    CreateChannel CreateFlexFlow CreateInsightsAssessments CreateInsightsAssessmentsComment
    CreateInsightsQuestionnaires CreateInsightsQuestionnairesCategory CreateInsightsQuestionnairesQuestion
    CreateInsightsSession CreateInteractionChannelParticipant CreateInteractionTransfer CreatePlugin
    CreatePluginConfiguration CreatePluginRelease CreatePluginVersion CreateWebChannel DeleteChannel DeleteFlexFlow
    DeleteInsightsQuestionnaires DeleteInsightsQuestionnairesCategory DeleteInsightsQuestionnairesQuestion
    DeleteWebChannel FetchChannel FetchConfiguredPlugin FetchFlexFlow FetchInsightsQuestionnaires
    FetchInsightsSettingsAnswersets FetchInsightsSettingsComment FetchInsightsUserRoles FetchInteractionTransfer
    FetchPlugin FetchPluginConfiguration FetchPluginRelease FetchPluginVersion FetchProvisioningStatus
    FetchWebChannel ListChannel ListConfiguredPlugin ListFlexFlow ListInsightsAssessments
    ListInsightsAssessmentsComment ListInsightsConversations ListInsightsQuestionnaires
    ListInsightsQuestionnairesCategory ListInsightsQuestionnairesQuestion ListInsightsSegments ListPlugin
    ListPluginConfiguration ListPluginRelease ListPluginVersion ListWebChannel UpdateFlexFlow
    UpdateInsightsAssessments UpdateInsightsQuestionnaires UpdateInsightsQuestionnairesCategory
    UpdateInsightsQuestionnairesQuestion UpdateInteraction UpdateInteractionTransfer UpdatePlugin
    UpdatePluginArchive UpdatePluginConfigurationArchive UpdatePluginVersionArchive UpdateWebChannel
  `,
};
