import { createAccountConfiguration } from '../../flex-config/account/account-configuration';
import { writeUnlessChanged } from '../../flex-config/account-commands';
import { merge } from '../../flex-config/merge';
import { describeAccountChange, planConfiguration } from '../../flex-config/plan-configuration';
import type { AccountState } from '../state';
import { functionsUrlOf, takenFrom, type TakeOver } from './other-environment';
import { DOMAIN_TO_COME, domainOf } from './step';
import type { Step, Wanted } from './step';

/** The environment's files above the address of the deployed Functions: an address in a file is kept. */
function planOf(state: AccountState, { settings }: Wanted) {
  const address = { serverless_functions_url: `https://${domainOf(state) ?? DOMAIN_TO_COME}` };
  const environment = merge({ ui_attributes: { custom_data: address } }, settings);
  return planConfiguration(state.uiAttributes, environment);
}

/** Desktops call one address. What is parked at another one is in nobody's list then. */
function takesOver(state: AccountState, wanted: Wanted): TakeOver[] {
  const before = functionsUrlOf(state.uiAttributes);
  const after = functionsUrlOf(planOf(state, wanted).uiAttributes);
  return before === after ? [] : takenFrom('the calls and lists of desktops', before, wanted.env);
}

export const configurationStep: Step = {
  title: 'Flex Configuration',
  plan(state, wanted) {
    const { changes, problems } = planOf(state, wanted);
    const [problem] = problems;
    return {
      changes: changes.map(describeAccountChange),
      takesOver: takesOver(state, wanted),
      ...(problem && { refused: `${wanted.env}: ${problem.path} ${problem.message}` }),
    };
  },
  async apply({ client }, state, wanted) {
    const { uiAttributes } = planOf(state, wanted);
    await writeUnlessChanged(createAccountConfiguration(client), { before: state.uiAttributes, after: uiAttributes });
    return { ...state, uiAttributes };
  },
};
