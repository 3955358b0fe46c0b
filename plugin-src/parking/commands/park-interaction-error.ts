import type { ParkObstacle } from '../../../serverless-functions/src/contract/eligibility';
import type { FailureCode } from '../../flex/failure';

/** Why an action of parking was not done; the agent has been told already. */
export class ParkInteractionError extends Error {
  constructor(
    readonly code: FailureCode | ParkObstacle,
    message: string,
  ) {
    super(`${code}: ${message}`);
    this.name = 'ParkInteractionError';
  }
}
