import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { surveysRoutes } from '../../../src/features/surveys/routes.ts';
import { buffered } from '../../../src/features/release/answers/store.ts';
import { answerSurvey } from '../../../src/features/surveys/answering/usecases.ts';
import { closeSurvey, createSurvey, findSurvey } from '../../../src/features/surveys/usecases.ts';
import { say as sayAudience } from '../../../src/features/surveys/audience/words.ts';
import { say as sayPlan } from '../../../src/features/surveys/planning/words.ts';
import { say } from '../../../src/features/surveys/words.ts';
import { languages } from '../../../src/platform/words.ts';
import { assertAccessible } from '../../support/axe.ts';
import { phone, startTestTab } from '../../support/tab.ts';
import { lastDay, organisation } from './surveys.ts';

const everybody = { kind: 'everybody' as const };

type World = Awaited<ReturnType<typeof organisation>>;

/** Counts what the coordinator presses, types and chooses. */
function presser() {
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
  this.timeout(300_000);
  let world: World;
  /** What the directory finds, whatever is searched for. */
  let groups: { readonly id: string; readonly name: string; readonly description: undefined }[] = [];
  let tab: Awaited<ReturnType<typeof startTestTab>>;

  before(async () => {
    world = await organisation();
    const routes = surveysRoutes.map((one) => ({
      ...one,
      run: (_: unknown, ...asked: [never, never]) =>
        one.run({ ...world.deps, directory: { ...world.deps.directory, groups: async () => groups } }, ...asked),
    }));
    const me = { personId: world.coordinator.personId, name: 'Anne', roles: ['Coordinator'] };
    tab = await startTestTab({ routes, entra: { verifyTabToken: async () => me } });
  });
  after(() => tab?.close());

  it('takes no more than 25 presses, with a look at it in every language as card and as page', async () => {
    const { frame, complaints } = await tab.show('/surveys', { locale: 'nl-be' });
    const { press, count } = presser();
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

  it('keeps every step: what was dropped, added and written is there for the next coordinator', async () => {
    const { deps, coordinator } = world;
    const draft = await createSurvey(deps, coordinator, { audience: everybody, closesOn: lastDay, set: 'pulse' });
    const first = await tab.show(`/surveys/${draft.id}`, { locale: 'en-gb' });
    const { frame } = first;
    const button = (name: string | RegExp): Locator => frame.getByRole('button', { name });
    await button(/^Leave out: Our meetings are often moved/).click();
    await button(sayPlan('en', 'plan.bank')).click();
    await button(/^Add: In my team, people would make time/).click();
    await button(sayPlan('en', 'plan.own')).click();
    const own = {
      nl: 'Ik leer hier bij.',
      fr: 'J’apprends ici.',
      de: 'Ich lerne hier dazu.',
      en: 'I do not learn here.',
    };
    for (const language of languages) await frame.locator(`input[name="own.${language}"]`).fill(own[language]);
    await button(sayPlan('en', 'own.check')).click();
    await frame.getByText(sayPlan('en', 'wording.negation', { words: 'not' })).waitFor();
    await assertAccessible(frame, 'an own question with advice');
    await frame.locator('input[name="own.en"]').fill('I learn here.');
    await button(sayPlan('en', 'own.check')).click();
    await frame.getByRole('button', { name: sayPlan('en', 'own.add'), exact: true }).click();
    await frame.getByRole('button', { name: say('en', 'new.next'), exact: true }).click();
    await frame.getByRole('heading', { name: say('en', 'new.audience') }).waitFor();
    const kept = (await findSurvey(deps, draft.id))!;
    assert.deepEqual(
      kept.items.map(({ id }) => id),
      ['pulse-met', 'talk-open', 'talk-agreed', 'talk-next', 'pulse-help', 'time', 'own-7'],
    );
    assert.equal(kept.items.at(-1)?.text.fr, own.fr);
    const { frame: second } = await tab.show(`/surveys/${draft.id}`, { locale: 'fr-be' }, phone);
    await second.getByText(own.fr).waitFor();
    assert.equal(await second.getByText('Nos rencontres sont souvent reportées.').count(), 0);
  });

  it('can be used by everybody at every step, in every theme and on a phone', async () => {
    const { deps, coordinator } = world;
    const draft = await createSurvey(deps, coordinator, {
      audience: everybody,
      closesOn: lastDay,
      set: 'mentee-intake',
    });
    const { frame } = await tab.show(`/surveys/${draft.id}`, { theme: 'contrast', locale: 'fr-be' }, phone);
    for (const title of ['plan.questions', 'new.audience', 'new.date', 'new.preview'] as const) {
      await frame.getByRole('heading', { name: say('fr', title) }).waitFor();
      if (title === 'new.preview') {
        await frame.locator('input[type=radio][value=page]').click();
        await frame.getByRole('heading', { name: sayPlan('fr', 'forecast.whole') }).waitFor();
        for (const more of await frame.locator('details > summary').all()) await more.click();
      }
      await assertAccessible(frame, title);
      const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${title} is ${overflow} pixels too wide`);
      if (title !== 'new.preview') await frame.getByRole('button', { name: say('fr', 'new.next') }).click();
    }
  });

  it('asks certain people, as many as chance draws, and says beforehand how precise that is and what will be told', async () => {
    const { deps, coordinator } = world;
    const group = { id: '00000000-0000-4000-b000-000000000001', name: 'Vrouwen in IT' };
    const draft = await createSurvey(deps, coordinator, { audience: everybody, closesOn: lastDay, set: 'needs' });
    groups = [{ ...group, description: undefined }];
    const { frame } = await tab.show(`/surveys/${draft.id}`, { theme: 'dark', locale: 'nl-be' }, phone);
    const next = async (): Promise<void> =>
      frame.getByRole('button', { name: say('nl', 'new.next'), exact: true }).click();
    await next();
    await frame.getByText(sayPlan('nl', 'new.size', { count: 24 })).waitFor();
    await frame.getByRole('radio', { name: sayPlan('nl', 'new.chosen') }).check();
    await next();
    await frame.getByText(sayPlan('nl', 'new.incomplete')).first().waitFor();
    for (const kind of ['departments', 'sites', 'groups', 'participants'] as const)
      await frame.getByRole('checkbox', { name: sayAudience('nl', `kind.${kind}`), exact: true }).check();
    await frame.getByRole('checkbox', { name: /^Care/ }).check();
    await frame.getByRole('checkbox', { name: group.name }).waitFor();
    await frame.getByText(sayAudience('nl', 'programme.none')).waitFor();
    await assertAccessible(frame, 'certain people');
    await frame.getByText(sayPlan('nl', 'new.size', { count: 0 })).waitFor();
    for (const kind of ['sites', 'groups', 'participants'] as const)
      await frame.getByRole('checkbox', { name: sayAudience('nl', `kind.${kind}`), exact: true }).uncheck();
    await frame.getByText(sayPlan('nl', 'new.size', { count: 12 })).waitFor();
    await frame.getByRole('radio', { name: /door het lot gekozen/ }).check();
    await frame.getByRole('radio', { name: sayPlan('nl', 'draw.points', { margin: 5 }) }).waitFor();
    await assertAccessible(frame, 'a random sample');
    const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `${overflow} pixels too wide`);
    await next();
    await frame.getByRole('heading', { name: say('nl', 'new.date') }).waitFor();
    assert.deepEqual((await findSurvey(deps, draft.id))?.audience, { kind: 'chosen', departments: ['Care'] });
    assert.deepEqual((await findSurvey(deps, draft.id))?.sample, { margin: 5, response: 50 });
    await next();
    await frame.getByRole('heading', { name: sayPlan('nl', 'forecast.title') }).waitFor();
    await frame.getByText(sayPlan('nl', 'help.interview')).first().waitFor();
    await frame.getByRole('checkbox', { name: sayPlan('nl', 'forecast.by.site'), exact: true }).uncheck();
    await frame.getByRole('heading', { name: sayPlan('nl', 'cut.both') }).waitFor({ state: 'detached' });
    await frame.getByRole('button', { name: /^Openen en aan 12 mensen vragen/ }).click();
    await frame.getByText(say('nl', 'share.sample')).waitFor();
    assert.deepEqual((await findSurvey(deps, draft.id))?.partedBy, ['department']);
  });

  it('begins and ends on pages that everybody can use: what one wants to know, the list, and results of every kind', async () => {
    const { app, deps, people, coordinator, open } = world;
    const running = await open(everybody, { set: 'leaving' });
    const closed = await open(everybody, { set: 'needs' });
    const said = {
      'want-topics': ['step', 'skill'],
      'want-rank': ['job', 'path', 'listens', 'people'],
      'want-form': 'both',
    };
    for (const [place, { id }] of people.entries()) {
      const none = { 'want-hours': null, 'stop-what': null, 'stop-space': 1 + (place % 5), 'stop-hour': null };
      const rest = { ...none, 'stop-reach': null, 'be-mentor': 'yes', 'before-start': `More time, please (${place}).` };
      const want = place % 3 === 0 ? { 'want-mentor': 'no' } : { 'want-mentor': 'yes', ...said };
      await answerSurvey(deps, id, closed, { answers: { ...want, ...rest } });
    }
    await app.run();
    await closeSurvey(deps, coordinator, closed);
    await app.run();
    for (const [path, title] of [
      ['/surveys', say('de', 'surveys.title')],
      ['/surveys/new', say('de', 'new.title')],
      [`/surveys/${running}`, /Warum hast du aufgehört/],
      [`/surveys/${closed}`, /Was brauchst du/],
    ] as const) {
      const { frame } = await tab.show(path, { theme: 'contrast', locale: 'de-be' }, phone);
      await frame.getByRole('heading', { level: 1, name: title }).waitFor();
      await frame.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
      await assertAccessible(frame, path);
      const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${path} is ${overflow} pixels too wide`);
    }
    const { frame } = await tab.show(`/surveys/${closed}`, { locale: 'en-gb' });
    await frame
      .getByText(/More time, please/)
      .first()
      .waitFor();
    assert.equal(await frame.getByText(/More time, please/).count(), people.length, 'mixed, and without a name');
    await frame.getByText('70 %').first().waitFor();
    assert.equal(await frame.getByText(say('en', 'decision.title')).count(), 0, 'a decision belongs to support alone');
  });

  it('leads to questions of every kind that can be answered, and opens those that an answer leads to', async () => {
    const { app, deps, people, open } = await organisation();
    const id = await open(everybody, { set: 'needs' });
    const routes = surveysRoutes.map((one) => ({
      ...one,
      run: (_: unknown, ...asked: [never, never]) => one.run(deps, ...asked),
    }));
    const somebody = { personId: people[7]!.id, name: 'Bob', roles: [] };
    const own = await startTestTab({ routes, entra: { verifyTabToken: async () => somebody } });
    try {
      const { frame } = await own.show(`/surveys/${id}/answer`, { locale: 'en-gb', theme: 'dark' }, phone);
      const group = (name: string): Locator => frame.getByRole('group', { name });
      assert.equal(await frame.getByText('What would a mentor help you with most?').count(), 0);
      await frame.getByRole('radio', { name: 'Yes' }).first().check();
      await group('What would a mentor help you with most?').getByLabel('Learning something new').check();
      for (const [place, text] of [
        'Listens well',
        'Knows my work',
        'Knows many people',
        'Has gone a way like mine',
      ].entries())
        await frame.getByLabel(`Place ${place + 1}`).selectOption({ label: text });
      await frame.getByLabel('It does not matter').check();
      await frame.getByLabel('How many hours a month can you spend on it?').fill('3');
      await group('What holds you back from asking for advice today?').getByLabel('Too little time').check();
      await assertAccessible(frame, 'every kind of question');
      await frame.getByRole('button', { name: say('en', 'card.send') }).click();
      await frame.getByRole('alert').first().waitFor();
      const skips = frame.getByRole('radio', { name: say('en', 'scale.skip') });
      for (const place of [2, 3, 4, 5]) await skips.nth(place).check();
      await frame.getByRole('button', { name: say('en', 'card.send') }).click();
      await frame.getByRole('heading', { name: say('en', 'thanks.title') }).waitFor();
    } finally {
      await own.close();
    }
    const [kept] = (await buffered.list(deps.tables, id)).map((row) => row.value);
    assert.deepEqual(
      [kept?.ratings['want-topics--skill'], kept?.ratings['want-rank--listens'], kept?.ratings['want-hours']],
      [2, 1, 3],
    );
    await app.run();
  });
});
