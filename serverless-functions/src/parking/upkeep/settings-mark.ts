import type { Ports } from '../ports';

/** Tells open desktops that somebody has changed the settings, in whatever way; undefined: nobody knows now. */
export async function settingsMark({ settings }: Pick<Ports, 'settings'>): Promise<string | undefined> {
  try {
    return (await settings.current()).mark;
  } catch {
    return undefined;
  }
}
