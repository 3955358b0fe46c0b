import type { Clock } from '../kernel/clock';
import type { Switches } from '../kernel/switches';
import type { FlexFeature } from '../kernel/browser/features';
import type { NamedSyncService } from '../account/seed/whole-account';
import type { World } from '../account/world';

/** Functions and Assets with a domain of their own: https://www.twilio.com/docs/serverless/api/resource/service */
export interface FunctionsService {
  /** Built Functions, or the folder above `functions`. */
  readonly folder: string;
  /** Their host name, below twil.io. */
  readonly domainName: string;
  /** Default: any free port. */
  readonly port?: number;
}

export interface LocalTwilioOptions {
  /** Desktops, customers' page, REST and control; 0 takes any free port. Default 3000. */
  readonly port?: number;
  /** Default 3001; 0 takes any free port. */
  readonly functionsPort?: number;
  /** Built Functions; without it no Functions run. */
  readonly functionsFolder?: string;
  /** Their host name, below twil.io: browsers are led to this machine for those. */
  readonly functionsDomain?: string;
  /** Services of Functions besides that one. */
  readonly moreFunctions?: readonly FunctionsService[];
  /** The path of the Function that TaskRouter's events are sent to, if there is such a Function. */
  readonly taskEvents?: string;
  /** Sync services of the Functions' own, besides Flex's default one. */
  readonly syncServices?: readonly NamedSyncService[];
  /** More variables for the Functions. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the real Flex UI is served, from the installed @twilio/flex-ui. Default: yes. */
  readonly desktop?: boolean;
  /** Where another @twilio/flex-ui is installed than the project's own. */
  readonly flexFolder?: string;
  /** Built plugin files, or addresses of dev servers. */
  readonly plugins?: readonly string[];
  /** Loads open desktops again when a plugin file was built anew, and serves Functions that were. */
  readonly watch?: boolean;
  /** Merged into the Flex Configuration's `ui_attributes`. */
  readonly uiAttributes?: Readonly<Record<string, unknown>>;
  readonly clock?: Clock;
  /** The same seed gives the same SIDs in the same order. Default: different at every start. */
  readonly seed?: string;
  /** Where everything begins, and what a reset goes back to: a contact centre, or an exported account. */
  readonly seedFile?: string;
  /** Keeps everything over restarts. */
  readonly stateFile?: string;
  readonly switches?: Partial<Switches>;
  /** Milliseconds by which each request to Twilio arrives later, and what a page is told. Default: 0. */
  readonly latencyMs?: number;
  /** What the admin of a real account would turn on in the Console. Default: nothing. */
  readonly flexFeatures?: readonly FlexFeature[];
  /** Agents are Available as soon as their desktop is opened for the first time. Default: Offline, as in Flex. */
  readonly availableOnLogin?: boolean;
  /** Told what is going on; default: nobody. */
  readonly onProgress?: (line: string) => void;
}

export interface LocalTwilio {
  readonly url: string;
  readonly urls: LocalUrls;
  readonly world: World;
  /** Requests of pages that nothing served, without repetitions. */
  unknownRequests(): readonly string[];
  /** Breaks every websocket, as a bad network would; pages mend theirs. */
  dropConnections(): void;
  /** Resolves when webhooks, due timers and pushes to pages are done. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface LocalUrls {
  /** By user name, in the order of the cast; none without desktops. */
  readonly desktops: Readonly<Record<string, string>>;
  readonly customers: string;
  readonly control: string;
}
