import type { Page } from 'playwright-core';

/** What a desktop and Twilio tell each other, which may be slow about some of it. */
export interface HeldFrames {
  /** From now on these things are not heard of. */
  hold(): void;
  /** Tells it all that was held back, and the rest at once again. Answers how many frames were held. */
  tell(): number;
}

interface Held {
  /** Of the socket's address. */
  readonly socket: RegExp;
  readonly frame: RegExp;
  readonly from: 'twilio' | 'desktop';
}

/** TaskRouter's news that a task of the agent is over. */
export const ENDINGS: Held = {
  socket: /event-bridge/,
  frame: /"event_type":"(reservation|task)\.completed"/,
  from: 'twilio',
};

/** What the Conversations SDK hears when a conversation or who is in it changes; new messages are not among it. */
export const CONVERSATION_CHANGES: Held = {
  socket: /tsock|wsconnect/,
  frame: /"event_type":"(document_updated|map_item_(added|updated|removed))"/,
  from: 'twilio',
};

/** The messages that the agent sends. */
export const SENT_MESSAGES: Held = { socket: /tsock|wsconnect/, frame: /"path":"[^"]+\/Messages"/, from: 'desktop' };

/** To be called before the desktop is opened or reloaded: only new sockets can be slowed. */
export async function holdFrames(page: Page, { frame: isHeldBack, from, socket: address }: Held): Promise<HeldFrames> {
  let isHeld = false;
  const later: (() => void)[] = [];
  await page.routeWebSocket(address, (socket) => {
    const server = socket.connectToServer();
    const [sender, receiver] = from === 'twilio' ? [server, socket] : [socket, server];
    sender.onMessage((frame) => {
      if (isHeld && isHeldBack.test(String(frame))) later.push(() => receiver.send(frame));
      else receiver.send(frame);
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
