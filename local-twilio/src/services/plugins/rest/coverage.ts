/** What the local Twilio does of the plugin service of flex-api.twilio.com: all of it. */
export const pluginsSupported = `
  CreatePlugin CreatePluginConfiguration CreatePluginRelease CreatePluginVersion FetchConfiguredPlugin FetchPlugin
  FetchPluginConfiguration FetchPluginRelease FetchPluginVersion ListConfiguredPlugin ListPlugin
  ListPluginConfiguration ListPluginRelease ListPluginVersion UpdatePlugin UpdatePluginArchive
  UpdatePluginConfigurationArchive UpdatePluginVersionArchive
`;
