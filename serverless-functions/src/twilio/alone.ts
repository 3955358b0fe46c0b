import type { DocumentListInstance } from 'twilio/lib/rest/sync/v1/service/document';
import { z } from 'zod';

import { codeOf } from '../parking/errors';
import type { AccountSettings } from '../parking/ports';
import type { Calls } from './calls';
import { CHANGED, NAME_TAKEN, orUndefined, unless } from './failure';

/** Whoever has this document saves. */
const LOCK = 'ParkingSettingsLock';
/** Longer than a Function lives: after that its Function has died, and the next one may have it. */
const HELD_SECONDS = 30;

const lock = z.object({ untilMs: z.number() });

/**
 * Two admins who save at the same moment must not both have looked before either wrote: a Sync document of one name
 * exists once. It says until when it counts, because Sync may keep it long after its TTL.
 */
export function createAlone(
  documents: DocumentListInstance,
  calls: Calls,
  nowMs: () => number,
): AccountSettings['alone'] {
  const dataNow = () => ({ data: { untilMs: nowMs() + HELD_SECONDS * 1000 }, ttl: HELD_SECONDS });

  async function take(): Promise<{ sid: string } | undefined> {
    const created = await unless(
      NAME_TAKEN,
      calls.nonIdempotentWrite(() => documents.create({ uniqueName: LOCK, ...dataNow() })),
    );
    if (created) return created;
    const held = await orUndefined(calls.read(() => documents(LOCK).fetch()));
    if (!held || (lock.safeParse(held.data).data?.untilMs ?? 0) > nowMs()) return undefined;
    return unless(
      CHANGED,
      calls.nonIdempotentWrite(() => documents(held.sid).update({ ...dataNow(), ifMatch: held.revision })),
    );
  }

  return async (run) => {
    const mine = await take();
    if (!mine) return undefined;
    // What is left of it counts for half a minute.
    const letGo = () => calls.write(() => documents(mine.sid).remove()).catch(() => undefined);
    try {
      const done = await run();
      await letGo();
      return done;
    } catch (error) {
      // A write that nobody can account for may still arrive, and would undo what the next admin saves.
      if (codeOf(error) !== 'settings-unconfirmed') await letGo();
      throw error;
    }
  };
}
