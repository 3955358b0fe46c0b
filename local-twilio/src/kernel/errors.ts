/** A refusal as Twilio words it: HTTP status, Twilio error code, text. */
export class TwilioError extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.name = 'TwilioError';
    this.status = status;
    this.code = code;
  }
}

export interface TwilioErrorBody {
  readonly code: number;
  readonly message: string;
  readonly more_info: string;
  readonly status: number;
}

/** The body of every REST error: https://www.twilio.com/docs/usage/twilios-response#errors-and-exceptions */
export function errorBody(error: TwilioError): TwilioErrorBody {
  const { code, message, status } = error;
  return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
}

/** 20404, the answer for anything that is not there. */
export function notFound(what: string): TwilioError {
  return new TwilioError(404, 20404, `The requested resource ${what} was not found`);
}

/** 20001, a parameter that makes no sense. */
export function invalidParameter(message: string): TwilioError {
  return new TwilioError(400, 20001, message);
}
