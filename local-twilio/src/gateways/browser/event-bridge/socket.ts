import type { WebSocket } from 'ws';
import type { FlexToken } from '../../../services/iam/entities';
import type { World } from '../../../account/world';
import type { Push } from '../../../kernel/browser/push';

/** The page reconnects when it hears nothing for 30 s; one space is a heartbeat. */
const HEARTBEAT_MS = 10_000;
const TOKEN_LIFETIME_MS = 8 * 3_600_000;

export interface EventBridgeSockets {
  open(socket: WebSocket, viewer: FlexToken): void;
  push(push: Push): void;
  close(): void;
}

/** The event bridge's websockets: JSON text frames from server to page only, by worker. */
export function eventBridgeSockets(world: World): EventBridgeSockets {
  const open = new Map<WebSocket, string>();
  const heartbeat = setInterval(() => {
    for (const socket of open.keys()) if (socket.readyState === socket.OPEN) socket.send(' ');
  }, HEARTBEAT_MS);
  heartbeat.unref();

  return {
    open(socket, viewer) {
      open.set(socket, viewer.workerSid);
      socket.on('close', () => open.delete(socket));
      const payload = {
        channel_id: viewer.workerSid,
        account_sid: world.accountSid,
        workspace_sid: world.taskRouter.workspace.sid,
        token_lifetime: TOKEN_LIFETIME_MS,
      };
      socket.send(JSON.stringify({ event_type: 'init', payload }));
    },
    push({ workerSids, eventType, payload }) {
      const text = JSON.stringify({ event_type: eventType, payload });
      for (const [socket, workerSid] of open)
        if (workerSids.includes(workerSid))
          world.latency.send(() => {
            if (socket.readyState === socket.OPEN) socket.send(text);
          });
    },
    close() {
      clearInterval(heartbeat);
    },
  };
}
