import type { CountedOperation } from '../kernel/rates';
import type { TwilioRequest } from '../kernel/calls';
import { closedOver, type RestAnswer, type RestHandlers } from '../kernel/rest/request';
import { conversationsRest } from '../services/conversations/rest/operations';
import { enforceConversationRates } from '../services/conversations/rest/rates';
import { flexRest } from '../services/flex/rest/operations';
import { validateToken } from '../services/iam/rest/operations';
import { pluginsRest } from '../services/plugins/rest/operations';
import { serverlessRest } from '../services/serverless/rest/operations';
import { uploadVersion } from '../services/serverless/rest/upload';
import { studioRest } from '../services/studio/rest/operations';
import { syncRest } from '../services/sync/rest/operations';
import { enforceSyncRates } from '../services/sync/rest/rates';
import { taskRouterRest } from '../services/taskrouter/rest/operations';
import type { ProductHost } from './products';
import type { World } from './world';

/** Every REST operation that the local Twilio serves, by host and operationId. */
export const restHandlers = (account: World): Readonly<Record<ProductHost, RestHandlers>> => ({
  'conversations.twilio.com': closedOver(account, conversationsRest),
  'flex-api.twilio.com': { ...closedOver(account, flexRest), ...closedOver(account, pluginsRest) },
  'taskrouter.twilio.com': closedOver(account, taskRouterRest),
  'sync.twilio.com': closedOver(account, syncRest),
  'serverless.twilio.com': closedOver(account, serverlessRest),
  'studio.twilio.com': closedOver(account, studioRest),
});

/** Counts a REST call against the documented rates, and throws 429 when it is one too many. */
export function enforceRates(account: World, host: ProductHost, call: CountedOperation): void {
  if (host === 'conversations.twilio.com') enforceConversationRates(account, call);
  if (host === 'sync.twilio.com') enforceSyncRates(account, call);
}

interface OperationWithoutSpec {
  readonly operationId: string;
  run(): RestAnswer;
}

/** The endpoints that no OpenAPI file describes: the check of Flex tokens, and uploads of Functions and Assets. */
export function operationWithoutSpec(account: World, request: TwilioRequest): OperationWithoutSpec | undefined {
  return tokenValidation(account, request) ?? uploadVersion(account, request);
}

/** twilio-flex-token-validator calls it. */
function tokenValidation(account: World, request: TwilioRequest): OperationWithoutSpec | undefined {
  const isIt = request.host === 'iam.twilio.com' && /^\/v1\/Accounts\/AC\w+\/Tokens\/validate$/.test(request.path);
  return isIt ? { operationId: 'ValidateFlexToken', run: () => validateToken(account, request) } : undefined;
}
