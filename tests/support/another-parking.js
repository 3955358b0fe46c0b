/* Stands for another plugin that parks, with actions that are called as those of the public Flex project template. */
(() => {
  const { React } = window;
  const theirs = { parks: 0 };
  window.anotherParking = theirs;

  class AnotherParkingPlugin {
    name = 'AnotherParkingPlugin';
    uniqueName = 'another-parking';
    version = '1.0.0';
    dependencies = {};

    init(flex, manager) {
      const register = () => {
        flex.Actions.registerAction('ParkInteraction', async () => void (theirs.parks += 1));
        flex.Actions.registerAction('UnparkInteraction', async () => undefined);
      };
      register();
      manager.events.addListener('pluginsInitialized', register);
      const press = () => void flex.Actions.invokeAction('ParkInteraction', {});
      const button = React.createElement('button', { key: 'another-parking', onClick: press }, 'Their park');
      flex.TaskCanvasHeader.Content.add(button, { sortOrder: 1 });
    }
  }

  window.Twilio.Flex.Plugins.init(AnotherParkingPlugin);
})();
