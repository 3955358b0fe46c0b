import type { ParkObstacle } from '../../../serverless-functions/src/contract/eligibility';
import type { EveryonesItem } from '../../../serverless-functions/src/contract/everyone';
import type { FailureCode } from '../../flex/failure';
import type { BOARD_EN_US } from './board/en-us';
import type { EN_US } from './en-us';
import type { HISTORY_EN_US } from './history/en-us';
import type { LIST_EN_US } from './list/en-us';
import type { REMINDERS_EN_US } from './reminders/en-us';
import type { SETTINGS_EN_US } from './settings/en-us';
import type { SILENCE_EN_US } from './silence/en-us';
import type { UNTIL_EN_US } from './until/en-us';

export type FailureKey = `ParkInteractionFailure_${FailureCode}`;
export type ObstacleKey = `ParkInteractionObstacle_${ParkObstacle}`;
export type ProblemKey = `ParkInteractionProblem_${NonNullable<EveryonesItem['problem']>}`;

/** A text for every failure and every obstacle; a new code does not compile until it has one. */
export type RequiredStrings = Record<FailureKey | ObstacleKey, string>;
export type RequiredListStrings = Record<ProblemKey, string>;

export type StringKey =
  | keyof typeof EN_US
  | keyof typeof BOARD_EN_US
  | keyof typeof HISTORY_EN_US
  | keyof typeof LIST_EN_US
  | keyof typeof REMINDERS_EN_US
  | keyof typeof SETTINGS_EN_US
  | keyof typeof SILENCE_EN_US
  | keyof typeof UNTIL_EN_US;

/** A complete translation. `{{name}}` stands for a value, as in Flex's own strings. */
export type MainStrings = Record<keyof typeof EN_US, string>;
export type ListStrings = Record<keyof typeof LIST_EN_US, string>;
export type BoardStrings = Record<keyof typeof BOARD_EN_US, string>;
export type HistoryStrings = Record<keyof typeof HISTORY_EN_US, string>;
export type SettingsStrings = Record<keyof typeof SETTINGS_EN_US, string>;
export type SilenceStrings = Record<keyof typeof SILENCE_EN_US, string>;
export type UntilStrings = Record<keyof typeof UNTIL_EN_US, string>;
export type ReminderStrings = Record<keyof typeof REMINDERS_EN_US, string>;
export type ParkingStrings = MainStrings &
  BoardStrings &
  HistoryStrings &
  ListStrings &
  ReminderStrings &
  SettingsStrings &
  SilenceStrings &
  UntilStrings;

export function failureKey(code: FailureCode): FailureKey {
  return `ParkInteractionFailure_${code}`;
}

export function obstacleKey(obstacle: ParkObstacle): ObstacleKey {
  return `ParkInteractionObstacle_${obstacle}`;
}

export function problemKey(problem: NonNullable<EveryonesItem['problem']>): ProblemKey {
  return `ParkInteractionProblem_${problem}`;
}
