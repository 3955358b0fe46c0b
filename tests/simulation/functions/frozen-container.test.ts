/** @jest-environment node */
import { PLAIN } from '../schedules/plain';
import type { FaultKind } from '../schedules/schedule';
import { createStage } from '../run/stage';
import type { ClientOptions, sdkClient } from './sdk-client';
import { FunctionResponse } from './function-response';
import type { Handler } from './load-function';
import { openTwilio } from './open-twilio';

interface Context {
  getTwilioClient(options?: ClientOptions): ReturnType<typeof sdkClient>;
}

const ANSWERED_AFTER_MS = 500;
const NEXT_AFTER_MS = 60_000;
const path = '/flex/park-interaction';

/** A Function that makes a map and does not wait for it; then, a minute later, another one that does nothing. */
async function afterTheNextOne(kind: FaultKind, options?: ClientOptions) {
  const failures: unknown[] = [];
  let seen = 0;
  const makesAMap: Handler = async (context, _event, callback) => {
    const maps = (context as Context).getTwilioClient(options).sync.v1.services('default').syncMaps;
    maps.create({ uniqueName: 'made' }).catch((error: unknown) => failures.push(error));
    stage.clock.schedule(ANSWERED_AFTER_MS, () => callback(null, new FunctionResponse()));
  };
  const doesNothing: Handler = async (_context, _event, callback) => callback(null, new FunctionResponse());
  const handler: Handler = (...asked) => (seen++ === 0 ? makesAMap : doesNothing)(...asked);
  const faults = [{ invocation: 'first#1', call: 1, kind }];
  const stage = createStage({ ...PLAIN, faults }, { enter: () => {}, evaluate: () => handler });
  const isMade = () => stage.world.sync.findMap('default', 'made') !== undefined;

  void stage.host.invoke({ path, kind: 'first', event: {} });
  await stage.loop.pass(NEXT_AFTER_MS);
  const whileFrozen = isMade();
  void stage.host.invoke({ path, kind: 'second', event: {} });
  await stage.loop.pass(NEXT_AFTER_MS);
  return { whileFrozen, thawed: isMade(), failures };
}

describe('a container that is frozen at the answer of its Function', () => {
  beforeAll(openTwilio);

  it('lets what had not left by then leave when the next Function thaws it', async () => {
    expect(await afterTheNextOne('late-after-thaw')).toEqual({ whileFrozen: false, thawed: true, failures: [] });
  });

  it('never sends what the SDK had aborted before', async () => {
    const timedOut = expect.objectContaining({ code: 'ECONNABORTED', message: 'timeout of 300ms exceeded' });
    expect(await afterTheNextOne('late-after-thaw', { timeout: 300 })).toEqual({
      whileFrozen: false,
      thawed: false,
      failures: [timedOut],
    });
  });

  it('cannot call back what had left, and is told that it was aborted only when it wakes up', async () => {
    const { whileFrozen, failures } = await afterTheNextOne('answer-lost', { timeout: 1_000 });
    expect(whileFrozen).toBe(true);
    expect(failures).toHaveLength(1);
  });
});
