import type { Twilio } from 'twilio';

import type { Calls } from './calls';

interface WithClient {
  getTwilioClient(options: { timeout: number }): Twilio;
}

/**
 * The SDK client that the Functions runtime provides (twilio.com/docs/serverless/functions-assets/handler). The SDK ends
 * a request after its `timeout`, so that none leaves a container that was frozen after its answer and thaws minutes
 * later (github.com/twilio/twilio-node/issues/1004). What a call may take depends on when it is made, and a client has
 * one timeout: each request is given that of its call.
 */
export function clientOf(context: object, calls: Pick<Calls, 'timeoutMs'>): Twilio {
  if (!hasClient(context)) throw new TypeError('the Functions runtime gave no Twilio client');
  const client = context.getTwilioClient({ timeout: calls.timeoutMs() });
  const request = client.request.bind(client);
  client.request = (options) => request({ ...options, timeout: calls.timeoutMs() });
  return client;
}

function hasClient(context: object): context is WithClient {
  return 'getTwilioClient' in context && typeof context.getTwilioClient === 'function';
}
