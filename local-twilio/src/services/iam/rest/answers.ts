import type { FlexToken } from '../entities';

export const validTokenAnswer = (token: FlexToken): object => ({
  valid: true,
  code: 0,
  message: null,
  expiration: new Date(token.expiresAtMs).toISOString(),
  realm_user_id: token.username,
  identity: token.identity,
  roles: token.roles,
  worker_sid: token.workerSid,
});
