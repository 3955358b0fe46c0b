// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the ambient types below belong to the runtime
/// <reference path="../runtime-handler.d.ts" />
import { rmSync } from 'node:fs';
import http from 'node:http';
import { dirname } from 'node:path';
import { LocalDevelopmentServer } from '@twilio/runtime-handler/dev';
import { redirectFetch } from '../redirect-fetch';
import { redirectTwilio } from '../redirect';
import { doorway, type Doorway } from './invocations';
import { toContainer, type FromContainer, type Resource, type Serving } from './messages';
import { prefixOutput } from './output';
import { answerUncaught } from './uncaught';

// The child process that Functions run in: whatever they do to it, the local Twilio is served on.

const tell = (message: FromContainer) => process.send?.(message);
let door: Doorway | undefined;
const withContent = (resource: Resource) => ({ ...resource, content: '' });

function serve({ socketPath, twilioPort, baseDir, domainName, variables, functions, assets }: Serving): void {
  // It outlives nobody.
  process.on('disconnect', () => {
    // Its folder is nobody's any more; a named pipe of Windows has none.
    if (process.platform !== 'win32') rmSync(dirname(socketPath), { recursive: true, force: true });
    process.exit();
  });
  redirectTwilio(twilioPort, { functions: true });
  redirectFetch(twilioPort);
  const runtime = new LocalDevelopmentServer(0, {
    baseDir,
    env: variables,
    port: 0,
    url: `https://${domainName}`,
    detailedLogs: false,
    live: false,
    logs: false,
    legacyMode: false,
    appName: 'local-twilio',
    forkProcess: false,
    routes: { functions: functions.map(withContent), assets: assets.map(withContent) },
    enableDebugLogs: false,
  });
  door = doorway(runtime.getApp(), (number) => tell({ type: 'arrived', number }));
  http.createServer(door.listener).listen(socketPath, () => tell({ type: 'listening' }));
}

function start(serving: Serving): void {
  try {
    serve(serving);
  } catch (error) {
    tell({ type: 'refused', message: error instanceof Error ? error.message : String(error) });
    return;
  }
  answerUncaught(() => tell({ type: 'failed' }));
}

prefixOutput();
process.on('message', (message) => {
  const told = toContainer.parse(message);
  if (told.type === 'ping') tell({ type: 'pong' });
  else if (told.type === 'begin') door?.begin(told.number);
  else start(told);
});
// Whoever started it ends it: a Ctrl-C in their terminal is theirs.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
