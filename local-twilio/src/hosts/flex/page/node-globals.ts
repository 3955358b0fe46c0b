export { Buffer } from 'buffer';

/** The little of Node's process that Flex's dependencies touch in a browser. */
export const process = {
  env: { NODE_ENV: 'production' },
  browser: true,
  version: '',
  versions: {},
  argv: [],
  cwd: () => '/',
  nextTick: (run: (...args: unknown[]) => void, ...args: unknown[]) => void Promise.resolve().then(() => run(...args)),
  on: () => undefined,
  emit: () => undefined,
};
