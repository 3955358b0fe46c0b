import type { Building } from '../../../kernel/service';
import type { IamEvent } from '../events';
import { notFound } from '../../../kernel/errors';
import type { Iam } from '../commands';
import type { FlexToken } from '../entities';
import type { IamState } from '../state';

const DEFAULT_TTL_SECONDS = 8 * 60 * 60;

export function createIam({ context, state }: Building<IamEvent, object, IamState>): Iam {
  const { clock, sids, events } = context;
  const { users: people, tokens } = state;
  const findUser = (name: string) =>
    people.find(({ username, identity, workerSid }) => [username, identity, workerSid].includes(name));
  return {
    state: () => state,
    users: () => people,
    findUser,
    issueToken(username, ttlSeconds = DEFAULT_TTL_SECONDS) {
      const user = findUser(username);
      if (!user) throw notFound(`/Users/${username}`);
      const issued: FlexToken = {
        // The name is in it for people who read logs; nothing parses it.
        token: `flex-${user.username}-${sids.next('JW')}`,
        username: user.username,
        identity: user.identity,
        roles: user.roles,
        workerSid: user.workerSid,
        flexUserSid: user.sid,
        expiresAtMs: clock.nowMs() + ttlSeconds * 1000,
      };
      tokens.set(issued.token, issued);
      events.emit({ type: 'token.issued' });
      return issued;
    },
    findToken(token) {
      const found = tokens.get(token);
      return found && found.expiresAtMs > clock.nowMs() ? found : undefined;
    },
  };
}
