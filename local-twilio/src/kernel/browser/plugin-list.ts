/** One plugin as Flex's own loader wants it described. */
export interface PluginEntry {
  readonly name: string;
  readonly version: string;
  readonly class: string;
  readonly requires: readonly string[];
  readonly src: string;
  readonly phase: number;
  readonly enabled: boolean;
}

/** What flex.twilio.com/plugins answers with. */
export interface PluginList {
  list(): readonly PluginEntry[];
}
