import { get, request as send } from 'node:https';

import { z } from 'zod';

import { ERROR_CODES } from '../../serverless-functions/src/contract/error-codes';
import { RECONCILE_PATH } from '../../serverless-functions/src/contract/reconcile';
import { buildOf, markerPath, NAME } from '../product';
import type { AccountState } from '../state';
import { domainOf } from '../steps/step';
import type { FunctionsAnswer } from './facts';

const ANSWER_WITHIN_MS = 10_000;

const coded = z.object({ code: z.enum(ERROR_CODES) });

/** Asks the Functions' domain for the marker of the build whose plugin the desktops load. */
export async function readMarker(state: AccountState): Promise<number | undefined> {
  const domain = domainOf(state);
  const released = state.plugin.released.find(({ uniqueName }) => uniqueName === NAME);
  const build = released ? buildOf(released.version) : state.functions?.environment?.build;
  if (!domain || !build) return undefined;
  return new Promise((resolve) => {
    const request = get({ hostname: domain, path: markerPath(build), timeout: ANSWER_WITHIN_MS }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', () => resolve(undefined));
  });
}

/**
 * Calls a Function as a stranger would, without a Flex token. It reads its variables before anything else, and then
 * refuses: it calls nobody and changes nothing.
 */
export async function askFunctions(state: AccountState): Promise<FunctionsAnswer> {
  const hostname = domainOf(state);
  if (!hostname || !state.functions?.environment?.build) return undefined;
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': 0 };
  return new Promise((resolve) => {
    const request = send(
      { hostname, path: RECONCILE_PATH, method: 'POST', headers, timeout: ANSWER_WITHIN_MS },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', () => resolve(undefined));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, code: codeIn(Buffer.concat(chunks).toString('utf8')) }),
        );
      },
    );
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', () => resolve(undefined));
    request.end();
  });
}

function codeIn(body: string): NonNullable<FunctionsAnswer>['code'] {
  try {
    const parsed = coded.safeParse(JSON.parse(body));
    return parsed.success ? parsed.data.code : undefined;
  } catch {
    return undefined;
  }
}
