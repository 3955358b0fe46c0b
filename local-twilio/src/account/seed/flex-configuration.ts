import { namedSid } from '../../kernel/sids';
import { firstQueueSid, ids, type ContactCentre } from './contact-centre';
import type { FlexConfiguration } from '../../services/flex/entities';

/** Parts of Flex that are off, or as they come. */
const features = (queueSid: string) => ({
  integrations: [],
  outbound_call_flows: {
    default: { enabled: false, caller_id: '', queue_sid: queueSid, location: '', workflow_sid: ids.workflow },
  },
  queue_stats_configuration: null,
  notifications: { enabled: false, mode: 'whenNotInFocus' },
  markdown: { enabled: true, mode: 'readWrite' },
  flex_insights_hr: null,
  flex_insights_drilldown: false,
  flex_url: null,
  channel_configs: [],
  debugger_integration: { enabled: false },
  flex_ui_status_report: { enabled: false },
  agent_conv_end_methods: null,
  citrix_voice_vdi: { enabled: false },
  offline_config: null,
});

/** Every documented field of the Configuration: https://www.twilio.com/docs/flex/developer/config/flex-configuration-rest-api */
export function flexConfiguration(nowMs: number, centre: ContactCentre): FlexConfiguration {
  const queueSid = firstQueueSid(centre);
  const date = new Date(nowMs).toISOString();
  return {
    account_sid: ids.account,
    date_created: date,
    date_updated: date,
    attributes: {},
    status: 'ok',
    taskrouter_workspace_sid: ids.workspace,
    taskrouter_target_workflow_sid: ids.workflow,
    taskrouter_target_taskqueue_sid: queueSid,
    taskrouter_taskqueues: null,
    taskrouter_skills: [],
    taskrouter_worker_channels: null,
    taskrouter_worker_attributes: null,
    taskrouter_offline_activity_sid: ids.activities.offline,
    runtime_domain: 'local',
    messaging_service_instance_sid: namedSid('MG', 'local'),
    chat_service_instance_sid: ids.chatService,
    flex_service_instance_sid: ids.chatService,
    flex_instance_sid: ids.flexInstance,
    ui_language: 'en-US',
    ui_attributes: { version_compatibility: 'yes', version_message: '' },
    ui_dependencies: {},
    ui_version: '2.17.1',
    service_version: '1',
    call_recording_enabled: false,
    call_recording_webhook_url: null,
    crm_enabled: false,
    crm_type: null,
    crm_callback_url: null,
    crm_fallback_url: null,
    crm_attributes: null,
    public_attributes: {},
    plugin_service_enabled: true,
    plugin_service_attributes: {},
    ...features(queueSid),
    serverless_service_sids: [],
    url: 'https://flex-api.twilio.com/v1/Configuration',
  };
}
