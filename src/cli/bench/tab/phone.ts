/**
 * A phone of the middle range, simulated in the test browser: a processor four times slower, and 4G as Chrome's DevTools call it
 * "Fast 4G" (`front_end/core/sdk/NetworkManager.ts`: 9 Mbit/s down and 1.5 up, of which 90 % is there, and 165 ms from a
 * request to its answer, which is a round trip of 60 ms with what connections cost besides). Nothing is in its cache.
 */
import type { Browser, CDPSession, Frame, Page } from 'playwright-core';

const network = {
  offline: false,
  downloadThroughput: (9_000_000 / 8) * 0.9,
  uploadThroughput: (1_500_000 / 8) * 0.9,
  latency: 60 * 2.75,
};
const slowdown = 4;
const viewport = { width: 360, height: 740 };

export interface Request {
  readonly url: string;
  /** Seconds of the browser's own clock. */
  readonly began: number;
  readonly ended: number;
  /** What travelled, with its head. */
  readonly bytes: number;
}

export interface Seen {
  /** Of the tab, until the page could be used: nothing of it was waiting any more. */
  readonly requests: readonly Request[];
  readonly lcpMs: number;
  /** From the frame's first moment until nothing was waiting any more. */
  readonly worksMs: number;
  /** The longest of the presses, from the press to the next picture (Event Timing, as in "interaction to next paint"). */
  readonly interactionMs: number;
  /** The sum of all shifts while the page came, without those that followed a press. */
  readonly layoutShift: number;
}

/** In every frame, before its own code. */
const observe = `
  window.seen = { lcp: 0, shift: 0, interaction: 0 };
  const watch = (type, take, more) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  watch('largest-contentful-paint', (one) => { window.seen.lcp = one.startTime; });
  watch('layout-shift', (one) => { if (!one.hadRecentInput) window.seen.shift += one.value; });
  watch('event', (one) => {
    if (one.interactionId) window.seen.interaction = Math.max(window.seen.interaction, one.duration);
  }, { durationThreshold: 16 });`;

interface Told {
  readonly lcp: number;
  readonly shift: number;
  readonly interaction: number;
}

/** Opens `url` as somebody who was never here; `app` is where the tab comes from. Throws when the page does not come. */
export async function seeOnPhone(browser: Browser, url: string, app: string): Promise<Seen> {
  const context = await browser.newContext({ viewport, hasTouch: true, isMobile: true, locale: 'nl-BE' });
  try {
    const page = await context.newPage();
    await page.addInitScript(observe);
    const devTools = await context.newCDPSession(page);
    const followed = await follow(devTools, app);
    await devTools.send('Network.emulateNetworkConditions', network);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(url);
    const frame = await tabFrame(page, app);
    await frame.waitForSelector('h1');
    await untilStill(frame, followed);
    const worksMs = await frame.evaluate(() => performance.now());
    const requests = followed.requests();
    const shown = await told(frame);
    await press(frame);
    const { interaction } = await told(frame);
    return { requests, lcpMs: shown.lcp, worksMs, interactionMs: interaction, layoutShift: shown.shift };
  } finally {
    await context.close();
  }
}

const told = (frame: Frame): Promise<Told> => frame.evaluate('window.seen') as Promise<Told>;

interface Followed {
  requests(): readonly Request[];
  waiting(): number;
}

async function follow(devTools: CDPSession, app: string): Promise<Followed> {
  const under = new Map<string, Omit<Request, 'ended' | 'bytes'>>();
  const done: Request[] = [];
  devTools.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    if (request.url.startsWith(app)) under.set(requestId, { url: request.url, began: timestamp });
  });
  devTools.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const one = under.get(requestId);
    if (one) done.push({ ...one, ended: timestamp, bytes: encodedDataLength });
    under.delete(requestId);
  });
  devTools.on('Network.loadingFailed', ({ requestId }) => void under.delete(requestId));
  await devTools.send('Network.enable');
  return { requests: () => [...done], waiting: () => under.size };
}

async function tabFrame(page: Page, app: string): Promise<Frame> {
  await page.waitForSelector('iframe');
  for (;;) {
    const frame = page.frames().find((one) => one.url().startsWith(app));
    if (frame) return frame;
    await page.waitForTimeout(20);
  }
}

/** Nothing is fetched and nothing says that it waits, three looks in a row. */
async function untilStill(frame: Frame, followed: Followed): Promise<void> {
  for (let still = 0; still < 3;) {
    const isBusy = followed.waiting() > 0 || (await frame.locator('[aria-busy=true]').count()) > 0;
    still = isBusy ? 0 : still + 1;
    await frame.waitForTimeout(30);
  }
}

/** What a thumb may press without anything being sent: folds, choices, fields; and at last the way to another page. */
const targets = ['summary', 'input[type=radio]', 'input[type=checkbox]', 'textarea', 'input[type=text]', 'nav a'];

async function press(frame: Frame): Promise<void> {
  for (const target of targets) {
    const one = frame.locator(`${target}:visible`).last();
    if ((await one.count()) === 0) continue;
    await one.click({ force: true });
    if (/text/.test(target)) await frame.page().keyboard.type('een', { delay: 80 });
    // An entry comes with the picture after the one that it is about.
    await frame.waitForTimeout(250);
  }
}

/**
 * How many requests had to answer one after the other, the page itself not counted. A request counts as waiting for all that
 * had answered when it began, so what only happened to be later counts too: the figure is never too kind.
 */
export function depthOf(requests: readonly Request[]): number {
  const depths: { readonly ended: number; readonly depth: number }[] = [];
  for (const { began, ended } of requests.toSorted((a, b) => a.began - b.began))
    depths.push({
      ended,
      depth: 1 + Math.max(-1, ...depths.filter((one) => one.ended <= began).map(({ depth }) => depth)),
    });
  return Math.max(0, ...depths.map(({ depth }) => depth));
}
