/** @jest-environment node */
import { ERROR_CODES, ERRORS } from '../../../../serverless-functions/src/contract/error-codes';
import { errorResponse, jsonResponse } from '../../../../serverless-functions/src/http/answer';
import { installRuntime } from './support/fake-runtime';

beforeAll(installRuntime);

const CORS = {
  'Content-Type': 'application/json',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'OPTIONS, POST',
  'Access-Control-Allow-Headers': 'Content-Type',
};

describe('an answer', () => {
  it('is JSON, for any origin: the plugin calls from Flex’s', () => {
    expect(jsonResponse(200, { status: 'parked' })).toMatchObject({
      status: 200,
      headers: CORS,
      body: { status: 'parked' },
    });
  });

  it.each(ERROR_CODES)('that refuses with %s says why, with its status', (code) => {
    const { status, message } = ERRORS[code];
    expect(errorResponse(code)).toMatchObject({ status, headers: CORS, body: { code, message } });
  });
});
