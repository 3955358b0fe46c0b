import { alertBody, type Alert } from '../domain/alert';
import type { Ports } from '../ports';
import { step } from '../step';

/** After an outage there may be thousands; a chat tool takes no more in one message, and nobody reads more. */
const LISTED_AT_MOST = 20;
/** Sync takes 20 writes a second to one map, and more for ten seconds at most (twilio.com/docs/sync/limits). */
const NOTED_AT_ONCE = 20;
/** For all of it: what was repaired must be answered before the Function ends. */
const WITHIN_MS = 2_000;
const FORGET_WITHIN_MS = 500;

/** Tells what was found, each thing once, where `alert_url` says so. Never throws, and never waits for long. */
export async function tell(ports: Ports, found: readonly Alert[]): Promise<void> {
  if (found.length === 0) return;
  await step(ports, 'alert', async () => {
    const { alertUrl } = await ports.settings.current();
    if (alertUrl === null) return;
    ports.alertPost.ensureReady();
    await tellOnce(ports, alertUrl, found);
  });
}

/** What cannot be sent is no longer noted: to be told twice costs less than never to be told. */
async function tellOnce(ports: Ports, url: string, found: readonly Alert[]): Promise<void> {
  const noted = new Set<Alert>();
  try {
    await ports.clock.timeout(sendNews(ports, { url, found, noted }), WITHIN_MS);
  } catch (error) {
    const forgetting = Promise.allSettled([...noted].map((alert) => ports.alertsTold.forget(alert)));
    await step(ports, 'forget-alerts', async () => void (await ports.clock.timeout(forgetting, FORGET_WITHIN_MS)));
    throw error;
  }
}

interface News {
  url: string;
  found: readonly Alert[];
  /** What this run noted or may have noted: filled on the way, for whoever cuts it short. */
  noted: Set<Alert>;
}

/** Noted before it is sent, so that of two runs only one tells. */
async function sendNews(ports: Ports, { url, found, noted }: News): Promise<void> {
  for (let at = 0; at < found.length; at += NOTED_AT_ONCE) {
    await Promise.all(
      found.slice(at, at + NOTED_AT_ONCE).map(async (alert) => {
        noted.add(alert);
        if (!(await ports.alertsTold.note(alert))) noted.delete(alert);
      }),
    );
  }
  const news = [...noted];
  if (news.length === 0) return;
  const listed = news.slice(0, LISTED_AT_MOST);
  const more = news.length - listed.length;
  await ports.alertPost.send(url, alertBody(listed, { from: ports.functionsDomain, nowMs: ports.clock.nowMs(), more }));
}
