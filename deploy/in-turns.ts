/** Runs it for every item, few at once: Twilio counts the calls of an account that run at the same time. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  { atOnce, run }: { atOnce: number; run: (item: Item) => Promise<Result> },
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += atOnce) {
    results.push(...(await Promise.all(items.slice(at, at + atOnce).map(run))));
  }
  return results;
}
