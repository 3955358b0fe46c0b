/** `quick` is for while one works, `short` is `npm test`, `all` leaves nothing out. */
export const TIERS = ['quick', 'short', 'all'] as const;
export type Tier = (typeof TIERS)[number];

export type Ring = 'unit' | 'integration' | 'simulation' | 'e2e';

export type Phase =
  | { readonly kind: 'build'; readonly name: string; readonly npmScript: string }
  | { readonly kind: 'tests'; readonly name: Ring; readonly workers: number };

const FUNCTIONS: Phase = { kind: 'build', name: 'build of the Functions', npmScript: 'build:functions' };
const PLUGIN: Phase = { kind: 'build', name: 'build of the plugin', npmScript: 'build:plugin' };
const UNIT: Phase = { kind: 'tests', name: 'unit', workers: 2 };
const INTEGRATION: Phase = { kind: 'tests', name: 'integration', workers: 2 };
/** It starts a process per core itself. */
const SIMULATION: Phase = { kind: 'tests', name: 'simulation', workers: 1 };
/** A browser, Flex UI and a local Twilio keep two cores busy. */
const E2E: Phase = { kind: 'tests', name: 'e2e', workers: 1 };

const PHASES = {
  quick: [UNIT],
  short: [FUNCTIONS, PLUGIN, UNIT, INTEGRATION, SIMULATION, E2E],
  all: [FUNCTIONS, PLUGIN, UNIT, INTEGRATION, SIMULATION, E2E],
} satisfies Record<Tier, readonly Phase[]>;

/** What runs, in this order: what is quick to tell comes first. */
export function phasesOf(tier: Tier): readonly Phase[] {
  return PHASES[tier];
}

/** How much of the simulation runs, as tests/simulation/README.md says. */
const SIMULATE = { quick: 'sample', short: 'sample', all: 'thinned' } satisfies Record<Tier, string>;

/** What jest.config.js and the simulation read. */
export function environmentOf(tier: Tier): { TESTS: string; SIMULATE: string } {
  return { TESTS: tier === 'all' ? 'all' : 'short', SIMULATE: SIMULATE[tier] };
}

/** The program and its arguments; the tests write their counts into that file. */
export function commandOf(phase: Phase, countsFile: string): [string, ...string[]] {
  switch (phase.kind) {
    case 'build':
      return ['npm', 'run', phase.npmScript];
    case 'tests':
      return [
        ...(['npx', '--no-install', 'jest', '--ci', '--selectProjects', phase.name] as const),
        ...['--maxWorkers', String(phase.workers), '--json', `--outputFile=${countsFile}`],
      ];
  }
}
