import { z } from 'zod';

export type BrowserStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** Words that this browser remembers, also after a reload, when Flex and our state have forgotten. */
export interface BrowserMemory {
  add(...words: string[]): void;
  has(word: string): boolean;
}

const remembered = z.array(z.string());

/** Keeps the newest `kept` of them under `key`. Without storage, as in a private window, only this page remembers. */
export function createBrowserMemory(
  storage: BrowserStorage,
  { kept, key }: { key: string; kept: number },
): BrowserMemory {
  const inThisPage = new Set<string>();
  const read = () => readFrom(storage, key);
  return {
    add(...words) {
      for (const word of words) inThisPage.add(word);
      try {
        const others = read().filter((each) => !words.includes(each));
        storage.setItem(key, JSON.stringify([...others, ...words].slice(-kept)));
      } catch {
        // Full, or switched off.
      }
    },
    has: (word) => inThisPage.has(word) || read().includes(word),
  };
}

function readFrom(storage: BrowserStorage, key: string): string[] {
  try {
    const parsed = remembered.safeParse(JSON.parse(storage.getItem(key) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
