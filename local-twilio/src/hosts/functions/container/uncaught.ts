import { currentInvocation } from './invocations';

/**
 * An error that nobody catches ends the process of a Function at Twilio, and the request that was under way is answered
 * 500: https://www.twilio.com/docs/api/errors/82002. Here `onFailure` hears of it; the body is as the local runtime's.
 */
export function answerUncaught(onFailure: () => void): void {
  const failed = (what: string) => (thrown: unknown) => {
    const response = currentInvocation()?.response;
    console.error(`${what}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
    if (response && !response.headersSent) {
      const { name, message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown));
      response.writeHead(500, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify({ message, name, stack }));
    }
    onFailure();
  };
  process.on('uncaughtException', failed('Uncaught'));
  process.on('unhandledRejection', failed('Unhandled rejection'));
}
