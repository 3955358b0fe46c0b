const RECONNECT_AFTER_MS = 1000;

/** Loads the desktop again when a plugin was built anew; Flex itself cannot exchange one. */
function followBuilds(): void {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/_local/reload`);
  socket.onmessage = () => location.reload();
  socket.onclose = () => setTimeout(followBuilds, RECONNECT_AFTER_MS);
}

followBuilds();
