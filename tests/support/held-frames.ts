import type { Page } from 'playwright-core';

/** What Twilio tells a desktop, which may be slow about some of it. */
export interface HeldFrames {
  /** From now on the desktop does not hear of these things. */
  hold(): void;
  /** Tells it all that was held back, and the rest at once again. Answers how many frames were held. */
  tell(): number;
}

interface Held {
  /** Of the socket's address. */
  readonly socket: RegExp;
  readonly frame: RegExp;
}

/** TaskRouter's news that a task of the agent is over. */
export const ENDINGS: Held = { socket: /event-bridge/, frame: /"event_type":"(reservation|task)\.completed"/ };

/** What the Conversations SDK hears when a conversation or who is in it changes; new messages are not among it. */
export const CONVERSATION_CHANGES: Held = {
  socket: /tsock|wsconnect/,
  frame: /"event_type":"(document_updated|map_item_(added|updated|removed))"/,
};

/** To be called before the desktop is opened or reloaded: only new sockets can be slowed. */
export async function holdFrames(page: Page, { frame: isHeldBack, socket: address }: Held): Promise<HeldFrames> {
  let isHeld = false;
  const later: (() => void)[] = [];
  await page.routeWebSocket(address, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => {
      if (isHeld && isHeldBack.test(String(frame))) later.push(() => socket.send(frame));
      else socket.send(frame);
    });
  });
  return {
    hold: () => void (isHeld = true),
    tell() {
      isHeld = false;
      const held = later.splice(0);
      for (const send of held) send();
      return held.length;
    },
  };
}
