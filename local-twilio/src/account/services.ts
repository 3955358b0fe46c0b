import type { Happening } from '../kernel/bus';
import type { Context } from '../kernel/context';
import type { Service, SetUp } from '../kernel/service';
import type { WorldEvent } from './events';
import { services } from './registry';
import type { WorldState } from './state/world-state';

type Registered = (typeof services)[number];

/** The services of an account, by name. */
export type Services = { readonly [S in Registered as S['name']]: ReturnType<S['create']> };

/** A service of which only the names are known: what loops over the registry see. */
export type AnyService = Service<string, unknown, Happening, unknown, string, unknown, unknown>;
export const everyService: readonly AnyService[] = services;

type Parts = Readonly<Record<string, unknown>>;

const areComplete = (built: Parts): built is Services & Parts => everyService.every(({ name }) => name in built);

interface Building {
  readonly context: Context<WorldEvent>;
  readonly state: WorldState;
  readonly setUp: SetUp;
}

export function createServices({ context, state, setUp }: Building): Services {
  const built: Record<string, unknown> = {};
  const kept: Parts = state;
  for (const service of everyService)
    built[service.name] = service.create({ context, needs: built, state: kept[service.state.name], setUp });
  if (!areComplete(built)) throw new Error('A service was not built');
  return built;
}

/** The services as they are now; a reset replaces them. */
export function currentServices(current: () => Services): Services {
  const live = {};
  for (const { name } of everyService)
    Object.defineProperty(live, name, { enumerable: true, get: () => Reflect.get(current(), name) });
  if (!areComplete(live)) throw new Error('A service is missing');
  return live;
}

const isState = (parts: Parts): parts is WorldState & Parts => everyService.every(({ state }) => state.name in parts);

/** All that there is, live. */
export function stateOf(account: Services): WorldState {
  const parts = Object.fromEntries(
    everyService.map((service) => [service.state.name, service.stateOf(Reflect.get(account, service.name))]),
  );
  if (!isState(parts)) throw new Error('A service kept nothing');
  return parts;
}
