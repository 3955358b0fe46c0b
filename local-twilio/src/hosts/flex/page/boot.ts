declare const Twilio: {
  readonly Flex: { runDefault(configuration: Readonly<Record<string, unknown>>, container: string): Promise<unknown> };
};

async function start(): Promise<void> {
  const appConfig: unknown = JSON.parse(document.getElementById('configuration')?.textContent ?? '{}');
  const configuration = Object(appConfig);
  Object.assign(window, { appConfig: configuration });
  try {
    await Twilio.Flex.runDefault(configuration, '#container');
    document.documentElement.dataset['flex'] = 'ready';
  } catch (error) {
    document.documentElement.dataset['flex'] = 'failed';
    const notice = document.createElement('p');
    notice.setAttribute('role', 'alert');
    notice.textContent = `Flex did not start: ${error instanceof Error ? error.message : String(error)}`;
    document.getElementById('container')?.append(notice);
    throw error;
  }
}

void start();
