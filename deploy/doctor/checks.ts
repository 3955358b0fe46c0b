import { validSettings } from '../../flex-config/schema/park-interaction-settings';
import { buildOf, NAME } from '../product';
import { recordsServiceOf } from '../steps/records-service';
import { domainOf } from '../steps/step';
import { checkAlerts } from './check-alerts';
import { checkBridges } from './check-bridges';
import { checkCalibration } from './check-calibration';
import { checkConversations } from './check-conversations';
import { checkEvents } from './check-events';
import { checkReplies } from './check-replies';
import { checkReturning } from './check-returning';
import { checkTemplate } from './check-template';
import { checkVariables } from './check-variables';
import { checkWakeLinks } from './check-wake-links';
import { checkWorkflows } from './check-workflows';
import type { Facts } from './facts';
import { green, red, yellow } from './lines';
import type { Line } from './lines';

/** A pure look at the facts. */
type Check = (facts: Facts) => Line[];

const deployHint = ({ env }: Facts): string => `Run npm run deploy -- --env ${env}`;

const checkAccount: Check = ({ account }) => [green('Account', `${account.accountSid} answers`)];

/** The plugin is built against Flex UI 2 (twilio.com/docs/flex/release-notes). */
const checkFlexUi: Check = ({ flex: { uiVersion } }) => {
  const title = 'Flex UI';
  if (uiVersion === undefined)
    return [yellow(title, 'its version is not set', 'Choose a version 2 in Console > Flex.')];
  const isSupported = /^[~^]?2(\.|$)/.test(uiVersion);
  return [
    isSupported
      ? green(title, uiVersion)
      : red(title, `${uiVersion} is not supported`, 'Choose a version 2 in Console > Flex > Versions.'),
  ];
};

const checkSync: Check = (facts) => {
  const { account, env, flexSyncAclEnabled } = facts;
  const records = recordsServiceOf(account, env);
  return [
    records ? green("Records' Sync service", records) : red("Records' Sync service", 'missing', deployHint(facts)),
    flexSyncAclEnabled
      ? green('Sync ACL', 'on: each agent reads only their own list, from their next park on')
      : green('Sync ACL', 'off: every desktop may read every list; they hold no message text'),
  ];
};

const checkWorkspace: Check = ({ account, flex: { targetWorkflowSid }, workflows }) => [
  workflows.length > 0
    ? green(
        'Workspace',
        `${account.workspaceSid} with ${workflows.length} workflow(s), first ${targetWorkflowSid ?? '?'}`,
      )
    : red('Workspace', `${account.workspaceSid} has no workflow`, 'Make a workflow for messaging tasks.'),
];

const checkFunctions: Check = (facts) => {
  const title = 'Functions';
  const domain = domainOf(facts.account);
  const build = facts.account.functions?.environment?.build;
  if (!domain || !build) return [red(title, 'not deployed', deployHint(facts))];
  const released = facts.account.plugin.released.find(({ uniqueName }) => uniqueName === NAME)?.version;
  if (facts.markerStatus === undefined) {
    return [red(title, `https://${domain} does not answer`, 'Look at the service in Console > Functions and Assets.')];
  }
  if (released !== undefined && buildOf(released) !== build) {
    return [
      yellow(title, `build ${build} at ${domain}, but the desktops load ${released}`, `${deployHint(facts)} --release`),
    ];
  }
  return facts.markerStatus === 200
    ? [green(title, `build ${build} at ${domain}`)]
    : [red(title, `https://${domain} answers ${facts.markerStatus} for build ${build}`, deployHint(facts))];
};

const checkPlugin: Check = (facts) => {
  const released = facts.account.plugin.released.find(({ uniqueName }) => uniqueName === NAME);
  return [
    released
      ? green('Plugin', `version ${released.version} is released`)
      : yellow('Plugin', 'no version is released', `${deployHint(facts)} --release`),
  ];
};

const checkSettings: Check = (facts) => {
  const title = 'Settings';
  const read = validSettings(facts.account.uiAttributes);
  if (!read.ok) {
    const remedy = `Run npm run config -- deploy --env ${facts.env}`;
    return read.problems.map(({ path, message }) => red(title, `${path} ${message}`, remedy));
  }
  const { enabled, showList, functionsUrl } = read.settings;
  if (!enabled) return [yellow(title, 'parking is off', 'Set enabled when you are ready.')];
  const domain = domainOf(facts.account);
  if (domain && functionsUrl !== `https://${domain}`) {
    const remedy = 'Right for a domain of your own in front of it; else take serverless_functions_url out of the file.';
    return [yellow(title, `the plugin calls ${functionsUrl}, the Functions are at https://${domain}`, remedy)];
  }
  return [green(title, `parking is on, the list is ${showList ? 'on' : 'off'}`)];
};

/** twilio.com/docs/flex/admin-guide/setup/conversations/leave-and-pause-for-conversations */
const checkLeaveAndPause: Check = ({ flex: { endMethods } }) => {
  const isSet = endMethods !== null && endMethods !== undefined && /leave|pause/i.test(JSON.stringify(endMethods));
  const remedy = 'Turn them off in Console > Flex > Channel management, or tell agents which one to use.';
  return [
    isSet
      ? yellow('Native Leave and Pause', 'on: agents have two ways to put a conversation aside', remedy)
      : green('Native Leave and Pause', 'off'),
  ];
};

const checkParks: Check = ({ parks: { parked, needAPerson, withoutHeadroom } }) => {
  return [
    needAPerson.length > 0
      ? red(
          'Parked conversations',
          `${needAPerson.length} need a person: ${needAPerson.join(', ')}`,
          'Close them, or open a new task for their customers.',
        )
      : green('Parked conversations', `${parked}, none needs a person`),
    withoutHeadroom.length > 0
      ? yellow(
          'Webhook headroom',
          `none left on ${withoutHeadroom.join(', ')}`,
          'Remove a webhook there: five are the limit.',
        )
      : green('Webhook headroom', 'enough'),
  ];
};

const CHECKS: readonly Check[] = [
  checkAccount,
  checkFlexUi,
  checkConversations,
  checkSync,
  checkWorkspace,
  checkWorkflows,
  checkReturning,
  checkFunctions,
  checkVariables,
  checkPlugin,
  checkSettings,
  checkEvents,
  checkReplies,
  checkWakeLinks,
  checkAlerts,
  checkLeaveAndPause,
  checkBridges,
  checkParks,
  checkTemplate,
  checkCalibration,
];

/** Every line of the doctor. */
export function checkAll(facts: Facts): Line[] {
  return CHECKS.flatMap((check) => check(facts));
}
