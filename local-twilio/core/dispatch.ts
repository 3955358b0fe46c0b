import type { World } from '../world';
import type { Call, TwilioRequest, TwilioResponse } from './calls';

export function dispatcher(_world: World, _record: (call: Call) => void) {
  return async (_request: TwilioRequest): Promise<TwilioResponse> => ({ status: 500, headers: {}, body: null });
}
