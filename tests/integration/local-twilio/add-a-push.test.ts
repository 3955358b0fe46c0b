/** @jest-environment node */
import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import { everyService } from '../../../local-twilio/src/account/services';
import { createRealtime } from '../../../local-twilio/src/gateways/browser/realtime';
import { decodeFrame, encodeFrame } from '../../../local-twilio/src/gateways/browser/twilsock/frame';
import type { Notices } from '../../../local-twilio/src/kernel/browser/notice';
import type { Pushes } from '../../../local-twilio/src/kernel/browser/push';
import type { SyncChanges } from '../../../local-twilio/src/kernel/browser/sync/changes';
import type { SyncJournal } from '../../../local-twilio/src/kernel/browser/sync/journal';
import type { SyncSource } from '../../../local-twilio/src/kernel/browser/sync/objects';
import type { Events } from '../../../local-twilio/src/kernel/bus';
import { defineService, type BrowserSide, type Building } from '../../../local-twilio/src/kernel/service';
import { namedSid } from '../../../local-twilio/src/kernel/sids';
import { setUp, START_MS } from './sdk';

/** The page "A push" of local-twilio/CONTRIBUTING.md, followed with the smallest service that has all three. */
interface BellRung {
  readonly type: 'bell.rung';
  readonly workerSid: string;
  readonly identity: string;
  readonly times: number;
}
type BellState = { times: number };

const DOCUMENT = namedSid('ET', 'bell');

const pushes: Pushes<BellRung> = {
  pushFor: (event) =>
    event.type === 'bell.rung'
      ? { workerSids: [event.workerSid], eventType: 'bell.rung', payload: { times: event.times } }
      : undefined,
};

const changes: SyncChanges<BellRung> = {
  changesFor: ({ type, times }) =>
    type === 'bell.rung'
      ? [{ kind: 'document', objectSid: DOCUMENT, objectUniqueName: 'bell', change: 'updated', data: { times } }]
      : [],
};

const notices: Notices<BellRung> = {
  noticeOf: ({ type, identity, times }) =>
    type === 'bell.rung'
      ? { product: 'bells', isFor: (one) => one === identity, messageType: 'bells.rung', payload: { times } }
      : undefined,
};

const sourceOf = (state: BellState, journal: SyncJournal, serviceSid: string): SyncSource => ({
  find: (_viewer, kind, name) =>
    kind === 'document' && (name === DOCUMENT || name === 'bell')
      ? {
          ...{ kind, sid: DOCUMENT, uniqueName: 'bell', serviceSid, createdBy: 'system', expiresAtMs: null },
          ...{ ...journal.version(DOCUMENT), createdAtMs: START_MS, updatedAtMs: START_MS },
          ...{ data: { times: state.times }, items: () => [] },
        }
      : undefined,
});

function withBells() {
  const setup = setUp();
  const { world } = setup;
  const state: BellState = { times: 0 };
  const bells = defineService({
    name: 'bells',
    state: { name: 'bells', shape: z.object({ times: z.number() }) },
    create: ({ context, state: kept }: Building<BellRung, object, BellState>) => ({
      state: () => kept,
      ring(username: string) {
        kept.times += 1;
        const { workerSid, identity } = setup.person(username);
        context.events.emit({ type: 'bell.rung', workerSid, identity, times: kept.times });
      },
    }),
    stateOf: (own) => own.state(),
    browser: ({ journal }: BrowserSide<object>) => ({
      pushes,
      changes,
      notices,
      source: sourceOf(state, journal, world.sync.service('default').sid),
    }),
  });
  const realtime = createRealtime({
    world,
    services: [...everyService, bells],
    plugins: { list: () => [] },
    features: [],
    onUnknown: () => undefined,
    onFailure: (_what, error) => {
      throw error;
    },
  });
  // The account's union of events has no bell: in the real thing it is a line of account/events.ts.
  const events = world.events as unknown as Events<BellRung>;
  const own = bells.create({
    context: { ...world, events } as unknown as Building<BellRung, object, BellState>['context'],
    needs: {},
    state,
    setUp: { chatServiceSid: world.conversations.service.sid, workflowSid: '', proxies: { sms: '', whatsapp: '' } },
  });
  return { setup, realtime, ring: (username: string) => own.ring(username) };
}

/** What a page's socket was sent. */
function page({ setup, realtime }: ReturnType<typeof withBells>, username: string, host: string, path = '/') {
  const sent: (string | Buffer)[] = [];
  const socket = Object.assign(new EventEmitter(), { OPEN: 1, readyState: 1, send: (one: string) => sent.push(one) });
  const { token } = setup.world.iam.issueToken(username);
  realtime.connect(socket as unknown as WebSocket, { host, path, token, desktop: username });
  return {
    sent,
    token,
    say: (header: Parameters<typeof encodeFrame>[0], body?: string) =>
      socket.emit('message', encodeFrame(header, body)),
  };
}

const notificationsIn = (sent: readonly (string | Buffer)[]) =>
  sent.flatMap((one) => {
    const frame = Buffer.isBuffer(one) ? decodeFrame(one) : undefined;
    if (frame?.header.method !== 'notification') return [];
    return [{ type: frame.header['message_type'], payload: JSON.parse(frame.payload) as unknown }];
  });

const repliesIn = (sent: readonly (string | Buffer)[]) =>
  sent.flatMap((one) => {
    const frame = Buffer.isBuffer(one) ? decodeFrame(one) : undefined;
    if (frame?.header.method !== 'reply' || !frame.payload) return [];
    return [{ id: frame.header.id, payload: JSON.parse(frame.payload) as unknown }];
  });

describe('what a new service tells browsers', () => {
  it('reaches the pages of the workers it is for, and no others', async () => {
    const bells = withBells();
    const [ada, ben] = ['ada', 'ben'].map((who) => page(bells, who, 'event-bridge.us1.twilio.com', '/v1/wschannels'));
    bells.ring('ada');
    await bells.realtime.settled();
    expect(ada?.sent.slice(1)).toEqual([JSON.stringify({ event_type: 'bell.rung', payload: { times: 1 } })]);
    expect(ben?.sent.slice(1)).toEqual([]);
    bells.realtime.close();
  });

  it('reaches whoever opens and follows its Sync object', async () => {
    const bells = withBells();
    const ben = page(bells, 'ben', 'tsock.us1.twilio.com');
    ben.say({ method: 'init', id: '1', token: ben.token });
    const cds = { host: 'cds.us1.twilio.com' };
    const opening = { ...cds, method: 'GET', path: '/v3/Documents/bell' };
    ben.say({ method: 'message', id: '2', http_request: opening });
    const http_request = { ...cds, method: 'POST', path: '/v4/Subscriptions' };
    const requests = [{ object_sid: DOCUMENT, object_type: 'document', last_event_id: 0 }];
    ben.say({ method: 'message', id: '3', http_request }, JSON.stringify({ action: 'establish', requests }));
    await new Promise(setImmediate);
    bells.ring('ada');
    await bells.realtime.settled();
    expect(repliesIn(ben.sent).find(({ id }) => id === '2')?.payload).toMatchObject({
      sid: DOCUMENT,
      data: { times: 0 },
    });
    const heard = notificationsIn(ben.sent).map(({ payload }) => payload);
    expect(heard.at(-1)).toMatchObject({
      event_type: 'document_updated',
      event: { document_sid: DOCUMENT, document_data: { times: 1 } },
    });
    bells.realtime.close();
  });

  it('reaches the connections of its SDK', async () => {
    const bells = withBells();
    const [ada, ben] = ['ada', 'ben'].map((who) => {
      const one = page(bells, who, 'tsock.us1.twilio.com');
      one.say({ method: 'init', id: '1', token: one.token, registrations: [{ product: 'bells' }] });
      return one;
    });
    bells.ring('ada');
    await bells.realtime.settled();
    expect(notificationsIn(ada?.sent ?? [])).toEqual([{ type: 'bells.rung', payload: { times: 1 } }]);
    expect(notificationsIn(ben?.sent ?? [])).toEqual([]);
    bells.realtime.close();
  });
});
