import { configurationStep } from './configuration';
import { eventCallbackStep } from './event-callback';
import { functionsStep } from './functions';
import { pluginStep } from './plugin';
import { recordsServiceStep } from './records-service';
import type { Step } from './step';

/** In this order each step finds what it needs, and the feature is switched on last. */
export const STEPS: readonly Step[] = [
  recordsServiceStep,
  functionsStep,
  eventCallbackStep,
  pluginStep,
  configurationStep,
];
