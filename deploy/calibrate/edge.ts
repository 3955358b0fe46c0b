import { setTimeout as sleep } from 'node:timers/promises';

import { TwilioServerlessApiClient, uploadFunction } from '@twilio-labs/serverless-api';
import { z } from 'zod';

import { loginOf } from '../../flex-config/account/variables';
import type { Account } from '../account/account';
import type { Edge } from './follow';
import { RECEIVER_PATH } from './receiver';
import type { Call } from './steps';

const answer = z.object({ statusCode: z.number(), body: z.unknown() });

const ANSWER_WITHIN_MS = 30_000;

/** The account, and this machine's clock. */
export function openEdge(account: Account, signal: AbortSignal): Edge {
  const { client } = account;
  return {
    signal,
    async request({ method, url, form, headers, file }) {
      if (file) return upload(account, file);
      const data = form && { data: { ...form } };
      const sent = await client.request({
        method: method === 'GET' ? 'get' : method === 'POST' ? 'post' : 'delete',
        uri: url,
        headers: { ...headers },
        timeout: ANSWER_WITHIN_MS,
        ...data,
      });
      const { statusCode, body } = answer.parse(sent);
      return { status: statusCode, body: parsed(body) };
    },
    clock: {
      nowMs: () => Date.now(),
      stopwatchMs: () => performance.now(),
      sleep: (ms, ending) => sleep(ms, undefined, { signal: ending }).catch(() => undefined),
    },
  };
}

/** With the library that twilio-run deploys with. It rejects where Twilio refuses. */
async function upload(account: Account, file: NonNullable<Call['file']>) {
  const config = loginOf(account);
  const { serviceSid, functionSid, content } = file;
  const named = { sid: functionSid, name: RECEIVER_PATH, path: RECEIVER_PATH, access: 'protected', content } as const;
  const sid = await uploadFunction(named, serviceSid, new TwilioServerlessApiClient(config), config);
  return { status: 201, body: { sid } };
}

/** The client gives each answer as text: see flex-config/account/connect. */
function parsed(body: unknown): unknown {
  if (typeof body !== 'string' || body === '') return body;
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
