import { deploy } from '../../../deploy/deploy';
import type { Deployment } from '../../../deploy/deploy';
import type { Product } from '../../../deploy/product';
import { outcomeOfDeploy } from '../../../deploy/outcome';
import type { Outcome } from '../../../flex-config/commands';
import { ids } from '../../../local-twilio/src/account/seed/contact-centre';
import type { Account } from './account';

export const SETTINGS = {
  ui_attributes: { custom_data: { features: { park_interaction: { enabled: true, show_list: true } } } },
};

/** A product as small as can be; another `n` is another build. */
export function smallProduct(n = 1): Product {
  return {
    build: `0.1.0-b${n}`,
    functions: [
      { path: '/flex/park-interaction', access: 'public', content: `exports.handler = () => ${n};` },
      { path: '/webhooks/reconcile', access: 'protected', content: 'exports.handler = () => 0;' },
    ],
    plugin: `window.plugin = ${n};`,
    dependencies: [{ name: 'twilio', version: '5.13.1' }],
  };
}

export interface Deployed extends Outcome {
  /** Everything that was printed, in order. */
  printed: string[];
}

type Login = { accountSid?: string } & ({ authToken: string } | { apiKey: string; apiSecret: string });

type Options = Partial<Omit<Deployment, 'account' | 'wanted' | 'terminal' | 'confirmTakeOver'>> &
  Partial<Deployment['wanted']> & { answer?: boolean; agreesToTakeOver?: boolean };

/** Deploys as the command does, to the local account. */
export async function deployTo(
  { client }: Pick<Account, 'client'>,
  options: Options = {},
  login: Login = { authToken: ids.authToken },
): Promise<Deployed> {
  const { dryRun = false, flexSyncSid, steps, answer = true, agreesToTakeOver = false, ...asked } = options;
  const wanted = {
    env: 'staging',
    product: smallProduct(),
    settings: SETTINGS,
    release: true,
    eventCallback: true,
    ...asked,
  };
  const printed: string[] = [];
  const terminal = { print: (line: string) => printed.push(line), confirm: async () => answer };
  const confirmTakeOver = async (question: string) => {
    printed.push(question);
    return agreesToTakeOver;
  };
  const account = { client, accountSid: ids.account, ...login };
  const outcome = await outcomeOfDeploy(() =>
    deploy({ account, wanted, flexSyncSid, dryRun, terminal, confirmTakeOver, steps }),
  );
  return { ...outcome, printed };
}

/** Methods other than GET that reached the account since the last look. */
export function writesOf({ world }: Account): string[] {
  return world
    .calls()
    .filter(({ method }) => method !== 'GET')
    .map(({ operationId }) => operationId ?? '?');
}
