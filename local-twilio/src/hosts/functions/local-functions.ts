import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { limitsOf } from '../../kernel/limits';
import type { OnLog } from './container/container';
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
  /** Where the pages' hosts of Twilio are served. */
  readonly gatewayPort: () => number | undefined;
  /** Whether what was built anew is served at once. */
  readonly watch?: boolean;
  readonly onLog: OnLog;
}

/** The Functions, with the environment that a deployment would give them. */
export function startLocalFunctions({
  world,
  folder,
  port,
  env,
  domainName,
  gatewayPort,
  watch,
  onLog,
}: LocalFunctionsOptions): Promise<FunctionsHost> {
  const inside = join(folder, 'functions');
  const functions = resolve(existsSync(inside) ? inside : folder);
  return startFunctionsHost({
    port,
    folder: functions,
    dispatch: (request) => world.dispatch(request),
    timeoutMs: limitsOf(world.switches).functionTimeoutMs,
    gatewayPort,
    watch,
    onLog,
    env: {
      ...variablesIn(join(dirname(functions), '.env')),
      ACCOUNT_SID: world.accountSid,
      AUTH_TOKEN: world.authToken,
      DOMAIN_NAME: domainName,
      TWILIO_FLEX_WORKSPACE_SID: ids.workspace,
      TWILIO_FLEX_SYNC_SID: ids.syncService,
      ...env,
    },
  });
}

/** A project's own variables: https://www.twilio.com/docs/serverless/functions-assets/functions/variables */
function variablesIn(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  const variables: NodeJS.Dict<string> = parseEnv(readFileSync(file, 'utf8'));
  return Object.fromEntries(Object.entries(variables).map(([name, value = '']) => [name, value]));
}

/** A service that runs. */
export interface RunningFunctions {
  readonly domainName: string;
  readonly host: FunctionsHost;
}

/** TaskRouter's events go to the first Function at that path, if there is one. */
export function subscribeFunctions(
  world: World,
  running: readonly RunningFunctions[],
  taskEvents: string | undefined,
): void {
  if (taskEvents === undefined) return;
  const found = running.find(({ host }) => host.paths.includes(taskEvents));
  if (found) world.taskRouter.setEventCallback(`https://${found.domainName}${taskEvents}`);
}
