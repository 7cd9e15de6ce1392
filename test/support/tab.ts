/** The tab in a real browser: built, served by the real API, framed by a host that does the TeamsJS handshake. */
import { basename, join } from 'node:path';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import type { TokenReader } from '../../src/api/sign-in.ts';
import type { Route } from '../../src/platform/doors.ts';
import type { Say } from '../../src/platform/words.ts';
import { buildTab, tabDir } from '../../src/tab/build.ts';
import { knownTokens, startApi } from './api.ts';
import { testApp, type TestApp } from './app.ts';
import { testBrowser } from './browser.ts';
import { startHostPage, type HostSetting } from './host-page.ts';

export const phone = { width: 360, height: 740 };
export const desk = { width: 1280, height: 900 };

export interface Shown {
  readonly page: Page;
  readonly frame: Frame;
  /** What the console and the browser's policies complained of. */
  readonly complaints: readonly string[];
}

export interface TabWish {
  /** A folder with another index.html, such as the gallery. */
  readonly root?: string;
  readonly routes?: readonly Route[];
  /** The words of those who answer. */
  readonly says?: readonly Say<never>[];
  readonly entra?: TokenReader;
  /** With what was put into it; a fresh one when left out. */
  readonly app?: TestApp;
}

const cache = join(import.meta.dirname, '..', '..', 'node_modules/.cache');

/** Where the tab, or that of another root, lies built; what is built once serves all tests. */
export async function builtTab(root?: string): Promise<string> {
  const outDir = root === undefined ? tabDir : join(cache, `tandem-${basename(root)}`);
  await buildTab({ outDir, ...(root === undefined ? {} : { root }) });
  return outDir;
}

export async function startTestTab(wish: TabWish = {}) {
  const outDir = await builtTab(wish.root);
  const host = await startHostPage();
  const { deps } = wish.app ?? (await testApp());
  const config = { ...deps.config, tabDir: outDir, hostOrigins: [host.url] };
  const api = await startApi({
    deps: { ...deps, config },
    entra: wish.entra ?? knownTokens,
    routes: wish.routes ?? [],
    says: wish.says ?? [],
  });
  const contexts: BrowserContext[] = [];
  return {
    api,
    host,
    /** Shows an address of the tab to a new visitor. */
    async show(address: string, setting: HostSetting = {}, viewport = desk): Promise<Shown> {
      const context = await (await testBrowser()).newContext({ viewport, reducedMotion: 'reduce' });
      contexts.push(context);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      return { page, frame: await host.open(page, api.url, address, setting), complaints };
    },
    async close(): Promise<void> {
      await Promise.all(contexts.map((context) => context.close()));
      await Promise.all([api.close(), host.close()]);
    },
  };
}
