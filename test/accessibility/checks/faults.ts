/** All that is looked at on a page that is open, in its own width, in the narrowest one, in the system's colours, and by the keyboard. */
import type { Frame, Page } from 'playwright-core';
import type { Language } from '../../../src/platform/words.ts';
import { untilPainted } from '../../support/window.ts';
import { forcedFaults, markGrounds } from './forced.ts';
import { walkByKeyboard } from './keyboard.ts';
import { motionFaults } from './motion.ts';
import { structureFaults } from './structure.ts';
import { targetFaults } from './targets.ts';
import { textFaults } from './text.ts';

/** A window of 1,280 px at 400 %, in which one must be able to read without moving to the side (WCAG 1.4.10). */
export const narrowest = { width: 320, height: 740 };

export interface Asked {
  readonly lang: Language;
  /** Whether the page is walked through by the Tab key too, which takes a while. */
  readonly isWalked: boolean;
}

export interface Looked {
  readonly faults: readonly string[];
  /** Of the Tab key. */
  readonly stops: number;
}

export async function faultsOf(page: Page, frame: Frame, { lang, isWalked }: Asked): Promise<Looked> {
  const usual = page.viewportSize() ?? narrowest;
  const faults = [
    ...(await structureFaults(frame, lang)),
    ...(await textFaults(frame)),
    ...(await targetFaults(frame)),
    ...(await motionFaults(frame)),
  ];
  await markGrounds(frame);
  await page.emulateMedia({ forcedColors: 'active' });
  await untilPainted(frame);
  faults.push(...(await forcedFaults(frame)));
  await page.emulateMedia({ forcedColors: 'none' });
  const walk = isWalked ? await walkByKeyboard(frame) : { faults: [], stops: 0 };
  faults.push(...walk.faults);
  if (usual.width < 1000) {
    await page.setViewportSize(narrowest);
    faults.push(...(await textFaults(frame)).map((one) => `at ${narrowest.width} px ${one}`));
    await page.setViewportSize(usual);
  }
  return { faults, stops: walk.stops };
}
