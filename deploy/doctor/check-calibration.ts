import type { Facts } from './facts';
import { green, yellow } from './lines';
import type { Line } from './lines';

const TITLE = 'Calibration';
const DAY_MS = 24 * 60 * 60_000;
/** Twilio changes without a word; nobody knows how often. */
const OLD_AFTER_DAYS = 180;

/** How old the answers of this account are. None at all is no fault: everything is right either way. */
export function checkCalibration({ calibration, env, nowMs }: Facts): Line[] {
  const command = `npm run calibrate -- --env ${env}`;
  switch (calibration.kind) {
    case 'absent':
      return [green(TITLE, `none; ${command} asks this account what the documentation leaves open`)];
    case 'unreadable':
      return [yellow(TITLE, `${calibration.file} cannot be read`, `Run ${command}`)];
    case 'read': {
      const days = Math.max(0, Math.floor((nowMs - Date.parse(calibration.at)) / DAY_MS));
      const found = `${calibration.file} is ${days === 1 ? 'one day' : `${days} days`} old`;
      return [days > OLD_AFTER_DAYS ? yellow(TITLE, found, `Run ${command}`) : green(TITLE, found)];
    }
  }
}
