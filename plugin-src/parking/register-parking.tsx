import type * as FlexUi from '@twilio/flex-ui';
import React from 'react';

import { CHANGE_TIME_ACTION, PARK_ACTION, UNPARK_ACTION } from './action-names';
import { ParkButton } from './components/ParkButton';
import { ParkCard } from './components/ParkCard';
import { PARKED_INTERACTIONS_VIEW, ParkedInteractionsSideLink } from './components/ParkedInteractionsSideLink';
import { ParkedInteractionsView } from './components/ParkedInteractionsView';
import { SETTINGS_VIEW, SettingsSideLink } from './components/SettingsSideLink';
import { SettingsView } from './components/SettingsView';
import type { ChangeTimeCommand } from './commands/change-time';
import type { CompleteCommand } from './commands/complete';
import type { ParkCommand } from './commands/park';
import type { UnparkCommand } from './commands/unpark';
import { dismissUndoOnNextTask, registerNotifications } from './notifications';
import { ParkingServicesProvider, type ParkingServices } from './parking-services';
import { registerShortcuts } from './shortcuts';
import { parkingReducer } from './state/parking-reducer';
import { PARKING_NAMESPACE } from './state/parking-state';
import type { ParkingStrings } from './strings/parking-strings';

export interface ParkingParts {
  flex: typeof FlexUi;
  manager: FlexUi.Manager;
  strings: ParkingStrings;
  services: ParkingServices;
  park: ParkCommand;
  unpark: UnparkCommand;
  changeTime: ChangeTimeCommand;
  /** Only with wrap-up. */
  complete?: CompleteCommand;
  undoLabel: string;
  showList: boolean;
  /** Only for admins. */
  showSettings: boolean;
}

/** Everything that parking adds to Flex, and nothing else. */
export function registerParking(parts: ParkingParts): void {
  const { flex, manager, services } = parts;
  manager.store.addReducer?.(PARKING_NAMESPACE, parkingReducer);
  // What the account has set in Flex's own strings comes last and wins.
  manager.strings = { ...parts.strings, ...manager.strings };
  registerNotifications(flex, {
    label: parts.undoLabel,
    run: (conversationSid) => services.unpark({ conversationSid }),
  });
  dismissUndoOnNextTask(flex);
  flex.Actions.registerAction(PARK_ACTION, (payload: { task: FlexUi.ITask; reason?: unknown; note?: unknown }) =>
    parts.park(payload.task, payload),
  );
  flex.Actions.registerAction(UNPARK_ACTION, (payload: unknown) => parts.unpark(payload));
  flex.Actions.registerAction(CHANGE_TIME_ACTION, (payload: unknown) => parts.changeTime(payload));

  registerShortcuts({
    manager: flex.KeyboardShortcutManager,
    text: services.text,
    keys: services.keys,
    offersTimes: offersTimes(services),
    openList: parts.showList ? services.openList : undefined,
  });
  if (parts.complete) takeOverComplete(parts, parts.complete);

  const Button = withServices(ParkButton, services);
  flex.TaskCanvasHeader.Content.add(<Button key="park-interaction" />, { sortOrder: 1 });
  const Card = withServices(ParkCard, services);
  flex.TaskCanvas.Content.add(<Card key="park-interaction-card" />, { sortOrder: 1 });
  if (parts.showList) addView(parts, PARKED_INTERACTIONS_VIEW, [ParkedInteractionsSideLink, ParkedInteractionsView]);
  if (parts.showSettings) addView(parts, SETTINGS_VIEW, [SettingsSideLink, SettingsView]);
}

/** What Flex passes to a link: which view is shown, and whether there is room for labels. */
interface FromSideNav {
  activeView?: string;
  showLabel?: boolean;
}

function addView(
  { flex, services }: ParkingParts,
  name: string,
  [Link, Content]: [React.ComponentType<FromSideNav>, React.ComponentType],
) {
  const SideLink = withServices(Link, services);
  flex.SideNav.Content.add(<SideLink key={name} />);
  const View = withServices(Content, services);
  flex.ViewCollection.Content.add(
    <flex.View name={name} key={name}>
      <View />
    </flex.View>,
  );
}

function offersTimes({ options: { parkUntil, queues } }: ParkingServices): boolean {
  return parkUntil || Object.values(queues).some((queue) => queue.parkUntil);
}

/** Flex's own CompleteTask closes the conversation, which a parked one must not be. */
function takeOverComplete({ flex, manager }: ParkingParts, complete: CompleteCommand): void {
  flex.Actions.replaceAction('CompleteTask', async (payload: { sid?: string; task?: FlexUi.ITask }, original) => {
    const task = payload.task ?? manager.store.getState().flex.worker.tasks.get(payload.sid ?? '');
    if ((await complete(task)) === 'by-flex') await original(payload);
  });
}

/** Flex renders our components in places of its own, without a common ancestor of ours. */
function withServices<Props extends object>(Component: React.ComponentType<Props>, services: ParkingServices) {
  return function WithParkingServices(props: Props) {
    return (
      <ParkingServicesProvider value={services}>
        <Component {...props} />
      </ParkingServicesProvider>
    );
  };
}
