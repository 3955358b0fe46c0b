import { refusalOf } from '../../flex-config/account/variables';
import { DeployError } from '../deploy-error';
import type { Account } from './account';
import { orMissing } from './twilio-failure';

/** The Flex Configuration of the account that was named. Every command reads it before it writes anything. */
export async function readFlex(account: Account) {
  const configuration = await orMissing(account.client.flexApi.v1.configuration().fetch());
  if (!configuration) throw new DeployError('no-flex', `The account ${account.accountSid} has no Flex.`);
  const refusal = refusalOf(configuration.accountSid, account);
  if (refusal !== undefined) throw new DeployError('access-denied', refusal);
  return configuration;
}
