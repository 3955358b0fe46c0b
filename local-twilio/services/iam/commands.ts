import type { FlexToken, FlexUser } from './entities';

/** Flex users and their tokens. */
export interface Iam {
  users(): readonly FlexUser[];
  /** By username, identity or worker SID. */
  findUser(name: string): FlexUser | undefined;
  /** Issues an opaque Flex token; default life is 8 hours. */
  issueToken(username: string, ttlSeconds?: number): FlexToken;
  /** The token if it is known and still valid. */
  findToken(token: string): FlexToken | undefined;
}
