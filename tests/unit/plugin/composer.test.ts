import { hasDraft, hasFocusInComposer } from '../../../plugin-src/flex/composer';
import { createClaim } from '../../../plugin-src/flex/claims';
import { sid } from './support/fixtures';

const CH = sid('CH');
const input = (changes: object) => ({ [CH]: { inputText: '', attachedFiles: [], ...changes } });

describe('a draft', () => {
  it.each<[string, unknown, boolean]>([
    ['is a text', input({ inputText: 'Hello' }), true],
    ['is an attachment', input({ attachedFiles: [{}] }), true],
    ['is not a space', input({ inputText: ' ' }), false],
    ['is not that of another conversation', { [sid('CH', 2)]: { inputText: 'Hello' } }, false],
    ['is not there before anything was written', {}, false],
    ['is not there where Flex keeps none', undefined, false],
  ])('%s', (_, conversationInput, expected) => {
    expect(hasDraft(conversationInput, CH)).toBe(expected);
  });
});

describe('the composer has the focus', () => {
  beforeEach(() => {
    document.body.innerHTML = '<textarea data-testid="message-input"></textarea><input id="search" /><p></p>';
    jest.spyOn(document, 'hasFocus').mockReturnValue(true);
  });

  const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();

  it('when the cursor is in it', () => {
    focus('textarea');
    expect(hasFocusInComposer(document)).toBe(true);
  });

  it('not when the cursor is elsewhere', () => {
    expect(hasFocusInComposer(document)).toBe(false);
    focus('#search');
    expect(hasFocusInComposer(document)).toBe(false);
  });

  it('not when the agent is in another window', () => {
    focus('textarea');
    jest.spyOn(document, 'hasFocus').mockReturnValue(false);
    expect(hasFocusInComposer(document)).toBe(false);
  });
});

it('where the browser has no locks, every tab gets what it asks for', async () => {
  expect(await createClaim(undefined)('name')).toBeInstanceOf(Function);
});
