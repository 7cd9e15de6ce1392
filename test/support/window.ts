/** A window on the sandbox: its host stays where it is, and the tab in it is loaded anew for each page. */
import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import type { Look } from './looks.ts';
import { untilQuiet } from './quiet.ts';

export interface Place extends Partial<Look> {
  readonly personId: string;
  readonly path: string;
}

export interface Opened {
  readonly frame: Frame;
  /** What the page shows of trouble; empty when all is well. */
  readonly problem: string;
}

/** Ends when all of the page is there. */
export async function openAt(page: Page, host: string, { personId, path, theme, lang }: Place): Promise<Opened> {
  const look = { ...(theme === undefined ? {} : { theme }), lang: lang ?? 'en' };
  const place = new URLSearchParams({ person: personId, app: 'tab', ...look, path, clean: '1' });
  await goTo(page, host, `${host}/#${place}`);
  const tab = page.frameLocator('iframe');
  await tab.getByRole('heading', { level: 1 }).waitFor();
  const frame = page.frames()[1];
  assert.ok(frame);
  await untilQuiet(frame);
  return { frame, problem: (await tab.getByRole('alert').allInnerTexts()).join(' · ') };
}

/** The host keeps the tab that it shows when only its colours turn. */
const coloursAside = (address: string): string => address.replace(/&theme=\w+/, '');

async function goTo(page: Page, host: string, address: string): Promise<void> {
  if (!page.url().startsWith(host) || coloursAside(page.url()) === coloursAside(address)) {
    await page.goto('about:blank');
    await page.goto(address);
    return;
  }
  const before = await page.locator('iframe').elementHandle();
  await page.goto(address);
  await before?.waitForElementState('hidden');
}

/** By which each theme is known, as Fluent names it. */
const grounds = { light: '#ffffff', dark: '#292929', contrast: '#000000' } as const;

/** The host turns its colours; ends when the tab has followed. */
export async function turnTo(page: Page, frame: Frame, theme: Look['theme']): Promise<void> {
  await page.evaluate((next) => {
    const place = new URLSearchParams(location.hash.slice(1));
    place.set('theme', next);
    location.hash = place.toString();
  }, theme);
  await frame.waitForFunction((ground) => {
    const root = document.querySelector('.fui-FluentProvider');
    return root !== null && getComputedStyle(root).getPropertyValue('--colorNeutralBackground1') === ground;
  }, grounds[theme]);
  await untilPainted(frame);
}

/** What has changed is on the screen with the frame after the next. */
export async function untilPainted(frame: Frame): Promise<void> {
  await frame.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Asks the page something by a function that has others in it: those are written with a name that the page does not know of. */
export async function askPage<R, A = undefined>(
  frame: Frame,
  ask: (given: A) => R | Promise<R>,
  given?: A,
): Promise<R> {
  await frame.evaluate('globalThis.__name ??= (one) => one');
  return (await frame.evaluate(ask as never, given as never)) as R;
}
