import { useParkingServices } from '../parking-services';
import { parsePreset, presetMoment, type Preset } from '../state/time-presets';
import { replyWindowClosesAtMs } from '../state/reply-window';
import type { Text } from '../strings/text';

/** One time to park until, ready to be shown. */
export interface TimeChoice {
  label: string;
  /** ISO 8601, counted from the moment at which it is chosen. */
  backAt: () => string;
  /** Said beside it: the date, or that the customer cannot be answered freely any more by then. */
  hint: string;
  isAfterWindow: boolean;
}

/** What is known of the customer's channel, for its reply window. */
export interface ChannelFacts {
  channelType: string;
  lastCustomerMessageAt?: string | undefined;
}

/** A time of today that has nearly come is no use. */
const TODAY_AT_LEAST_MS = 5 * 60_000;

/** The times of the settings that are still to come, earliest first, each once. */
export function useTimeChoices(channel: ChannelFacts): TimeChoice[] {
  const { localeTag, now, options, text } = useParkingServices();
  const nowMs = now().getTime();
  const timeZone = options.timeZone ?? undefined;
  const closesAtMs = replyWindowClosesAtMs(channel);
  const coming = options.parkUntilPresets.flatMap((said) => {
    const preset = parsePreset(said);
    const atMs = preset && presetMoment(preset, nowMs, timeZone);
    if (!preset || atMs === undefined) return [];
    return preset.kind === 'today' && atMs < nowMs + TODAY_AT_LEAST_MS ? [] : [{ preset, atMs }];
  });
  const once = coming.filter(({ atMs }, at) => coming.findIndex((other) => other.atMs === atMs) === at);
  return once
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ atMs, preset }) => {
      const isAfterWindow = closesAtMs !== undefined && atMs >= closesAtMs;
      return {
        label: labelOf(preset, atMs, { localeTag, text, timeZone }),
        backAt: () => new Date(presetMoment(preset, now().getTime(), timeZone)).toISOString(),
        hint: isAfterWindow ? text('ParkInteractionUntilAfterWindow') : dateOf(preset, atMs, { localeTag, timeZone }),
        isAfterWindow,
      };
    });
}

interface Reader {
  localeTag: string;
  timeZone: string | undefined;
}

function labelOf(preset: Preset, atMs: number, { text, ...reader }: Reader & { text: Text }): string {
  switch (preset.kind) {
    case 'in':
      return capitalized(new Intl.RelativeTimeFormat(reader.localeTag).format(preset.count, preset.unit), reader);
    case 'today':
      return text('ParkInteractionUntilToday', { time: format(atMs, reader, { timeStyle: 'short' }) });
    case 'tomorrow':
      return text('ParkInteractionUntilTomorrow', { time: format(atMs, reader, { timeStyle: 'short' }) });
    case 'weekday':
      return capitalized(format(atMs, reader, { weekday: 'long', hour: 'numeric', minute: '2-digit' }), reader);
  }
}

/** What the label does not say. */
function dateOf(preset: Preset, atMs: number, reader: Reader): string {
  switch (preset.kind) {
    case 'in':
      return format(atMs, reader, { timeStyle: 'short' });
    case 'weekday':
      return format(atMs, reader, { day: 'numeric', month: 'short' });
    case 'today':
    case 'tomorrow':
      return '';
  }
}

function format(atMs: number, { localeTag, timeZone }: Reader, how: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(localeTag, { ...how, ...(timeZone && { timeZone }) }).format(atMs);
}

function capitalized(words: string, { localeTag }: Reader): string {
  return words.charAt(0).toLocaleUpperCase(localeTag) + words.slice(1);
}
