import type * as FlexUi from '@twilio/flex-ui';

/** Actions of the parking in the public Flex project template. */
const THEIR_ACTIONS = ['ParkInteraction', 'UnparkInteraction'] as const;

/** The template registers its actions when Flex says that all plugins are there, as we look for them then. */
const LOOK_AFTER_MS = 1_000;

/** Tells once when another plugin offers parking, too: agents would have two Park buttons. */
export function watchForOtherParking(parts: {
  flex: typeof FlexUi;
  manager: FlexUi.Manager;
  schedule: (run: () => void, delayMs: number) => () => void;
  tell: () => void;
}): void {
  const { flex, manager, schedule, tell } = parts;
  const look = () => {
    if (hasOtherParking(flex)) tell();
  };
  manager.events.on('pluginsInitialized', () => void schedule(look, LOOK_AFTER_MS));
}

/** Flex has no public way to ask for an action without running it. Where it keeps them elsewhere, nothing is told. */
function hasOtherParking(flex: typeof FlexUi): boolean {
  const registered: unknown = Reflect.get(flex.Actions, 'actions');
  return registered instanceof Map && THEIR_ACTIONS.some((name) => registered.has(name));
}
