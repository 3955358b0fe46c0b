import { act, screen } from '@testing-library/react';
import React from 'react';

import { ParkButton } from '../../../plugin-src/parking/components/ParkButton';
import {
  createKeyTargets,
  registerShortcuts,
  type ShortcutManager,
  type ShortcutParts,
} from '../../../plugin-src/parking/shortcuts';
import { createText } from '../../../plugin-src/parking/strings/text';
import { TRANSLATIONS } from '../../../plugin-src/parking/strings/translations';
import { aConversation, aTask, sid } from './support/fixtures';
import { OPTIONS, renderParking } from './support/render-parking';

type Shortcuts = Parameters<ShortcutManager['addShortcuts']>[0];

function aManagerWith(taken: Shortcuts = {}) {
  const manager = {
    keyboardShortcuts: taken,
    addShortcuts: (added: Shortcuts) => void (manager.keyboardShortcuts = { ...manager.keyboardShortcuts, ...added }),
  };
  return manager;
}

function register(parts: Partial<ShortcutParts> & { manager: ShortcutManager }) {
  const text = createText(TRANSLATIONS['en-US'], () => undefined);
  registerShortcuts({ text, keys: createKeyTargets(), offersTimes: true, openList: () => undefined, ...parts });
}

const namesIn = ({ keyboardShortcuts }: ReturnType<typeof aManagerWith>) =>
  Object.entries(keyboardShortcuts).map(([key, { name }]) => `${key} ${name}`);

describe('the keys of parking', () => {
  it('are listed in Flex’s help by what they do', () => {
    const manager = aManagerWith();
    register({ manager });
    expect(namesIn(manager)).toEqual([
      '7 Park the conversation',
      '8 Park the conversation until a time',
      '9 Open the parked interactions',
    ]);
  });

  it('leave a key alone that Flex or another plugin uses', () => {
    const manager = aManagerWith({ 7: { action: () => undefined, name: 'Another', throttle: 0 } });
    register({ manager });
    expect(namesIn(manager)[0]).toBe('7 Another');
  });

  it('are only those of which the account has the parts', () => {
    const manager = aManagerWith();
    register({ manager, offersTimes: false, openList: undefined });
    expect(Object.keys(manager.keyboardShortcuts)).toEqual(['7']);
  });
});

describe('a key', () => {
  const options = { ...OPTIONS, parkUntil: true };
  const conversations = { [sid('CH')]: aConversation() };

  it('does what the button on screen does, and nothing once it has gone', async () => {
    const keys = createKeyTargets();
    const task = aTask();
    const { asked, unmount } = renderParking(<ParkButton task={task} />, {
      conversations,
      services: { keys, options },
    });
    await act(() => Promise.resolve());
    act(() => keys.press('park-until'));
    expect(screen.getByRole('menuitem', { name: 'Choose date and time…' })).toBeTruthy();
    act(() => keys.press('park'));
    expect(asked.parks).toEqual([task]);
    unmount();
    keys.press('park');
    expect(asked.parks).toHaveLength(1);
  });

  it('does nothing while the button cannot be pressed', async () => {
    const keys = createKeyTargets();
    const { asked } = renderParking(<ParkButton task={aTask()} />, { services: { keys, options } });
    await act(() => Promise.resolve());
    act(() => keys.press('park'));
    expect(asked.parks).toEqual([]);
  });
});
