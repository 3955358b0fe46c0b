import type { Twilio } from 'twilio';

interface WithClient {
  getTwilioClient(): Twilio;
}

/** The SDK client that the Functions runtime provides (twilio.com/docs/serverless/functions-assets/handler). */
export function clientOf(context: object): Twilio {
  if (!hasClient(context)) throw new TypeError('the Functions runtime gave no Twilio client');
  return context.getTwilioClient();
}

function hasClient(context: object): context is WithClient {
  return 'getTwilioClient' in context && typeof context.getTwilioClient === 'function';
}
