import { defineService } from '../../kernel/service';
import { createCustomers } from './rules/create';
import { customersState } from './state';

/** The people outside, with their phones: no service of Twilio, but what its channels connect to. */
export const customers = defineService({
  name: 'customers',
  state: { name: 'phones', shape: customersState },
  create: createCustomers,
  stateOf: (own) => own.phones(),
});
