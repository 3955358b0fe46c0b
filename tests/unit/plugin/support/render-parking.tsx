import { Theme } from '@twilio-paste/core/theme';
import { render } from '@testing-library/react';
import React from 'react';
import { Provider } from 'react-redux';
import { createStore } from 'redux';

import type { ConversationLike } from '../../../../plugin-src/flex/conversation';
import { ParkingServicesProvider, type ParkingServices } from '../../../../plugin-src/parking/parking-services';
import type { ParkingAction } from '../../../../plugin-src/parking/state/parking-actions';
import { parkingReducer } from '../../../../plugin-src/parking/state/parking-reducer';
import { PARKING_NAMESPACE } from '../../../../plugin-src/parking/state/parking-state';
import { createKeyTargets } from '../../../../plugin-src/parking/shortcuts';
import { createText } from '../../../../plugin-src/parking/strings/text';
import { stringsFor } from '../../../../plugin-src/parking/strings/translations';
import { ME, NOW } from './fixtures';

/** A store shaped as Flex's, with our reducer in it. */
export function aFlexStore(conversations: Record<string, ConversationLike | undefined> = {}) {
  const flex = { chat: { conversations } };
  return createStore((state: { [PARKING_NAMESPACE]?: ReturnType<typeof parkingReducer> } = {}, action) => ({
    flex,
    [PARKING_NAMESPACE]: parkingReducer(state[PARKING_NAMESPACE], action),
  }));
}

export interface Asked {
  parks: unknown[];
  unparks: unknown[];
  reloads: number;
  everyoneReloads: number;
  previews: unknown[];
  times: unknown[];
  wakeLinks: unknown[];
  many: unknown[];
}

export const OPTIONS: ParkingServices['options'] = {
  askForNote: false,
  noteReasons: [],
  customerSpokeLast: 'warn',
  parkUntil: false,
  parkUntilPresets: [],
  timeZone: null,
  wakeLinks: false,
  historyDays: 30,
  queues: {},
};

export interface RenderOptions {
  conversations?: Record<string, ConversationLike>;
  before?: ParkingAction[];
  localeTag?: string;
  services?: Partial<ParkingServices>;
}

/** Renders a component as it stands in Flex; `asked` collects what it asked for. */
export function renderParking(element: React.ReactElement, options: RenderOptions = {}) {
  const store = aFlexStore(options.conversations);
  for (const action of options.before ?? []) store.dispatch(action);
  const asked: Asked = {
    parks: [],
    unparks: [],
    times: [],
    wakeLinks: [],
    reloads: 0,
    everyoneReloads: 0,
    previews: [],
    many: [],
  };
  const services: ParkingServices = {
    workerSid: ME,
    text: createText(stringsFor(options.localeTag), () => undefined),
    localeTag: options.localeTag ?? 'en-US',
    now: () => NOW,
    mayLead: false,
    options: OPTIONS,
    copyWakeLink: (conversationSid) => void asked.wakeLinks.push(conversationSid),
    changeTime: (request) => void asked.times.push(request),
    park: (task, said) => void asked.parks.push(said === undefined ? task : { task, ...said }),
    preview: (conversationSid) => {
      asked.previews.push(conversationSid);
      return new Promise(() => undefined);
    },
    history: () => new Promise(() => undefined),
    saveFile: () => undefined,
    settings: () => new Promise(() => undefined),
    openSettings: () => undefined,
    directory: { find: async () => ({ agents: [], queues: [], isCut: false }) },
    readinessFor: () => 'ready',
    reloadEveryone: () => void (asked.everyoneReloads += 1),
    watchEveryone: () => () => undefined,
    unpark: (request) => void asked.unparks.push(request),
    reloadList: () => void (asked.reloads += 1),
    openList: () => undefined,
    startMany: (command, rows) => void asked.many.push({ command, rows }),
    keys: createKeyTargets(),
    retryMany: () => void asked.many.push('again'),
    ...options.services,
  };
  const inFlex = (child: React.ReactElement) => (
    <Provider store={store}>
      <Theme.Provider theme="default">
        <ParkingServicesProvider value={services}>{child}</ParkingServicesProvider>
      </Theme.Provider>
    </Provider>
  );
  const view = render(inFlex(element));
  return { asked, store, unmount: view.unmount, show: (child: React.ReactElement) => view.rerender(inFlex(child)) };
}
