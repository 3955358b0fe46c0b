import type { PluginList } from '../../../kernel/browser/plugin-list';
import type { FlexToken } from '../../iam/entities';
import type { FlexAccount } from '../account';
import { fieldsOf, ok, textField, type BrowserAnswer } from '../../../kernel/browser/exchange';
import { forAgent, forAnyone, type BrowserRoute } from '../../../kernel/browser/router';
import { isoTime } from '../../../kernel/browser/times';
import { RUNTIME_DOMAIN, browserConfiguration } from './browser-configuration';
import { endMethods, featureFlags, type FlexFeature } from '../../../kernel/browser/features';

const NO_PAGES = { next_page_url: null };

interface FlexRoutes {
  readonly account: FlexAccount;
  readonly plugins: PluginList;
  readonly features: readonly FlexFeature[];
}

/** Everything the Flex UI asks at boot besides tasks and chat: configuration, session, login, plugins. */
export function flexRoutes({ account, plugins, features }: FlexRoutes): readonly BrowserRoute[] {
  return [
    forAnyone(['GET', 'flex-api.', '/v1/Configuration/Public'], () =>
      ok({
        configurations: [
          {
            account_sid: account.accountSid,
            runtime_domain: RUNTIME_DOMAIN,
            public_attributes: {},
            flex_instance_sid: account.flex.configuration()['flex_instance_sid'],
          },
        ],
      }),
    ),
    forAgent(['GET', 'flex-api.', '/v1/Configuration'], () =>
      ok({
        ...browserConfiguration(account),
        agent_conv_end_methods: endMethods(features),
        flex_instance_sid: account.flex.configuration()['flex_instance_sid'],
      }),
    ),
    forAgent(['POST', 'flex-api.', '/v1/Accounts/:account/Tokens/Info'], ({ viewer }) => ok(tokenInfo(viewer))),
    // Older Flex UIs ask here what newer ones ask there.
    forAgent(['POST', 'iam.', '/v1/Accounts/:account/Tokens/validate'], ({ viewer }) => ok(tokenInfo(viewer))),
    forAgent(['GET', 'flex-api.', '/v1/account/provision/status'], () => ok({ status: 'inactive' })),
    forAgent(['GET', 'flex-api.', '/v1/Instances/:instance/Teams/Context'], () => ok({ teams: [], meta: {} })),
    forAgent(['GET', 'flex-api.', '/v1/Instances/:instance/Teams'], () => ok({ teams: [], meta: {} })),
    forAgent(['GET', 'flex-api.', '/v3/Instances/:instance/TransferSettings'], () =>
      ok({ transfer_settings: [{ enabled: true, transfer_notes_enabled: false, ai_summary_enabled: false }] }),
    ),
    forAgent(['GET', 'flex.', '/api/v1/Session'], () =>
      ok({ features: featureFlags(features), insights_active: false }),
    ),
    forAnyone(['GET', 'flex.', '/api/v1/Features/:feature'], () => ok({ enabled: false })),
    forAgent(['GET', 'flex.', '/plugins'], () => ok(plugins.list())),
    ...loginRoutes(account),
    forAgent(['GET', 'taskrouter.', '/v1/Workspaces/:ws/TaskQueues'], () =>
      ok({
        task_queues: account.taskRouter.queues().map(({ sid, friendlyName }) => ({ sid, friendly_name: friendlyName })),
        meta: { key: 'task_queues', ...NO_PAGES },
      }),
    ),
    forAgent(['GET', 'taskrouter.', '/v1/Workspaces/:ws/TaskChannels'], () =>
      ok({
        channels: account.taskRouter
          .taskChannels()
          .map(({ sid, uniqueName, friendlyName }) => ({ sid, unique_name: uniqueName, friendly_name: friendlyName })),
        meta: { key: 'channels', ...NO_PAGES },
      }),
    ),
  ];
}

/** Who the token is: Flex takes roles and identity from here. */
function tokenInfo(viewer: FlexToken): Record<string, unknown> {
  return {
    valid: true,
    identity: viewer.identity,
    expiration: isoTime(viewer.expiresAtMs),
    roles: viewer.roles,
    realm_user_id: viewer.username,
    flex_user_sid: viewer.flexUserSid,
    worker_sid: viewer.workerSid,
    username: viewer.username,
  };
}

/** The single sign-on detour and the renewal of a token: both give the desktop's own agent a new token. */
function loginRoutes(account: FlexAccount): readonly BrowserRoute[] {
  return [
    forAnyone(['POST', 'iam.', '/v1/Accounts/:account/authenticate'], ({ request }): BrowserAnswer => {
      const resource = new URL(textField(fieldsOf(request)['resource']) ?? `http://${request.desktop}.localhost/`);
      if (!account.iam.findUser(request.desktop))
        return { status: 401, body: { code: 20003, message: 'Unknown agent' } };
      const { token, identity, roles, expiresAtMs } = account.iam.issueToken(request.desktop);
      const location = new URL(resource.pathname, resource.origin);
      location.search = new URLSearchParams({
        Token: token,
        Identity: identity,
        Expiration: isoTime(expiresAtMs),
        Roles: roles.join(','),
      }).toString();
      return ok({ location: location.href });
    }),
    forAgent(['POST', 'iam.', '/v1/Accounts/:account/Tokens/refresh'], ({ viewer }) => {
      const { token, identity, roles, expiresAtMs } = account.iam.issueToken(viewer.username);
      return ok({ token, identity, roles, expiration: isoTime(expiresAtMs) });
    }),
  ];
}
