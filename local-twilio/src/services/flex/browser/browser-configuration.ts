import type { FlexAccount } from '../account';
import { isoTime } from '../../../kernel/browser/times';

/** Flex calls itself by this name; plugins see it as the runtime domain. */
export const RUNTIME_DOMAIN = 'local-twilio-0001';

/**
 * The Configuration as the Flex UI wants it: the account's own, over fields without which 2.17 does not start
 * (`ui_attributes.version_compatibility` must say yes).
 */
export function browserConfiguration(account: FlexAccount): Record<string, unknown> {
  const own = account.flex.configuration();
  // Fields that the account's REST answer may hold as null although the UI cannot do without them.
  const known = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null && value !== undefined));
  return {
    ...unlessSet,
    ...fallbacks(account),
    ...known,
    account_sid: account.accountSid,
    chat_service_instance_sid: account.conversations.service.sid,
    flex_service_instance_sid: account.conversations.service.sid,
    runtime_domain: RUNTIME_DOMAIN,
    taskrouter_workspace_sid: account.taskRouter.workspace.sid,
    ui_attributes: { version_compatibility: 'yes', version_message: '', ...own.ui_attributes },
    url: 'https://flex-api.twilio.com/v1/Configuration',
  };
}

/** What the account sets over REST comes before these. */
const unlessSet = {
  markdown: { enabled: true, mode: 'readWrite' },
  notifications: { enabled: false, mode: 'whenNotInFocus' },
  channel_configs: [],
  debugger_integration: { enabled: false },
  flex_ui_status_report: { enabled: false },
  citrix_voice_vdi: { enabled: false },
} as const;

/** Fields that the UI reads and the account's own Configuration may lack. */
function fallbacks(account: FlexAccount): Record<string, unknown> {
  const [queue] = account.taskRouter.queues();
  const [workflow] = account.taskRouter.workflows();
  const now = isoTime(account.clock.nowMs());
  const offline = account.taskRouter.activities().find((activity) => activity.friendlyName === 'Offline');
  const call = { enabled: false, caller_id: '', location: '' };
  return {
    attributes: {},
    call_recording_enabled: false,
    call_recording_webhook_url: null,
    crm_enabled: true,
    crm_type: '',
    crm_callback_url: '',
    crm_fallback_url: '',
    date_created: now,
    date_updated: now,
    flex_insights_drilldown: false,
    flex_url: '',
    integrations: [],
    outbound_call_flows: {
      default: { ...call, queue_sid: queue?.sid ?? null, workflow_sid: workflow?.sid ?? null },
    },
    plugin_service_attributes: {},
    plugin_service_enabled: true,
    public_attributes: {},
    queue_stats_configuration: null,
    serverless_service_sids: [],
    service_version: '1',
    status: 'ok',
    taskrouter_offline_activity_sid: offline?.sid ?? null,
    taskrouter_skills: [],
    taskrouter_target_taskqueue_sid: queue?.sid ?? null,
    taskrouter_target_workflow_sid: workflow?.sid ?? null,
    taskrouter_taskqueues: null,
    taskrouter_worker_attributes: null,
    taskrouter_worker_channels: null,
    ui_dependencies: {},
    ui_language: 'en-us',
    ui_version: '2.17.1',
  };
}
