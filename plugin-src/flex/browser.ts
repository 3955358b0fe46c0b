import { createPostForm, type PostForm } from './post-form';
import type { SyncClientPort } from './parked-interactions-map';
import type { ReconcilingPorts } from './start-reconciling';
import type { Session } from './session';
import { createSyncClient } from './sync-client';

/** Everything outside of Flex that the feature needs: network, timers, clock, chance, languages. */
export interface Outside extends Pick<ReconcilingPorts, 'schedule' | 'random'> {
  postForm: PostForm;
  openSync: (session: Session) => SyncClientPort;
  now: () => Date;
  /** BCP 47 tags, the preferred one first. */
  languages: readonly string[];
}

export function browser(): Outside {
  return {
    postForm: createPostForm({ fetch: window.fetch.bind(window), isOnline: () => navigator.onLine, wait }),
    openSync: createSyncClient,
    schedule,
    random: Math.random,
    now: () => new Date(),
    languages: navigator.languages,
  };
}

function wait(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

function schedule(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}
