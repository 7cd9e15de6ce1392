/**
 * The workbench in a real browser with 2,000 mentees and 1,200 mentors: a run, a pair looked at, a swap, a lock, a comparison, the
 * pages and the search of the list, publishing in waves, declines, the next proposal; by mouse, and a lock by keyboard alone as well.
 *
 * What is measured is what browsers call interaction to next paint (Event Timing): from a press or key to the next picture.
 */
import assert from 'node:assert/strict';
import type { Frame, Page } from 'playwright-core';
import { addCrowd } from '../../../test/features/matching/crowd.ts';
import { pairsNow } from '../../../test/features/matching/proposed.ts';
import { aProgramme, coordinator } from '../../../test/features/pairs/journey.ts';
import { startTestTab } from '../../../test/support/tab.ts';
import { matchingJobs } from '../../features/matching/jobs.ts';
import { matchingRoutes } from '../../features/matching/routes.ts';
import { say } from '../../features/matching/words.ts';
import { answerOffer } from '../../features/pairs/offers/usecases.ts';
import { pairsOfProgramme } from '../../features/pairs/usecases.ts';
import type { Figures } from '../bench.ts';

const size = { mentees: 2_000, mentors: 1_200 };
const declines = 20;

/** In the frame: the longest interaction since it was last asked, in milliseconds. */
const observe = `
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (one.interactionId) window.longest = Math.max(window.longest, one.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });`;

export async function workbenchPageFigures(): Promise<Figures> {
  const { app, programmeId } = await aProgramme({}, matchingJobs);
  await addCrowd(app, programmeId, size);
  const verifyTabToken = async () => ({ personId: coordinator.personId, name: 'Someone', roles: ['Coordinator'] });
  const tab = await startTestTab({ app, routes: matchingRoutes, says: [say], entra: { verifyTabToken } });
  const took: Record<string, number> = {};
  try {
    const { page, frame } = await tab.show(`/programmes/${programmeId}/matching`, { locale: 'en-gb' });
    await frame.getByRole('button', { name: 'Make a proposal' }).waitFor();
    await frame.evaluate(observe);
    const step = async (name: string, act: () => Promise<unknown>): Promise<void> => {
      await act();
      took[name] = Math.max(took[name] ?? 0, await longestOf(frame));
    };
    const at: Steps = { page, frame, step, work: () => app.run() };

    await step('run', () => frame.getByRole('button', { name: 'Make a proposal' }).click());
    await app.run();
    await frame.getByRole('heading', { name: 'Proposed pairs' }).waitFor();
    await throughTheList(at);
    await swapLooked(at);
    await lock(at, false);
    await lock(at, true);
    await step('fairness', async () => {
      await frame.getByRole('heading', { name: 'How fair it is' }).scrollIntoViewIfNeeded();
      await frame.getByLabel('Show topics').selectOption({ label: 'By language' });
      await frame.getByLabel('Show topics').selectOption({ label: 'By site' });
    });
    const all = (await pairsNow(app.deps, programmeId)).length;
    await publish(at);
    await app.run();
    const asked = await pairsOfProgramme(app.deps, programmeId);
    assert.ok(asked.length >= 400 && asked.length < all, `${asked.length} of ${all} offers went`);
    for (const one of asked.slice(0, declines))
      await answerOffer(app.deps, one.menteeId, programmeId, one.id, { said: 'no' });
    await app.run();
    await page.reload();
    const again = page.frames().at(-1)!;
    await again.getByRole('button', { name: 'Make a proposal' }).waitFor();
    await again.evaluate(observe);
    await again.getByRole('button', { name: 'Make a proposal' }).click();
    await again.getByRole('progressbar').waitFor();
    await app.run();
    await again.getByRole('button', { name: 'Publish' }).waitFor();
    took['new-proposal'] = await longestOf(again);
    const refused = asked.slice(0, declines).map((one) => `${one.menteeId} ${one.mentorId}`);
    const next = await pairsNow(app.deps, programmeId);
    assert.ok(next.length > 0 && next.every((one) => !refused.includes(`${one.menteeId} ${one.mentorId}`)));
  } finally {
    await tab.close();
  }
  const name = `${size.mentees}x${size.mentors}`;
  return {
    [`workbench-interaction-ms-${name}`]: Math.max(...Object.values(took)),
    ...Object.fromEntries(Object.entries(took).map(([one, ms]) => [`interaction-ms-${one}`, ms])),
  };
}

interface Steps {
  readonly page: Page;
  readonly frame: Frame;
  step(name: string, act: () => Promise<unknown>): Promise<void>;
  work(): Promise<unknown>;
}

async function longestOf(frame: Frame): Promise<number> {
  // Entries come with the picture after the one that they are about.
  await frame.waitForTimeout(300);
  return Number(await frame.evaluate('const was = window.longest; window.longest = 0; was'));
}

async function throughTheList({ page, frame, step }: Steps): Promise<void> {
  const next = frame
    .getByRole('group', { name: 'Turn the pages: Proposed pairs' })
    .getByRole('button', { name: 'Next rows' })
    .first();
  await step('pages', async () => {
    for (let turn = 1; turn <= 5; turn += 1) {
      await next.click();
      await frame.getByText(new RegExp(`^Rows ${turn * 25 + 1} to`)).waitFor();
    }
  });
  await step('search', async () => {
    await frame.getByLabel('Search in this list').first().focus();
    await page.keyboard.type('amina', { delay: 60 });
    await frame.getByText(/^Rows 1 to 25 of \d{2,3}$/).waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await frame.getByText(/^Rows 1 to 25 of [\d,]{4,}$/).waitFor();
  });
  await step('sort', async () => {
    await frame.getByLabel('Sort by').first().selectOption({ label: 'Weakest fit first' });
    await frame.waitForTimeout(500);
    await frame.getByLabel('Sort by').first().selectOption({ index: 0 });
  });
}

/** Another mentor for the first pair, looked at beside what there is, used, and taken back. */
async function swapLooked({ frame, step, work }: Steps): Promise<void> {
  const dialog = frame.getByRole('dialog');
  await step('pair', async () => {
    await frame
      .getByRole('button', { name: /^Look at it/ })
      .first()
      .click();
    await dialog.getByText('What this rests on').first().waitFor();
  });
  await step('swap', async () => {
    await dialog
      .getByRole('button', { name: /^Choose this mentor/ })
      .first()
      .click();
    await dialog.getByLabel('Why?').click();
    await dialog.getByLabel('Why?').pressSequentially('They asked for it.', { delay: 40 });
    await dialog.getByLabel('Only look first').click();
    await dialog.getByRole('button', { name: 'Compute again' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });
  await work();
  await step('compare', async () => {
    await frame.getByRole('heading', { name: 'What would change' }).waitFor();
    await frame.getByRole('button', { name: 'Use this' }).click();
    await frame.getByRole('heading', { name: 'What you changed' }).waitFor();
    await frame
      .getByRole('button', { name: /^Compare/ })
      .last()
      .click();
    await frame.getByRole('button', { name: 'Close the comparison' }).click();
  });
}

async function lock({ page, frame, step, work }: Steps, byKeyboard: boolean): Promise<void> {
  const dialog = frame.getByRole('dialog');
  const press = async (one: ReturnType<Frame['getByRole']>): Promise<void> => {
    if (!byKeyboard) return one.click();
    await one.focus();
    await page.keyboard.press('Enter');
  };
  await step(byKeyboard ? 'lock-by-keyboard' : 'lock', async () => {
    await press(frame.getByRole('button', { name: /^Look at it/ }).nth(byKeyboard ? 6 : 3));
    await press(dialog.getByRole('button', { name: 'Keep these two together' }));
    await dialog.getByLabel('Why?').focus();
    await page.keyboard.type('They know each other.', { delay: 40 });
    await press(dialog.getByRole('button', { name: 'Compute again' }));
    await dialog.waitFor({ state: 'hidden' });
  });
  await work();
  await frame.getByRole('heading', { name: 'What you changed' }).waitFor();
  const close = frame.getByRole('button', { name: 'Close the comparison' });
  await close.waitFor();
  await close.click();
}

async function publish({ frame, step }: Steps): Promise<void> {
  const dialog = frame.getByRole('dialog');
  await step('publish', async () => {
    await frame.getByRole('button', { name: 'Publish' }).click();
    await dialog.getByRole('radio', { name: 'In groups, one after the other' }).check();
    await dialog.getByRole('spinbutton', { name: 'Pairs in a group' }).fill('400');
    const why = dialog.getByLabel('Why do you publish it all the same?');
    if ((await why.count()) > 0) await why.fill('Nobody else applied there.');
    await dialog.getByRole('button', { name: 'Yes, publish' }).click();
    await frame.getByRole('heading', { name: 'Published' }).waitFor();
  });
}
