import { TextDecoder, TextEncoder } from 'util';

/** Loads the real Flex UI bundle; jsdom lacks what it needs at load: text coding and media playback. */
export async function loadRealFlex() {
  Object.assign(globalThis, { TextEncoder, TextDecoder });
  const media = { play: () => Promise.resolve(), pause: () => undefined, load: () => undefined };
  Object.assign(HTMLMediaElement.prototype, media);
  // The build writes these into the plugin; the FlexPlugin base class reads them.
  Object.assign(globalThis, {
    __FPB_PLUGIN_UNIQUE_NAME: 'park-interaction',
    __FPB_PLUGIN_VERSION: '0.0.0',
    __FPB_FLEX_PLUGIN_SCRIPTS_VERSION: '0.0.0',
    __FPB_FLEX_PLUGIN_VERSION: '0.0.0',
    __FPB_FLEX_UI_VERSION: '2.17.1',
    __FPB_REACT_VERSION: '17.0.2',
    __FPB_REACT_DOM_VERSION: '17.0.2',
  });
  return import('@twilio/flex-ui');
}

export type RealFlex = Awaited<ReturnType<typeof loadRealFlex>>;
