import type { BrowserStorage } from './browser-memory';
import { copyText, type CopyText } from './clipboard';
import { createClaim, type Claim } from './claims';
import { createPostForm, type PostForm } from './post-form';
import { askBeforeLeaving } from './leaving';
import type { SyncClientPort } from './parked-interactions-map';
import { saveFile, type SaveFile } from './save-file';
import type { ReconcilingPorts } from './start-reconciling';
import type { Session } from './session';
import { createSyncClient } from './sync-client';

/** Everything outside of Flex that the feature needs: network, timers, clock, chance, languages, screen. */
export interface Outside extends Pick<ReconcilingPorts, 'schedule' | 'random'> {
  postForm: PostForm;
  openSync: (session: Session) => SyncClientPort;
  now: () => Date;
  storage: BrowserStorage;
  claim: Claim;
  copyText: CopyText;
  saveFile: SaveFile;
  page: Document;
  /** Whether this page is what the agent looks at, and not behind another tab. */
  isOnScreen: () => boolean;
  /** Loads the page anew. */
  reload: () => void;
  /** Asks before the page is left, whenever that is needed. */
  askBeforeLeaving: (isNeeded: () => boolean) => void;
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
    storage: browserStorage,
    copyText,
    saveFile,
    claim: createClaim(navigator.locks),
    page: document,
    isOnScreen: () => document.visibilityState === 'visible',
    reload: () => window.location.reload(),
    askBeforeLeaving: (isNeeded) => askBeforeLeaving(window, isNeeded),
    languages: navigator.languages,
  };
}

/** Asked for only when it is used: where the browser forbids it, even looking at it throws. */
const browserStorage: BrowserStorage = {
  getItem: (key) => window.localStorage.getItem(key),
  setItem: (key, value) => window.localStorage.setItem(key, value),
};

function wait(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

function schedule(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}
