/** Tells when a page has all that it asked for; the browser's own sign of it comes late, and under load not always. */
import type { Frame, Page, Request } from 'playwright-core';

const underWay = new WeakMap<Page, Set<Request>>();
const longestMs = 60_000;

/** From now on what the page asks for is followed. */
export function watchRequests(page: Page): void {
  const all = new Set<Request>();
  underWay.set(page, all);
  page.on('request', (one) => void (one.isNavigationRequest() || all.add(one)));
  page.on('requestfinished', (one) => void all.delete(one));
  page.on('requestfailed', (one) => void all.delete(one));
}

/** Ends when the frame waits for nothing, twice in a row: what came may ask for more. Throws with what did not come. */
export async function untilQuiet(frame: Frame): Promise<void> {
  const all = underWay.get(frame.page());
  if (!all) throw new Error('what this page asks for is not followed');
  const end = Date.now() + longestMs;
  for (let quiet = 0; quiet < 2;) {
    const waiting = [...all].filter((one) => one.frame() === frame).map((one) => one.url());
    const busy = waiting.length > 0 || (await frame.locator('[aria-busy=true]').count()) > 0;
    quiet = busy ? 0 : quiet + 1;
    if (Date.now() > end)
      throw new Error(`still waiting in ${frame.url()} for ${waiting.join(' ') || 'what it shows'}`);
    if (quiet < 2) await frame.page().waitForTimeout(40);
  }
}
