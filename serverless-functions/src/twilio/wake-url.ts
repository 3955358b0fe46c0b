/** Path of the Function that Conversations calls when somebody writes in a parked conversation. */
export const WAKE_PATH = '/webhooks/unpark-interaction';

/** The webhook's URL; the park id in it tells whose it is. */
export function wakeUrl({ functionsDomain, parkId }: { functionsDomain: string; parkId: string }): string {
  return `https://${functionsDomain}${WAKE_PATH}?${new URLSearchParams({ parkId }).toString()}`;
}

/** The parts of a URL that wakeUrl made, or undefined for any other. */
export function readWakeUrl(url: string): { functionsDomain: string; parkId: string } | undefined {
  if (!URL.canParse(url)) return undefined;
  const { host, pathname, searchParams } = new URL(url);
  const parkId = searchParams.get('parkId');
  return pathname === WAKE_PATH && parkId ? { functionsDomain: host, parkId } : undefined;
}
