/** Windows of people at a sandbox: the tab as somebody sees it, at an address, with all that it asked for. */
import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { testBrowser } from './browser.ts';
import { untilQuiet, watchRequests } from './quiet.ts';
import type { TestSandbox } from './sandbox.ts';
import { desk } from './tab.ts';

export interface Window {
  readonly page: Page;
  readonly frame: Frame;
  /** Goes to another address, as from a link outside. */
  goTo(path: string): Promise<Frame>;
  close(): Promise<void>;
}

export interface Seen {
  readonly personId: string;
  readonly path: string;
}

export async function openWindow(
  sandbox: TestSandbox,
  { personId, path }: Seen,
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = async () => undefined,
): Promise<Window> {
  const context = await (await testBrowser()).newContext({ viewport: desk, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  watchRequests(page);
  await prepare(page);
  const goTo = async (next: string): Promise<Frame> => {
    const place = new URLSearchParams({ person: personId, app: 'tab', lang: 'en', path: next, clean: '1' });
    await page.goto('about:blank');
    await page.goto(`${sandbox.host}/#${place}`);
    await page.frameLocator('iframe').getByRole('heading', { level: 1 }).first().waitFor();
    const frame = page.frames()[1];
    if (!frame) throw new Error('there is no tab');
    await untilQuiet(frame);
    return frame;
  };
  return { page, frame: await goTo(path), goTo, close: () => context.close() };
}

/** What would change something on the server, from now on. */
export function watchWrites(page: Page): string[] {
  const writes: string[] = [];
  page.on('request', (one) => {
    if (one.method() !== 'GET' && one.url().includes('/api/'))
      writes.push(`${one.method()} ${new URL(one.url()).pathname}`);
  });
  return writes;
}
