import { parkObstacle } from '../serverless-functions/src/contract/eligibility';
import { settingsOfQueue } from '../serverless-functions/src/contract/queue-settings';
import { composerOf } from './flex/composer';
import { customerSpokeLast, isLoaded, openInvites } from './flex/conversation';
import { openTasksOf, type OpenTask } from './flex/open-tasks';
import { customerNameOf, queueOf } from './flex/task';
import { createTaskTimes } from './flex/task-times';
import { PARK_ACTION } from './parking/action-names';
import { AutoPark, type AutoParkPorts, type Why } from './parking/auto-park/auto-park';
import { createIsAlone } from './parking/auto-park/is-alone';
import { createAutoParkNotices } from './parking/auto-park/notices';
import { briefMoment, duration } from './parking/hooks/moment';
import { isParking } from './parking/state/parking-selectors';
import type { StringKey } from './parking/strings/parking-strings';
import { dateLocaleFor } from './parking/strings/translations';
import type { Core } from './create-core';

const MINUTE_MS = 60_000;
/** A customer who is waiting gets a new task at once; this is the soonest that the Functions take, and a little more. */
const BACK_AFTER_MS = 2 * MINUTE_MS;

const REASONS = {
  silence: 'ParkInteractionSilenceReason',
  expiry: 'ParkInteractionSilenceExpiryReason',
} as const satisfies Record<Why, StringKey>;

/** Parks by itself what the customer does not answer and what Twilio is going to delete; with both off, nothing runs. */
export function watchOpenTasks(core: Core): void {
  const { manager, outside, session, settings, workerSid } = core;
  const hasSilence = [settings, ...Object.values(settings.queues)].some(
    ({ autoParkMinutes }) => autoParkMinutes != null,
  );
  if (!hasSilence && settings.beforeTaskExpires === 'nothing') return;
  const openTasks = openTasksOf(manager, workerSid, () => [core.parking().parks, core.parking().drafts]);
  const composer = composerOf(manager, outside.page);
  const look = () => autoPark.look();
  const autoPark: AutoPark = new AutoPark({
    ...outside,
    ...noticesAndPark(core),
    openTasks: openTasks.all,
    parkAfterMs: (open) => minutes(settingsOf(core, open).autoParkMinutes),
    beforeTaskExpires: settings.beforeTaskExpires,
    mayPark: (open) => mayPark(core, open),
    isAlone: createIsAlone(look),
    isWriting: composer.isWriting,
    kept: createTaskTimes(outside.storage, 'park-interaction.kept-tasks'),
    told: createTaskTimes(outside.storage, 'park-interaction.expiring-tasks'),
    isInSight: outside.isOnScreen,
  });
  openTasks.onChange(look);
  composer.onFocusChange(look);
  session.onSessionEnded(() => autoPark.stop());
  look();
}

function settingsOf({ settings }: Core, { task }: OpenTask) {
  return settingsOfQueue(settings, queueOf(task));
}

function minutes(count: number | null): number | null {
  return count === null ? null : count * MINUTE_MS;
}

/** As the Park button has it; an agent who is being asked for a note is about to park it themselves. */
function mayPark(core: Core, open: OpenTask): boolean {
  const { conversation, target } = open;
  if (!settingsOf(core, open).mayPark || core.parking().drafts[target.taskSid]?.open) return false;
  const obstacle = parkObstacle({
    busy: isParking(core.parking(), target.taskSid),
    conversationLoaded: isLoaded(conversation),
    otherInternalParticipants: 0,
    openInvites: conversation ? openInvites(conversation) : 0,
  });
  return obstacle === undefined;
}

function noticesAndPark(core: Core): Pick<AutoParkPorts, 'park' | 'showCountdown' | 'showExpiry'> {
  const { flex, outside, session, text } = core;
  const localeTag = dateLocaleFor(session.localeTag, outside.languages);
  const notices = createAutoParkNotices(flex, text, outside.now);
  const nameOf = ({ task }: OpenTask) => customerNameOf(task) ?? text('ParkInteractionUnknownCustomer');
  const park = ({ task }: OpenTask, said: object) => flex.Actions.invokeAction(PARK_ACTION, { ...said, task });
  const beforeExpiry = (open: OpenTask) => ({
    reason: text(REASONS.expiry),
    ...backAt(core, open),
    expiring: true,
  });
  return {
    park: (open, why) =>
      park(open, { ...(why === 'expiry' ? beforeExpiry(open) : { reason: text(REASONS[why]) }), byItself: true }),
    showCountdown: (open, { keep, parkAtMs, quietSinceMs }) => {
      const time = duration(parkAtMs - quietSinceMs, localeTag, 'long');
      return notices.countDown({ customerName: nameOf(open), time, parkAtMs }, keep);
    },
    showExpiry: (open, parksAtMs) => {
      const when = parksAtMs === undefined ? undefined : briefMoment(parksAtMs, { now: outside.now(), localeTag });
      // The command tells of a failure itself.
      const parkNow = () => void park(open, beforeExpiry(open)).catch(() => {});
      return notices.expires({ customerName: nameOf(open), when }, parkNow);
    },
  };
}

/** A customer who has had no answer yet would have to write again. */
function backAt(core: Core, open: OpenTask): { backAt?: string } {
  const isWaiting = open.conversation !== undefined && customerSpokeLast(open.conversation);
  if (!isWaiting || !settingsOf(core, open).parkUntil) return {};
  return { backAt: new Date(core.outside.now().getTime() + BACK_AFTER_MS).toISOString() };
}
