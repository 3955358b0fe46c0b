import type { TwilioRequest } from '../core/calls';
import type { ProductHost } from '../core/dispatch';
import type { RestAnswer, RestHandlers } from '../core/rest';
import type { World } from '../world';
import { conversationsRest } from './conversations/rest';
import { flexRest } from './flex/rest';
import { validateToken } from './iam/rest';
import { syncRest } from './sync/rest';
import { taskRouterRest } from './taskrouter/rest';

/** Every REST operation that the local Twilio serves, by host and operationId. */
export const restHandlers: Readonly<Record<ProductHost, RestHandlers>> = {
  'conversations.twilio.com': conversationsRest,
  'flex-api.twilio.com': flexRest,
  'taskrouter.twilio.com': taskRouterRest,
  'sync.twilio.com': syncRest,
};

/** The one endpoint that no OpenAPI file describes; twilio-flex-token-validator calls it. */
export function tokenValidation(
  world: World,
  request: TwilioRequest,
): { readonly operationId: string; run(): RestAnswer } | undefined {
  const isIt = request.host === 'iam.twilio.com' && /^\/v1\/Accounts\/AC\w+\/Tokens\/validate$/.test(request.path);
  return isIt ? { operationId: 'ValidateFlexToken', run: () => validateToken(world, request) } : undefined;
}
