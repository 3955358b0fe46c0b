import { defineService, restProduct } from '../../kernel/service';
import { pluginsRest } from './rest/operations';
import { createPlugins } from './rules/create';
import { pluginsState } from './state';

/** The plugin service of Flex. */
export const plugins = defineService({
  name: 'plugins',
  state: { name: 'plugins', shape: pluginsState },
  create: createPlugins,
  stateOf: (own) => own.state(),
  rest: [restProduct({ host: 'flex-api.twilio.com', spec: 'flex_v1', operations: pluginsRest })],
});
