import { z } from 'zod';

import { errorAnswer } from '../../serverless-functions/src/contract/error-answer';
import { ERROR_CODES, type ErrorCode } from '../../serverless-functions/src/contract/error-codes';
import {
  COMPLETE_PARKED_PATH,
  completeParkedAnswer,
  type CompleteParkedAnswer,
  type CompleteParkedRequest,
} from '../../serverless-functions/src/contract/complete-parked';
import {
  EVERYONE_PATH,
  everyoneAnswer,
  type EveryoneAnswer,
  type EveryoneRequest,
} from '../../serverless-functions/src/contract/everyone';
import {
  HISTORY_PATH,
  historyAnswer,
  type HistoryAnswer,
  type HistoryRequest,
} from '../../serverless-functions/src/contract/history';
import {
  CHANGE_TIME_PATH,
  changeTimeAnswer,
  type ChangeTimeAnswer,
  type ChangeTimeRequest,
} from '../../serverless-functions/src/contract/park-until';
import {
  PREVIEW_PATH,
  previewAnswer,
  type PreviewAnswer,
  type PreviewRequest,
} from '../../serverless-functions/src/contract/preview';
import { PARK_PATH, parkAnswer, type ParkAnswer, type ParkRequest } from '../../serverless-functions/src/contract/park';
import {
  RECONCILE_PATH,
  reconcileAnswer,
  type ReconcileAnswer,
  type ReconcileRequest,
} from '../../serverless-functions/src/contract/reconcile';
import {
  SETTINGS_PATH,
  settingsAnswer,
  type SettingsAnswer,
  type SettingsForm,
} from '../../serverless-functions/src/contract/parking-settings';
import {
  UNPARK_PATH,
  unparkAnswer,
  type UnparkAnswer,
  type UnparkRequest,
} from '../../serverless-functions/src/contract/unpark';
import {
  WAKE_LINK_PATH,
  wakeLinkAnswer,
  type WakeLinkAnswer,
  type WakeLinkRequest,
} from '../../serverless-functions/src/contract/wake-link';
import type { Failure } from './failure';
import type { FormAnswer, PostForm } from './post-form';

export type Outcome<Answer> = { ok: true; answer: Answer } | { ok: false; failure: Failure };

/** The Functions as the browser calls them. Nothing here throws: whatever happens is an outcome. */
export interface FunctionsClient {
  park(request: ParkRequest): Promise<Outcome<ParkAnswer>>;
  unpark(request: UnparkRequest): Promise<Outcome<UnparkAnswer>>;
  changeTime(request: ChangeTimeRequest): Promise<Outcome<ChangeTimeAnswer>>;
  preview(request: PreviewRequest): Promise<Outcome<PreviewAnswer>>;
  everyone(request: EveryoneRequest): Promise<Outcome<EveryoneAnswer>>;
  history(request: HistoryRequest): Promise<Outcome<HistoryAnswer>>;
  settings(request: SettingsForm): Promise<Outcome<SettingsAnswer>>;
  completeParked(request: CompleteParkedRequest): Promise<Outcome<CompleteParkedAnswer>>;
  wakeLink(request: WakeLinkRequest): Promise<Outcome<WakeLinkAnswer>>;
  reconcile(request: ReconcileRequest): Promise<Outcome<ReconcileAnswer>>;
}

/** `functionsUrl` is an origin without a slash at the end; `token` gives the Flex token of this moment. */
export function createFunctionsClient(ports: {
  functionsUrl: string;
  token: () => string;
  postForm: PostForm;
  /** Told of answers that this version has no words for. */
  log: (message: string) => void;
}): FunctionsClient {
  const call = async <Schema extends z.ZodTypeAny>(path: string, fields: object, schema: Schema) => {
    const answer = await ports.postForm(ports.functionsUrl + path, { ...fields, Token: ports.token() });
    const outcome = understand(answer, schema);
    if (!outcome.ok && isFromAnotherVersion(outcome.failure)) ports.log(`${path} answered ${outcome.failure.message}`);
    return outcome;
  };
  return {
    park: (request) => call(PARK_PATH, request, parkAnswer),
    unpark: (request) => call(UNPARK_PATH, request, unparkAnswer),
    changeTime: (request) => call(CHANGE_TIME_PATH, request, changeTimeAnswer),
    preview: (request) => call(PREVIEW_PATH, request, previewAnswer),
    everyone: (request) => call(EVERYONE_PATH, request, everyoneAnswer),
    history: (request) => call(HISTORY_PATH, request, historyAnswer),
    settings: (request) => call(SETTINGS_PATH, request, settingsAnswer),
    completeParked: (request) => call(COMPLETE_PARKED_PATH, request, completeParkedAnswer),
    wakeLink: (request) => call(WAKE_LINK_PATH, request, wakeLinkAnswer),
    reconcile: (request) => call(RECONCILE_PATH, request, reconcileAnswer),
  };
}

function understand<Schema extends z.ZodTypeAny>(answer: FormAnswer, schema: Schema): Outcome<z.infer<Schema>> {
  if (answer.kind !== 'answered') return { ok: false, failure: { code: answer.kind, message: answer.message } };
  if (answer.httpStatus >= 200 && answer.httpStatus < 300) {
    const parsed = schema.safeParse(answer.body);
    if (parsed.success) return { ok: true, answer: parsed.data };
  }
  return { ok: false, failure: failureOf(answer.httpStatus, answer.body) };
}

/** Functions are deployed before every desktop has been reloaded, so they may know codes that we do not. */
const anyRefusal = errorAnswer.extend({ code: z.string() });

function failureOf(httpStatus: number, body: unknown): Failure {
  const refusal = anyRefusal.safeParse(body);
  if (!refusal.success) {
    return { code: 'answer-not-understood', message: `HTTP ${httpStatus} without an answer of the contract` };
  }
  const { code, message, names } = refusal.data;
  if (isErrorCode(code)) return { code, message, ...(names && { names }) };
  return { code: 'refused-for-unknown-reason', message: `HTTP ${httpStatus} ${code}: ${message}` };
}

function isErrorCode(code: string): code is ErrorCode {
  return ERROR_CODES.some((known) => known === code);
}

function isFromAnotherVersion({ code }: Failure): boolean {
  return code === 'refused-for-unknown-reason' || code === 'answer-not-understood';
}
