import { useEffect, useRef, useState } from 'react';

import type { DirectoryEntries } from '../../flex/directory';
import { logError } from '../../flex/log';
import { useParkingServices } from '../parking-services';

export type DirectorySearch =
  | { status: 'loading' }
  | { status: 'failed'; retry: () => void }
  | ({ status: 'found' } & DirectoryEntries);

/**
 * Searches Flex's directory as the supervisor types. One search at a time: whoever types on gets the next one when this
 * one is answered, so that Twilio is not asked for every letter. They themselves are left out.
 */
export function useDirectory(): { words: string; setWords: (words: string) => void; search: DirectorySearch } {
  const { directory, workerSid } = useParkingServices();
  const [words, setWords] = useState('');
  const [search, setSearch] = useState<DirectorySearch>({ status: 'loading' });
  const wanted = useRef<string | undefined>(words);
  const isSearching = useRef(false);

  const look = async (wantedWords: string): Promise<DirectorySearch> => {
    try {
      const entries = await directory.find(wantedWords);
      const agents = entries.agents.filter((agent) => agent.workerSid !== workerSid);
      return { status: 'found', ...entries, agents };
    } catch (cause) {
      logError('the directory could not be searched', cause);
      return { status: 'failed', retry: () => void run() };
    }
  };
  const run = async () => {
    if (isSearching.current) return;
    isSearching.current = true;
    for (let asked: string | undefined; asked !== wanted.current && wanted.current !== undefined; ) {
      asked = wanted.current;
      const answer = await look(asked);
      if (wanted.current !== undefined) setSearch(answer);
    }
    isSearching.current = false;
  };
  useEffect(() => {
    wanted.current = words;
    void run();
  }, [words]);
  useEffect(() => () => void (wanted.current = undefined), []);
  return { words, setWords, search };
}
