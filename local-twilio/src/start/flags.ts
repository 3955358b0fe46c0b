import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import pc from 'picocolors';
import { flexFeatures, type FlexFeature } from '../kernel/browser/features';
import { namedSid } from '../kernel/sids';
import { parseCalibration, type Calibration } from './calibration';
import type { FunctionsService, LocalTwilioOptions } from './options';

/** What the command line was given, as commander names it. */
export interface StartFlags {
  readonly port: number;
  readonly functionsPort: number;
  readonly plugin: readonly string[];
  readonly functions?: string;
  readonly domain?: string;
  readonly service: readonly FunctionsService[];
  readonly config?: string;
  readonly desktop: boolean;
  readonly watch?: boolean;
  readonly taskEvents?: string;
  readonly syncService: readonly (readonly [string, string])[];
  readonly seed?: string;
  readonly state?: string;
  readonly calibration?: string;
  readonly env: readonly (readonly [string, string])[];
  readonly limits: 'on' | 'off';
  readonly latency: number;
  readonly flexFeatures: readonly FlexFeature[];
}

/** A Function has ten seconds for all of its calls. */
const MAX_LATENCY_MS = 2_000;

/** A mistake of the person who started it: one line is enough. */
export class UsageError extends Error {}

export function toPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('must be 0 to 65535');
  return port;
}

export function toLatency(text: string): number {
  const delayMs = Number(text);
  if (!Number.isInteger(delayMs) || delayMs < 0 || delayMs > MAX_LATENCY_MS)
    throw new InvalidArgumentError(`must be 0 to ${MAX_LATENCY_MS}`);
  return delayMs;
}

export function toDomain(text: string): string {
  if (!/^[a-z0-9-]+\.twil\.io$/.test(text)) throw new InvalidArgumentError('must be <name>.twil.io');
  return text;
}

export function toService(text: string): FunctionsService {
  const [, domain = '', folder = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  return { domainName: toDomain(domain), folder };
}

export function toVariable(text: string): [string, string] {
  const [, name, value] = /^([A-Z_][A-Z0-9_]*)=(.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('must be NAME=value');
  return [name, value];
}

export function toPath(text: string): string {
  if (!/^\/\S+$/.test(text)) throw new InvalidArgumentError('must be a path, such as /events');
  return text;
}

export function toFeatures(text: string): readonly FlexFeature[] {
  return text.split(',').map((name) => {
    const found = flexFeatures.find((known) => known === name.trim());
    if (!found) throw new InvalidArgumentError(`must be some of ${flexFeatures.join(',')}`);
    return found;
  });
}

function existing(what: string, path: string, remedy = ' Build it first.'): string {
  const found = resolve(path);
  if (!existsSync(found)) throw new UsageError(`${what} is missing: ${path}.${remedy}`);
  return found;
}

function pluginOf(plugin: string): string {
  return /^https?:\/\//.test(plugin) ? plugin : existing('The plugin', plugin);
}

function uiAttributesIn(file: string): Record<string, unknown> {
  const text = readFileSync(existing('The configuration', file), 'utf8');
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // Told below, as for JSON that is no object.
  }
  throw new UsageError(`${file} is not a JSON object of ui_attributes.`);
}

/** Switches as the account had them that was asked, and the day, for whoever wonders why things differ. */
function calibrated(file: string | undefined, onProgress: (line: string) => void): Calibration['switches'] {
  if (file === undefined) return {};
  try {
    const { at, switches } = parseCalibration(readFileSync(existing('The calibration', file, ''), 'utf8'));
    onProgress(`Behaves as an account did at ${at}: ${JSON.stringify(switches)}`);
    return switches;
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error)) throw error;
    throw new UsageError(`${file} is no calibration: ${error.message}`);
  }
}

/** The same at every start, so that what is in a state file is found again. */
const syncSidOf = (friendlyName: string) => namedSid('IS', friendlyName);

export function optionsOf(flags: StartFlags): LocalTwilioOptions {
  const onProgress = (line: string) => console.log(pc.dim(line));
  return {
    port: flags.port,
    functionsPort: flags.functionsPort,
    plugins: flags.plugin.map(pluginOf),
    availableOnLogin: true,
    desktop: flags.desktop,
    switches: { ...calibrated(flags.calibration, onProgress), limits: flags.limits },
    latencyMs: flags.latency,
    moreFunctions: flags.service.map(({ folder, ...rest }) => ({ ...rest, folder: existing('The service', folder) })),
    flexFeatures: flags.flexFeatures,
    syncServices: flags.syncService.map(([, friendlyName]) => ({ sid: syncSidOf(friendlyName), friendlyName })),
    env: {
      ...Object.fromEntries(flags.syncService.map(([variable, name]) => [variable, syncSidOf(name)])),
      ...Object.fromEntries(flags.env),
    },
    onProgress,
    ...(flags.functions ? { functionsFolder: existing('The Functions', flags.functions) } : {}),
    ...(flags.domain ? { functionsDomain: flags.domain } : {}),
    ...(flags.taskEvents ? { taskEvents: flags.taskEvents } : {}),
    ...(flags.config ? { uiAttributes: uiAttributesIn(flags.config) } : {}),
    ...(flags.watch ? { watch: true } : {}),
    ...(flags.seed ? { seedFile: resolve(flags.seed) } : {}),
    ...(flags.state ? { stateFile: resolve(flags.state) } : {}),
  };
}
