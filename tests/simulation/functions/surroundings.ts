import * as crypto from 'node:crypto';

import twilio from 'twilio';

import type { TwilioRequest, TwilioResponse } from '../../../local-twilio/src/kernel/calls';
import { fakeHttps } from './fake-https';
import { FunctionResponse } from './function-response';
import { virtualDate } from './virtual-date';

/** All that a Function can reach beside its context and event: a network, a clock, chance and a log. */
export interface Surroundings {
  send(request: TwilioRequest): Promise<TwilioResponse>;
  /** Call the answer to stop it. */
  startTimer(run: () => void, delayMs: number): () => void;
  nowMs(): number;
  randomBytes(size: number): Buffer;
  log(line: string): void;
}

/** Names that a Function's module finds instead of the globals, and what they mean there. */
export function moduleScope(around: () => Surroundings): Readonly<Record<string, unknown>> {
  const modules: Readonly<Record<string, unknown>> = {
    https: fakeHttps((request) => around().send(request)),
    'node:crypto': { ...crypto, randomBytes: (size: number) => around().randomBytes(size) },
    twilio,
  };
  const log = (line: unknown) => around().log(String(line));
  return {
    require(name: string) {
      const found = modules[name];
      if (!found) throw new Error(`a Function requires ${name}, which the simulation does not provide`);
      return found;
    },
    setTimeout: (run: () => void, delayMs: number) => around().startTimer(run, delayMs),
    clearTimeout: (stop: unknown) => {
      if (typeof stop === 'function') stop();
    },
    Date: virtualDate(() => around().nowMs()),
    console: { log, info: log, warn: log, error: log },
    globalThis: Object.assign(Object.create(globalThis), { Twilio: { Response: FunctionResponse } }),
  };
}
