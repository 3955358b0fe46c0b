import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { limitsOf } from '../../kernel/limits';
import { startFunctionsHost, type FunctionsHost } from './host';
import { ids } from '../../account/seed/contact-centre';
import type { World } from '../../account/world';

/** Where the Functions are, unless another domain is asked for. */
export const FUNCTIONS_DOMAIN = 'functions-local.twil.io';

export interface LocalFunctionsOptions {
  readonly world: World;
  /** What the build made: a folder of Functions, or the folder above `functions`. */
  readonly folder: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  readonly domainName: string;
}

/** The Functions, with the environment that a deployment would give them. */
export function startLocalFunctions({
  world,
  folder,
  port,
  env,
  domainName,
}: LocalFunctionsOptions): Promise<FunctionsHost> {
  const inside = join(folder, 'functions');
  return startFunctionsHost({
    port,
    folder: existsSync(inside) ? inside : folder,
    dispatch: (request) => world.dispatch(request),
    timeoutMs: limitsOf(world.switches).functionTimeoutMs,
    env: {
      ACCOUNT_SID: world.accountSid,
      AUTH_TOKEN: world.authToken,
      DOMAIN_NAME: domainName,
      TWILIO_FLEX_WORKSPACE_SID: ids.workspace,
      TWILIO_FLEX_SYNC_SID: ids.syncService,
      ...env,
    },
  });
}

/** TaskRouter's events go to the Function at that path, if there is one. */
export function subscribeFunctions(
  world: World,
  { paths }: FunctionsHost,
  { domainName, taskEvents }: { readonly domainName: string; readonly taskEvents: string | undefined },
): void {
  if (taskEvents !== undefined && paths.includes(taskEvents))
    world.taskRouter.setEventCallback(`https://${domainName}${taskEvents}`);
}
