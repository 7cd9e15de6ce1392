import assert from 'node:assert/strict';
import { isFailure } from '../../../src/platform/errors.ts';
import { tableNames } from '../../../src/platform/tables.ts';
import { setPreferences } from '../../../src/features/people/usecases.ts';
import { answerSurvey } from '../../../src/features/surveys/answering/usecases.ts';
import { remindAudience } from '../../../src/features/surveys/reminding/usecases.ts';
import { surveyPageOf } from '../../../src/features/surveys/results/usecases.ts';
import { createSurvey } from '../../../src/features/surveys/usecases.ts';
import { say } from '../../../src/features/surveys/words.ts';
import { lastDay, organisation, saying } from './surveys.ts';

const everybody = { kind: 'everybody' as const };
const remindOn = ['2026-03-10', '2026-03-13'];

type World = Awaited<ReturnType<typeof organisation>>;
const remindersTo = ({ app }: World, personId: string): number =>
  app.cardsTo(personId).filter(({ body }) => body.some(({ text }) => text === say('en', 'card.reminder'))).length;

describe('a reminder', () => {
  it('goes only to those who have not answered by then, on the days of the plan', async () => {
    const world = await organisation();
    const { app, deps, people, open, answer } = world;
    const id = await open(everybody, { remindOn });
    await answer(id, 1, 2, 3, 4, 5);
    app.pass({ days: 6 });
    await app.run();
    assert.equal(app.sent.length, 24, 'not before its day');
    app.pass({ days: 1 });
    await answerSurvey(deps, people[5]!.id, id, saying(4));
    await app.run();
    assert.deepEqual(
      people.map((one) => remindersTo(world, one.id)),
      people.map((_, number) => (number <= 5 ? 0 : 1)),
    );
  });

  it('is no more than the month allows: with the first card, one; the second waits in the tab', async () => {
    const world = await organisation();
    const { app, people, open } = world;
    await open(everybody, { remindOn });
    app.pass({ days: 7 });
    await app.run();
    app.pass({ days: 3 });
    await app.run();
    assert.deepEqual(
      people.map((one) => remindersTo(world, one.id)),
      people.map(() => 1),
    );
  });

  it('leaves in peace whoever does not want to be asked, and everybody once the survey has closed', async () => {
    const world = await organisation();
    const { app, deps, people, open } = world;
    const id = await open(everybody, { remindOn: [remindOn[0]!] });
    await setPreferences(deps, people[3]!.id, { doNotAsk: true });
    app.pass({ days: 7 });
    await app.run();
    assert.deepEqual([remindersTo(world, people[3]!.id), remindersTo(world, people[4]!.id)], [0, 1]);
    app.pass({ days: 10 });
    await app.run();
    assert.equal(await remindAudience(deps, id, remindOn[0]!), undefined);
    assert.equal(app.sent.length, 24 + 23);
  });

  it('is asked for once when its job is repeated', async () => {
    const { app, deps, open } = await organisation();
    const id = await open(everybody, { remindOn: [remindOn[0]!] });
    app.pass({ days: 7 });
    await remindAudience(deps, id, remindOn[0]!);
    await remindAudience(deps, id, remindOn[0]!);
    await app.run();
    assert.equal(app.sent.length, 48);
  });

  it('shows the coordinator nothing of who got it, and after the close nothing says so any more', async () => {
    const { app, deps, people, coordinator, open, answer } = await organisation();
    const id = await open(everybody, { remindOn: [remindOn[0]!] });
    await answer(id, 1, 2, 3, 4, 5);
    const before = await surveyPageOf(deps, coordinator, id);
    app.pass({ days: 7 });
    await app.run();
    assert.deepEqual(await surveyPageOf(deps, coordinator, id), before);
    app.pass({ days: 10 });
    await app.run();
    for (const table of tableNames)
      for (const partition of [id, `${id}-reminders`])
        for (const { rowKey, text } of await deps.tables.range(table, partition, { from: '!', to: '~' }))
          assert.ok(
            partition === id ? !text.includes('nudge') : !people.some((one) => `${rowKey} ${text}`.includes(one.id)),
            `${table}/${partition}/${rowKey}`,
          );
  });

  it('falls between the day of asking and the last one', async () => {
    const { deps, coordinator } = await organisation();
    for (const [on, reason] of [
      ['2026-03-03', 'reminder-too-soon'],
      [lastDay, 'reminder-too-late'],
    ] as const)
      await assert.rejects(
        createSurvey(deps, coordinator, { audience: everybody, closesOn: lastDay, remindOn: [on] }),
        (error) => isFailure(error, 'bad-input') && error.fields[0]?.reason === reason,
      );
  });
});
