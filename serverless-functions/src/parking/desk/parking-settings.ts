import type { SettingsAnswer, SettingsRequest } from '../../contract/parking-settings';
import { isAdmin, type Caller } from '../caller';
import { isUnknown, ParkingError } from '../errors';
import type { Ports } from '../ports';
import type { PlannedSettings, SettingsChange, SettingsThen } from '../settings-port';

const NOTHING: SettingsChange = { set: {}, reset: [] };

/** The settings for the page where an admin changes them: what there is, what a change would do, and doing it. */
export async function parkingSettings(
  { accountSettings, log }: Pick<Ports, 'accountSettings' | 'log'>,
  { change, save, seen }: SettingsRequest,
  verifying: Promise<Caller>,
): Promise<SettingsAnswer> {
  const reading = accountSettings.read();
  reading.catch(() => undefined);
  const caller = await verifying;
  if (!isAdmin(caller)) throw new ParkingError('admins-only');
  const now = await reading;
  refuseIfChanged(now, seen);
  const plan = now.plan(change ?? NOTHING);
  if (!save || plan.problems.length > 0) return answerOf(change ? 'checked' : 'settings', now, plan);

  const saved = await accountSettings.alone(async () => {
    const latest = await accountSettings.read();
    refuseIfChanged(latest, seen);
    return store(accountSettings, latest.plan(change ?? NOTHING));
  });
  if (!saved) throw new ParkingError('settings-changed');
  log('settings', 'saved', { by: caller.workerSid, names: saved.changes.map(({ name }) => name).join(',') });
  return answerOf('saved', saved.after, saved);
}

/** Whoever looked at something else looks again before anything of theirs counts. */
function refuseIfChanged(now: SettingsThen, seen: string | undefined): void {
  const names = seen === undefined ? [] : now.differsFrom(seen);
  if (names.length > 0) throw new ParkingError('settings-changed', { names });
}

/** A write whose answer was lost is looked up and never repeated: somebody may have changed them since. */
async function store(
  { read }: Pick<Ports['accountSettings'], 'read'>,
  plan: PlannedSettings,
): Promise<PlannedSettings> {
  try {
    await plan.save();
  } catch (error) {
    if (!isUnknown(error)) throw error;
    const found = await read();
    if (found.seen !== plan.after.seen) throw new ParkingError('settings-unconfirmed', { cause: error });
  }
  return plan;
}

function answerOf(
  status: SettingsAnswer['status'],
  { seen, settings }: Pick<SettingsThen, 'settings' | 'seen'>,
  { changes, problems }: PlannedSettings,
): SettingsAnswer {
  return { status, settings, seen, changes, problems };
}
