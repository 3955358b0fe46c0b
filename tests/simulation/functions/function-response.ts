/** What a caller gets from a Function. */
export interface FunctionAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Stands for the runtime's `Twilio.Response`. */
export class FunctionResponse {
  private status = 200;
  private body: unknown = null;

  setStatusCode(status: number): void {
    this.status = status;
  }

  appendHeader(): void {}

  setBody(body: unknown): void {
    this.body = body;
  }

  answer(): FunctionAnswer {
    return { status: this.status, body: this.body };
  }
}
