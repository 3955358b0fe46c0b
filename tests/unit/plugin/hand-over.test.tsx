import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';

import type { Directory, DirectoryEntries } from '../../../plugin-src/flex/directory';
import { HandOverDialog } from '../../../plugin-src/parking/components/HandOverDialog';
import { UnparkMenu } from '../../../plugin-src/parking/components/UnparkMenu';
import { parkedRow } from '../../../plugin-src/parking/hooks/parked-row';
import { createText } from '../../../plugin-src/parking/strings/text';
import { stringsFor } from '../../../plugin-src/parking/strings/translations';
import { anEveryonesItem, ME, NOW, sid } from './support/fixtures';
import { renderParking } from './support/render-parking';

jest.setTimeout(30_000);

const BEN = { workerSid: sid('WK', 2), name: 'Ben', activity: 'Available', isAvailable: true };
const CLEO = { workerSid: sid('WK', 3), name: 'Cleo', activity: 'Lunch', isAvailable: false };
const MYSELF = { workerSid: ME, name: 'Me', activity: 'Available', isAvailable: true };
const SALES = { queueSid: sid('WQ', 4), name: 'Sales' };
const ALL: DirectoryEntries = { agents: [BEN, MYSELF, CLEO], queues: [SALES], isCut: false };

/** A directory whose answers come when the test gives them. */
function aDirectory() {
  const asked: string[] = [];
  const waiting: { answer: (entries: DirectoryEntries) => void; fail: (cause: Error) => void }[] = [];
  const directory: Directory = {
    find: (words) => {
      asked.push(words);
      return new Promise((answer, fail) => void waiting.push({ answer, fail }));
    },
  };
  const next = () => {
    const first = waiting.shift();
    if (!first) throw new Error('nothing is asked');
    return first;
  };
  return {
    asked,
    directory,
    gives: (entries: DirectoryEntries) => act(async () => next().answer(entries)),
    fails: () => act(async () => next().fail(new Error('not connected'))),
  };
}

function openDialog() {
  const found = aDirectory();
  const chosen: unknown[] = [];
  const { unmount } = renderParking(
    <HandOverDialog heading="Hand over" choose={(to) => void chosen.push(to)} cancel={() => undefined} />,
    { services: { directory: found.directory } },
  );
  return { ...found, chosen, unmount };
}

const field = () => screen.getByLabelText('Search agents and queues');
const listed = (name: string) =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

describe('the dialog for handing over', () => {
  it('shows agents with what they do, and queues, but not the supervisor themselves', async () => {
    const { gives } = openDialog();
    expect(screen.getByText('Loading agents and queues…')).toBeTruthy();
    await gives(ALL);
    expect(listed('Agents')).toEqual(['BenAvailable', 'CleoLunch: not available']);
    expect(listed('Queues')).toEqual(['Sales']);
    expect(document.activeElement).toBe(field());
  });

  it.each([
    ['Ben', { routeTo: 'worker', workerSid: BEN.workerSid }],
    ['Sales', { routeTo: 'queue', queueSid: SALES.queueSid }],
  ])('chooses by one press: %s', async (name, to) => {
    const { chosen, gives } = openDialog();
    await gives(ALL);
    await userEvent.click(screen.getByRole('button', { name }));
    expect(chosen).toEqual([to]);
  });

  it('lets nobody be chosen who is not available', async () => {
    const { chosen, gives } = openDialog();
    await gives(ALL);
    expect(screen.queryByRole('button', { name: 'Cleo' })).toBeNull();
    await userEvent.click(screen.getByText('Cleo'));
    expect(chosen).toEqual([]);
  });

  it('searches what is typed, and asks the next time only when it has been answered', async () => {
    const { asked, gives } = openDialog();
    await userEvent.type(field(), 'sal');
    expect(asked).toEqual(['']);
    await gives(ALL);
    expect(asked).toEqual(['', 'sal']);
    await gives({ agents: [], queues: [SALES], isCut: false });
    expect(asked).toEqual(['', 'sal']);
    expect(screen.queryByRole('list', { name: 'Agents' })).toBeNull();
    expect(listed('Queues')).toEqual(['Sales']);
  });

  it('says when nothing matches, and when there is more', async () => {
    const { gives } = openDialog();
    await gives({ agents: [MYSELF], queues: [], isCut: false });
    expect(screen.getByText('No agents or queues match.')).toBeTruthy();
    await userEvent.type(field(), 'b');
    await gives({ ...ALL, isCut: true });
    expect(screen.getByText('Not all are shown. Search for more.')).toBeTruthy();
  });

  it('can be tried again when Flex is not connected', async () => {
    const { asked, fails, gives } = openDialog();
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await fails();
    logged.mockRestore();
    expect(screen.getByText('The agents and queues could not be loaded.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(asked).toEqual(['', '']);
    await gives(ALL);
    expect(listed('Queues')).toEqual(['Sales']);
  });

  it('takes an answer that comes after it was closed without a word', async () => {
    const { asked, gives, unmount } = openDialog();
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await userEvent.type(field(), 'b');
    unmount();
    await gives(ALL);
    expect(asked).toEqual(['']);
    expect(logged).not.toHaveBeenCalled();
    logged.mockRestore();
  });
});

describe('the menu of one row', () => {
  it('hands it over to an agent or a queue as well', async () => {
    const { directory, gives } = aDirectory();
    const text = createText(stringsFor('en-US'), () => undefined);
    const reading = {
      now: NOW,
      localeTag: 'en-US',
      text,
      unparking: false,
      readiness: 'ready',
      scope: 'everyone',
    } as const;
    const row = parkedRow(anEveryonesItem(), reading);
    const { asked } = renderParking(<UnparkMenu row={row} />, { services: { directory } });
    await userEvent.click(screen.getByRole('button', { name: 'Unpark Grace' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'An agent or a queue…' }));
    await gives(ALL);
    const dialog = screen.getByRole('dialog', { name: 'Hand over the conversation with Grace' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Ben' }));
    const to = { routeTo: 'worker', workerSid: BEN.workerSid };
    expect(asked.unparks).toEqual([{ conversationSid: sid('CH'), ...to }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
