import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type LaunchOptions, type Page } from 'playwright-core';

const USUAL_PATHS = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
] as const;

const QUIET_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/** CHROME_PATH, else an installed Chrome, else (Linux x64) the Chromium that comes with npm. */
async function launchOptions(): Promise<LaunchOptions> {
  const installed = [process.env['CHROME_PATH'], ...USUAL_PATHS].find((path) => path && existsSync(path));
  if (installed) return { executablePath: installed, args: [...QUIET_FLAGS] };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chrome found: install it, or set CHROME_PATH to a Chrome or Chromium');
  const { default: packaged } = await import('@sparticuz/chromium');
  return { executablePath: await packaged.executablePath(), args: [...packaged.args, ...QUIET_FLAGS] };
}

/** What went wrong in pages although no assertion saw it. */
export interface PageTroubles {
  /** Requests that tried to leave this machine; all are refused. */
  readonly leaks: readonly string[];
  readonly pageErrors: readonly string[];
  readonly consoleErrors: readonly string[];
}

export interface TestBrowser {
  /** A page in a window of its own; all pages share one profile. */
  newPage(viewport?: { readonly width: number; readonly height: number }): Promise<Page>;
  /** Those that are open, oldest first. */
  pages(): readonly Page[];
  readonly troubles: PageTroubles;
  /** Throws if a request tried to leave loopback, or a page threw. */
  assertNoTroubles(): void;
  close(): Promise<void>;
}

/** Enough for a busy machine, short enough to fail before the test does. */
const ACTION_TIMEOUT_MS = 15_000;
const DEFAULT_VIEWPORT = { width: 1400, height: 900 } as const;

export async function launchBrowser(): Promise<TestBrowser> {
  const home = process.env['HOME'];
  // Chromium writes beside its home; a folder of its own keeps runs apart.
  const profile = mkdtempSync(join(tmpdir(), 'flex-browser-'));
  const browser = await chromium.launch({ ...(await launchOptions()), env: { ...process.env, HOME: home ?? profile } });
  const context = await browser.newContext({ viewport: DEFAULT_VIEWPORT, locale: 'en-US' });
  const troubles = { leaks: new Array<string>(), pageErrors: new Array<string>(), consoleErrors: new Array<string>() };
  context.setDefaultTimeout(ACTION_TIMEOUT_MS);
  await guard(context, troubles);

  return {
    troubles,
    async newPage(viewport = DEFAULT_VIEWPORT) {
      const page = await context.newPage();
      await page.setViewportSize(viewport);
      return page;
    },
    pages: () => context.pages(),
    assertNoTroubles() {
      const thrown = troubles.pageErrors.filter((error) => !UNCAUGHT_BY_FLEX.some((known) => known.test(error)));
      const found = [...troubles.leaks.map((url) => `left loopback: ${url}`), ...thrown];
      if (found.length) throw new Error(`Troubles in pages:\n${found.join('\n')}`);
    },
    async close() {
      await context.close();
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/**
 * Flex tells Twilio what was read and typed also when the agent has just left the conversation, and does not catch that
 * Twilio answers 404. An agent sees nothing of it.
 */
const UNCAUGHT_BY_FLEX = [/^\S+: \w+: Not Found\n/, /^\S+: Error: Failed to send typing indicator\n/];

const LOOPBACK = /^(data:|blob:|about:|(https?|wss?):\/\/([a-z0-9-]+\.)?localhost(:\d+)?\/)/;

async function guard(
  context: BrowserContext,
  troubles: { leaks: string[]; pageErrors: string[]; consoleErrors: string[] },
): Promise<void> {
  await context.route(
    (url) => !LOOPBACK.test(url.href),
    async (route) => {
      troubles.leaks.push(route.request().url());
      await route.abort();
    },
  );
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      if (!LOOPBACK.test(socket.url())) troubles.leaks.push(socket.url());
    });
    page.on('pageerror', (error) => troubles.pageErrors.push(`${page.url()}: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.consoleErrors.push(message.text());
    });
  });
}
