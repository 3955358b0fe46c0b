import type { World, WorldOptions } from './world';

/** A seeded account. */
export function createWorld(_options: WorldOptions): World {
  throw new Error('createWorld is being written');
}
