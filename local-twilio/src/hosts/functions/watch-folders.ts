import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Looked at, not listened for: that also sees files that are replaced, on every system. */
const LOOK_EVERY_MS = 200;

/** Tells when files below the folders changed and nobody writes any more. Call the answer to end it. */
export function watchFolders(folders: readonly string[], onChange: () => void): () => void {
  let known = lookAt(folders);
  let seen = known;
  const timer = setInterval(() => {
    const now = lookAt(folders);
    if (now === seen && now !== known) {
      known = now;
      onChange();
    }
    seen = now;
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Which files there are, and when each was written. */
function lookAt(folders: readonly string[]): string {
  return folders.flatMap((folder) => namesIn(folder).map((name) => described(join(folder, name)))).join('\n');
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  } catch {
    // A build may be emptying it.
    return [];
  }
}

function described(file: string): string {
  const { mtimeMs, size } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
  return `${file} ${mtimeMs} ${size}`;
}
