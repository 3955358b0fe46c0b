import type { FlexToken, FlexUser } from './entities';
import type { IamState } from './state';

/** Flex users and their tokens. */
export interface Iam {
  /** All that there is, live: what a state file keeps. */
  state(): IamState;
  users(): readonly FlexUser[];
  /** By username, identity or worker SID. */
  findUser(name: string): FlexUser | undefined;
  /** Issues an opaque Flex token; default life is 8 hours. */
  issueToken(username: string, ttlSeconds?: number): FlexToken;
  /** The token if it is known and still valid. */
  findToken(token: string): FlexToken | undefined;
}
