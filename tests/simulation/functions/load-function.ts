import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { moduleScope, type Surroundings } from './surroundings';

/** The Functions' paths, as in their URLs. */
export const FUNCTION_FILES = {
  '/flex/park-interaction': 'flex/park-interaction.js',
  '/flex/unpark-interaction': 'flex/unpark-interaction.js',
  '/flex/reconcile': 'flex/reconcile.js',
  '/flex/everyones-parked-interactions': 'flex/everyones-parked-interactions.js',
  '/flex/complete-parked-task': 'flex/complete-parked-task.js',
  '/webhooks/wake-by-event': 'webhooks/wake-by-event.js',
  '/webhooks/unpark-interaction': 'webhooks/unpark-interaction.protected.js',
  '/webhooks/taskrouter-event': 'webhooks/taskrouter-event.protected.js',
  '/webhooks/route-interaction': 'webhooks/route-interaction.protected.js',
} as const;
export type FunctionPath = keyof typeof FUNCTION_FILES;

export type Callback = (error: unknown, response?: unknown) => void;
export type Handler = (context: object, event: object, callback: Callback) => Promise<void>;

/** Built Functions: read and compiled once, and evaluated anew for each run, for they remember things. */
export interface FunctionLibrary {
  /** From now on all Functions live in these surroundings: one run at a time. */
  enter(surroundings: Surroundings): void;
  evaluate(path: FunctionPath): Handler;
}

/** @param folder of the built Functions, such as serverless-functions/dist/functions */
export function functionLibrary(folder: string): FunctionLibrary {
  let current: Surroundings | undefined;
  const scope = moduleScope(() => {
    if (!current) throw new Error('no run is on');
    return current;
  });
  const compiled = new Map<FunctionPath, (...values: unknown[]) => void>();

  const compile = (path: FunctionPath) => {
    const source = readFileSync(join(folder, FUNCTION_FILES[path]), 'utf8');
    // Every name of the scope hides a global, so the Function knows no other clock, network or chance.
    return new Function('module', 'exports', ...Object.keys(scope), source) as (...values: unknown[]) => void;
  };
  return {
    enter(surroundings) {
      current = surroundings;
    },
    evaluate(path) {
      const run = compiled.get(path) ?? compile(path);
      compiled.set(path, run);
      const module: { exports: unknown } = { exports: {} };
      run(module, module.exports, ...Object.values(scope));
      return handlerOf(module.exports);
    },
  };
}

function handlerOf(exported: unknown): Handler {
  if (typeof exported === 'object' && exported !== null && 'handler' in exported) return exported.handler as Handler;
  throw new Error('the Function exports no handler');
}
