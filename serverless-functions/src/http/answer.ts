import { ERRORS, type ErrorCode } from '../contract/error-codes';
import type { ErrorAnswer } from '../contract/error-answer';
import type { FunctionResponse } from './runtime';

/** A JSON answer; CORS headers because the plugin calls from Flex's own origin. */
export function jsonResponse(status: number, body: object): FunctionResponse {
  const response = new globalThis.Twilio.Response();
  response.setStatusCode(status);
  response.appendHeader('Content-Type', 'application/json');
  response.appendHeader('Access-Control-Allow-Origin', '*');
  response.appendHeader('Access-Control-Allow-Methods', 'OPTIONS, POST');
  response.appendHeader('Access-Control-Allow-Headers', 'Content-Type');
  response.setBody(body);
  return response;
}

export function errorResponse(code: ErrorCode, names?: readonly string[]): FunctionResponse {
  const { status, message } = ERRORS[code];
  return jsonResponse(status, { code, message, ...(names && { names: [...names] }) } satisfies ErrorAnswer);
}
