import { defineService, restProduct, type Building } from '../../kernel/service';
import type { Plugins } from './commands';
import type { PluginsEvent } from './events';
import { pluginsRest } from './rest/operations';
import { createPlugins } from './rules/create';
import { pluginsState, type PluginStore } from './state';

/** The plugin service of Flex. */
export const plugins = defineService({
  name: 'plugins',
  state: { name: 'plugins', shape: pluginsState },
  create: ({ context, state }: Building<PluginsEvent, object, PluginStore>): Plugins => createPlugins(context, state),
  stateOf: (own) => own.state(),
  rest: [restProduct({ host: 'flex-api.twilio.com', spec: 'flex_v1', operations: pluginsRest })],
});
