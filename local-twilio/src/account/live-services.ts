import type { World } from './world';

export type Services = Pick<
  World,
  'conversations' | 'taskRouter' | 'flex' | 'sync' | 'iam' | 'customers' | 'plugins' | 'serverless' | 'studio'
>;

/** The services as they are now; a reset replaces them. */
export function liveServices(current: () => Services): Services {
  return {
    get conversations() {
      return current().conversations;
    },
    get taskRouter() {
      return current().taskRouter;
    },
    get flex() {
      return current().flex;
    },
    get sync() {
      return current().sync;
    },
    get iam() {
      return current().iam;
    },
    get customers() {
      return current().customers;
    },
    get plugins() {
      return current().plugins;
    },
    get serverless() {
      return current().serverless;
    },
    get studio() {
      return current().studio;
    },
  };
}
