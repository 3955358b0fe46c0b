import type { JsonObject } from './merge';
import { parkInteractionSettings } from './schema/park-interaction-settings';
import type { Problem } from './schema/problems';

const SECTIONS = ['ui_attributes'];

/** Everything wrong in one merged configuration; empty when it may be used. */
export function validateConfiguration(configuration: JsonObject): Problem[] {
  const strangers = Object.keys(configuration).filter((key) => !SECTIONS.includes(key));
  const unknownSections = strangers.map((path) => ({
    path,
    message: `is not a section of the configuration; allowed are ${SECTIONS.join(', ')}`,
  }));
  const read = parkInteractionSettings(configuration.ui_attributes);
  return [...unknownSections, ...(read.ok ? [] : read.problems)];
}
