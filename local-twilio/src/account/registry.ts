import type { TwilioRequest } from '../kernel/calls';
import type { ProductHost } from './dispatch';
import type { RestAnswer, RestHandlers } from '../kernel/rest/request';
import type { World } from './world';
import { conversationsRest } from '../services/conversations/rest/operations';
import { flexRest } from '../services/flex/rest/operations';
import { validateToken } from '../services/iam/rest/operations';
import { pluginsRest } from '../services/plugins/rest/operations';
import { serverlessRest } from '../services/serverless/rest/operations';
import { uploadVersion } from '../services/serverless/rest/upload';
import { studioRest } from '../services/studio/rest/operations';
import { syncRest } from '../services/sync/rest/operations';
import { taskRouterRest } from '../services/taskrouter/rest/operations';

/** Every REST operation that the local Twilio serves, by host and operationId. */
export const restHandlers: Readonly<Record<ProductHost, RestHandlers>> = {
  'conversations.twilio.com': conversationsRest,
  'flex-api.twilio.com': { ...flexRest, ...pluginsRest },
  'taskrouter.twilio.com': taskRouterRest,
  'sync.twilio.com': syncRest,
  'serverless.twilio.com': serverlessRest,
  'studio.twilio.com': studioRest,
};

interface Undescribed {
  readonly operationId: string;
  run(): RestAnswer;
}

/** The endpoints that no OpenAPI file describes: the check of Flex tokens, and uploads of Functions and Assets. */
export function undescribed(world: World, request: TwilioRequest): Undescribed | undefined {
  return tokenValidation(world, request) ?? uploadVersion(world, request);
}

/** twilio-flex-token-validator calls it. */
function tokenValidation(world: World, request: TwilioRequest): Undescribed | undefined {
  const isIt = request.host === 'iam.twilio.com' && /^\/v1\/Accounts\/AC\w+\/Tokens\/validate$/.test(request.path);
  return isIt ? { operationId: 'ValidateFlexToken', run: () => validateToken(world, request) } : undefined;
}
