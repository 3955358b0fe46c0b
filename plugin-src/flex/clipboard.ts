/** Copies a text that is still to come. Rejects where the browser does not allow it, or when no text comes. */
export type CopyText = (text: Promise<string>) => Promise<void>;

/** A browser lets only who has just clicked copy, so this is begun before the text is there. */
export const copyText: CopyText = async (text) => {
  const blob = text.then((copied) => new Blob([copied], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
};
