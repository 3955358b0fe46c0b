import { alertBody, type Alert } from '../domain/alert';
import type { Ports } from '../ports';
import { step } from '../step';

/** After an outage there may be thousands; a chat tool takes no more in one message, and nobody reads more. */
const LISTED_AT_MOST = 20;
/** For all of it: what was repaired must be answered before the Function ends. */
const WITHIN_MS = 2_000;

/** Tells what was found, each thing once, where `alert_url` says so. Never throws, and never waits for long. */
export async function tell(ports: Ports, found: readonly Alert[]): Promise<void> {
  if (found.length === 0) return;
  await step(ports, 'alert', async () => {
    const { alertUrl } = await ports.settings.current();
    if (alertUrl !== null) await ports.clock.timeout(sendNews(ports, alertUrl, found), WITHIN_MS);
  });
}

/** Noted before it is sent: what could not be sent is in the log, and nobody is told twice. */
async function sendNews(ports: Ports, url: string, found: readonly Alert[]): Promise<void> {
  const listed = found.slice(0, LISTED_AT_MOST);
  const isNew = await Promise.all(listed.map((alert) => ports.alertsTold.note(alert)));
  const news = listed.filter((_, index) => isNew[index]);
  if (news.length === 0) return;
  const more = found.length - listed.length;
  await ports.alertPost.send(url, alertBody(news, { from: ports.functionsDomain, nowMs: ports.clock.nowMs(), more }));
}
