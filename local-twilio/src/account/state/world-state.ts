import { z } from 'zod';
import type { Shape } from '../../kernel/shapes';
import { services } from '../registry';

type Registered = (typeof services)[number];

/** A whole account: what a world begins with, and what is kept when it ends. */
export type WorldState = {
  readonly [S in Registered as S['state']['name']]: S['state']['shape'] extends Shape<infer State> ? State : never;
};

const shapes: Readonly<Record<string, z.ZodTypeAny>> = Object.fromEntries(
  services.map(({ state }) => [state.name, state.shape]),
);

export const worldState: Shape<WorldState> = z
  .object(shapes)
  .strict()
  .refine((parts): parts is WorldState & Record<string, unknown> => Object.keys(shapes).every((name) => name in parts));
