import type { Manager } from '@twilio/flex-ui';
import { EventEmitter } from 'events';
import { combineReducers, createStore, type Reducer } from 'redux';

import type { ConversationLike } from '../../../../plugin-src/flex/conversation';
import type { TaskLike } from '../../../../plugin-src/flex/task';
import { ME } from './fixtures';

/** A Flex Manager of one logged-in agent: a real store and real events, no network. */
export function aManager(of: {
  uiAttributes: unknown;
  workerSid?: string | undefined;
  conversations?: Record<string, ConversationLike>;
  tasks?: TaskLike[];
  strings?: Record<string, string>;
  roles?: string[];
}) {
  const flex = {
    chat: { conversations: of.conversations ?? {}, conversationInput: {} },
    view: {},
    worker: { tasks: new Map((of.tasks ?? []).map((task) => [task.taskSid, task])) },
  };
  const reducers: Record<string, Reducer> = { flex: () => flex };
  const store = createStore(combineReducers(reducers));
  const events = new EventEmitter();
  const conversationsClient = new EventEmitter();
  const manager = {
    serviceConfiguration: { ui_attributes: of.uiAttributes },
    workerClient: 'workerSid' in of ? (of.workerSid ? { sid: of.workerSid } : undefined) : { sid: ME },
    user: { token: 'the-token', roles: of.roles ?? ['agent'] },
    localization: { localeTag: 'en-US' },
    strings: { TaskHeader: 'Flex’s own', ...of.strings },
    events,
    conversationsClient,
    store: Object.assign(store, {
      addReducer: (name: string, reducer: Reducer) => {
        reducers[name] = reducer;
        store.replaceReducer(combineReducers(reducers));
      },
    }),
  };
  // Flex's Manager is a class with private parts; the plugin uses only these.
  return { manager: manager as unknown as Manager, events, conversationsClient, reducers };
}
