const amount = String.raw`(\d+(?:[.,]\d+)?)`;
const pattern = new RegExp(`^P(?:${amount}W)?(?:${amount}D)?(?:T(?:${amount}H)?(?:${amount}M)?(?:${amount}S)?)?$`);
const SECONDS = [604_800, 86_400, 3_600, 60, 1] as const;

/** Seconds of an ISO 8601 duration such as PT5M or P1W; years and months have no fixed length. Undefined: it is none. */
export function durationSeconds(text: string): number | undefined {
  const found = pattern.exec(text);
  const parts = found?.slice(1) ?? [];
  if (text.endsWith('T') || parts.every((part) => part === undefined)) return undefined;
  const amounts = parts.map((part) => Number((part ?? '0').replace(',', '.')));
  return SECONDS.reduce((sum, seconds, place) => sum + seconds * (amounts[place] ?? 0), 0);
}
