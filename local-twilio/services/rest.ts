import type { TwilioRequest } from '../core/calls';
import type { ProductHost } from '../core/dispatch';
import type { RestAnswer, RestHandlers } from '../core/rest';
import type { World } from '../world';
import { conversationsRest } from './conversations/rest';
import { flexRest } from './flex/rest';
import { validateToken } from './iam/rest';
import { pluginsRest } from './plugins/rest';
import { serverlessRest } from './serverless/rest';
import { uploadVersion } from './serverless/upload';
import { studioRest } from './studio/rest';
import { syncRest } from './sync/rest';
import { taskRouterRest } from './taskrouter/rest';

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
