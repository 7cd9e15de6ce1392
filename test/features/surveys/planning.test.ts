import assert from 'node:assert/strict';
import type { Frame, Locator } from 'playwright-core';
import { surveysRoutes } from '../../../src/features/surveys/routes.ts';
import { findSurvey } from '../../../src/features/surveys/usecases.ts';
import { say } from '../../../src/features/surveys/words.ts';
import { languages } from '../../../src/platform/words.ts';
import { assertAccessible } from '../../support/axe.ts';
import { phone, startTestTab } from '../../support/tab.ts';
import { organisation } from './surveys.ts';

type World = Awaited<ReturnType<typeof organisation>>;

/** Counts what the coordinator presses, types and chooses. */
function presser(frame: Frame) {
  let count = 0;
  return {
    count: () => count,
    async press(target: Locator): Promise<void> {
      count += 1;
      await target.click();
    },
  };
}

describe('starting a survey', function () {
  this.timeout(60_000);
  let world: World;
  let tab: Awaited<ReturnType<typeof startTestTab>>;

  before(async () => {
    world = await organisation();
    const routes = surveysRoutes.map((one) => ({
      ...one,
      run: (_: unknown, ...asked: [never, never]) => one.run(world.deps, ...asked),
    }));
    const me = { personId: world.coordinator.personId, name: 'Anne', roles: ['Coordinator'] };
    tab = await startTestTab({ routes, entra: { verifyTabToken: async () => me } });
  });
  after(() => tab?.close());

  it('takes no more than 25 presses, with a look at it in every language as card and as page', async () => {
    const { frame, complaints } = await tab.show('/surveys', { locale: 'nl-be' });
    const { press, count } = presser(frame);
    const button = (name: string | RegExp): Locator => frame.getByRole('button', { name });
    const next = (): Locator => button(say('nl', 'new.next'));
    await press(frame.getByRole('link', { name: say('nl', 'surveys.new') }).first());
    await press(frame.getByRole('radio', { name: /iedereen zich hier thuis voelt/ }));
    await press(next());
    await frame.getByRole('heading', { name: say('nl', 'plan.questions') }).waitFor();
    await press(next());
    await frame.getByRole('heading', { name: say('nl', 'new.audience') }).waitFor();
    await press(next());
    await frame.getByRole('heading', { name: say('nl', 'new.date') }).waitFor();
    await press(next());
    for (const language of languages) {
      if (language !== 'nl') await press(frame.locator(`input[type=radio][value=${language}]`));
      await press(frame.locator('input[type=radio][value=page]'));
      await frame.locator(`[lang=${language}] fieldset`).first().waitFor();
      await press(frame.locator('input[type=radio][value=card]'));
    }
    await press(button(/^Openen en aan 24 mensen vragen/));
    await frame.getByRole('heading', { name: say('nl', 'survey.running') }).waitFor();
    await frame.getByRole('heading', { name: say('nl', 'share.title') }).waitFor();
    process.stdout.write(`      ${count()} presses\n`);
    assert.ok(count() <= 25, `${count()} presses`);
    assert.deepEqual(
      complaints.filter((one) => one.includes('Error')),
      [],
    );
    await world.app.run();
    assert.equal(world.app.sent.length, 24);
  });
});
