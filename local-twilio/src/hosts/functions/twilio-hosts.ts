export const isTwilio = (host: string): boolean => host === 'twilio.com' || host.endsWith('.twilio.com');
export const isFunctions = (host: string): boolean => host.endsWith('.twil.io');
/** What only SDKs of browsers ask; in Node they end in https.request, too, their websockets included. */
export const isOfPages = (host: string): boolean => /^(tsock|event-bridge|mcs|media)\./.test(host);
