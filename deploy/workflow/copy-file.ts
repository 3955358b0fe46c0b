import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import type { JsonObject } from '../../flex-config/merge';
import { parseJsonObject, printJson } from '../../serverless-functions/src/parking/domain/lossless-json';
import { DeployError } from '../deploy-error';

/** A workflow as it was. It has no secret in it. */
export interface WorkflowCopy {
  workflowSid: string;
  friendlyName: string;
  /** An ISO time. */
  copiedAt: string;
  configuration: JsonObject;
}

const workflowCopy = z.object({
  workflowSid: z.string(),
  friendlyName: z.string(),
  copiedAt: z.string(),
  configuration: z.record(z.unknown()),
});

/** Writes a new file and returns its path; one that is there is never written over. */
export function writeCopy(folder: string, copy: WorkflowCopy): string {
  const time = copy.copiedAt.replace(/\.\d+Z$/, 'Z').replace(/[-:]/g, '');
  const path = freePath(join(folder, `workflow-${copy.workflowSid}-${time}`));
  writeFileSync(path, `${printJson(copy, 2)}\n`, { flag: 'wx' });
  return path;
}

function freePath(start: string): string {
  for (let attempt = 1; ; attempt += 1) {
    const path = attempt === 1 ? `${start}.json` : `${start}-${attempt}.json`;
    if (!existsSync(path)) return path;
  }
}

/** Throws a DeployError where the file is not there, or none of ours. */
export function readCopy(path: string): WorkflowCopy {
  if (!existsSync(path)) throw new DeployError('plan-refused', `There is no file ${path}.`);
  const parsed = workflowCopy.safeParse(parseJsonObject(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new DeployError('plan-refused', `${path} is not a workflow copy written by this command.`);
}
