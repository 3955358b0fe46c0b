import { RECONCILE_PATH } from '../../serverless-functions/src/contract/reconcile';
import { readEnvironment } from '../../serverless-functions/src/http/runtime';
import { variablesOf } from '../steps/functions';
import { domainOf } from '../steps/step';
import type { Facts } from './facts';
import { green, red } from './lines';
import type { Line } from './lines';

const TITLE = "Functions' variables";
const IN_CONSOLE = 'in Console > Functions and Assets > park-interaction > Environment Variables';

/**
 * A Function says only that its variables are wrong, for it answers strangers; which ones, the account tells. Nothing
 * is said of Functions that are not there or do not answer at all: they have a line of their own.
 */
export function checkVariables(facts: Facts): Line[] {
  const { account, env, functionsAnswer, markerStatus } = facts;
  const domain = domainOf(account);
  const environment = account.functions?.environment;
  if (!domain || !environment?.build || markerStatus === undefined) return [];
  const fromElsewhere = elsewhere(facts);
  if (functionsAnswer === undefined) {
    return [red(TITLE, `https://${domain}${RECONCILE_PATH} does not answer`, 'Look at its logs in the Console.')];
  }
  const { status, code } = functionsAnswer;
  if (code === 'configuration-invalid') return [missing(facts)];
  if (code === undefined || code === 'internal-error') {
    const found = `https://${domain}${RECONCILE_PATH} answers ${[status, code].filter(Boolean).join(' ')}`;
    return [red(TITLE, found, `Run npm run deploy -- --env ${env}, or look at its logs in the Console.`)];
  }
  return fromElsewhere.length > 0 ? fromElsewhere : [green(TITLE, 'complete, the Functions answer')];
}

function missing({ account, env }: Facts): Line {
  const environment = account.functions?.environment;
  const given = { ACCOUNT_SID: account.accountSid, AUTH_TOKEN: 'given', DOMAIN_NAME: environment?.domainName };
  const read = readEnvironment({ ...given, ...environment?.variables });
  if (read.ok) {
    const remedy = `Tick "Add my Twilio Credentials" ${IN_CONSOLE}, then run npm run deploy -- --env ${env}`;
    return red(TITLE, 'ACCOUNT_SID or AUTH_TOKEN does not reach the Functions', remedy);
  }
  const ours = Object.keys(variablesOf(account, env));
  const others = read.names.filter((name) => !ours.includes(name));
  const remedy =
    others.length === 0
      ? `Run npm run deploy -- --env ${env}`
      : `Correct or delete ${others.join(', ')} ${IN_CONSOLE}.`;
  return red(TITLE, `missing or malformed: ${read.names.join(', ')}`, remedy);
}

/** Well formed, and of another workspace or Sync service than Flex has: the Functions answer, and park nothing. */
function elsewhere({ account, env }: Facts): Line[] {
  const held = account.functions?.environment?.variables ?? {};
  return Object.entries(variablesOf(account, env))
    .filter(([key, value]) => held[key] !== value)
    .map(([key, value]) =>
      red(TITLE, `${key} is ${held[key] ?? 'not set'}, but should be ${value}`, `Run npm run deploy -- --env ${env}`),
    );
}
