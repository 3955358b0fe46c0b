import type { ParkObstacle } from '../../../serverless-functions/src/contract/eligibility';
import type { FailureCode } from '../../flex/failure';
import type { EN_US } from './en-us';

export type FailureKey = `ParkInteractionFailure_${FailureCode}`;
export type ObstacleKey = `ParkInteractionObstacle_${ParkObstacle}`;

/** A text for every failure and every obstacle; a new code does not compile until it has one. */
export type RequiredStrings = Record<FailureKey | ObstacleKey, string>;

export type StringKey = keyof typeof EN_US;

/** A complete translation. `{{name}}` stands for a value, as in Flex's own strings. */
export type ParkingStrings = Record<StringKey, string>;

export function failureKey(code: FailureCode): FailureKey {
  return `ParkInteractionFailure_${code}`;
}

export function obstacleKey(obstacle: ParkObstacle): ObstacleKey {
  return `ParkInteractionObstacle_${obstacle}`;
}
