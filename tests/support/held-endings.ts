import type { Page } from 'playwright-core';

/** Frames by which TaskRouter tells a desktop that a task of its agent is over. */
const ENDING = /"event_type":"(reservation|task)\.completed"/;

/** TaskRouter's news to a desktop, which may be slow about what has ended. */
export interface HeldEndings {
  /** From now on the desktop does not hear that a task is over. */
  hold(): void;
  /** Tells it all that was held back, and the rest at once again. */
  tell(): void;
}

/** To be called before the desktop is opened or reloaded: only new sockets can be slowed. */
export async function holdEndings(page: Page): Promise<HeldEndings> {
  let isHeld = false;
  const later: (() => void)[] = [];
  await page.routeWebSocket(/event-bridge/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => {
      if (isHeld && ENDING.test(String(frame))) later.push(() => socket.send(frame));
      else socket.send(frame);
    });
  });
  return {
    hold: () => void (isHeld = true),
    tell() {
      isHeld = false;
      for (const send of later.splice(0)) send();
    },
  };
}
