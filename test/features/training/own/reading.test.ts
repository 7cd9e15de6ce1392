import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { OwnWork, VersionLine } from '../../../../src/features/training/own/model.ts';
import { withdrawCourse } from '../../../../src/features/training/own/publishing/usecases.ts';
import {
  beginAnew,
  followOwnCourse,
  listOwnCourses,
  viewOwnCourse,
} from '../../../../src/features/training/own/reading/usecases.ts';
import { lineOf, nearestLanguage, stepToShow, workAfter } from '../../../../src/features/training/own/rules.ts';
import { setCourse } from '../../../../src/features/training/own/usecases.ts';
import { courseOffice, example, failureOf, guest, reader, writer } from './own-course.ts';

const german = { ...reader, language: 'de' as const };

async function textAt(office: Awaited<ReturnType<typeof courseOffice>>, ownId: string, who = reader) {
  const view = await viewOwnCourse(office.deps, who, ownId);
  assert.ok(view.kind === 'text');
  return view;
}

describe('reading an own course', () => {
  it('is for everybody once it is published, and for nobody before and after', async () => {
    const office = await courseOffice();
    const draft = await office.begin();
    const ownId = await office.published();
    for (const who of [reader, guest, writer]) {
      assert.deepEqual(
        (await listOwnCourses(office.deps, who)).map(({ id }) => id),
        [ownId],
      );
      assert.equal(await failureOf(viewOwnCourse(office.deps, who, draft)), 'not-found own-gone');
    }
    await withdrawCourse(office.deps, writer, ownId);
    const press = { version: 1, step: 1, isDone: false };
    assert.deepEqual(await listOwnCourses(office.deps, reader), []);
    assert.equal(await failureOf(viewOwnCourse(office.deps, reader, ownId)), 'not-found own-gone');
    assert.equal(await failureOf(followOwnCourse(office.deps, reader, ownId, press)), 'not-found own-gone');
    assert.equal(await failureOf(beginAnew(office.deps, reader, ownId)), 'not-found own-gone');
  });

  it('is not for mentors from outside when it is for colleagues only, at once', async () => {
    const office = await courseOffice();
    const ownId = await office.published();
    await setCourse(office.deps, writer, ownId, { binding: 'nl', colleaguesOnly: true, revision: 1 });
    assert.deepEqual(await listOwnCourses(office.deps, guest), []);
    assert.equal(await failureOf(viewOwnCourse(office.deps, guest, ownId)), 'not-found own-gone');
    assert.equal((await listOwnCourses(office.deps, reader)).length, 1);
  });

  it('is in the language of the reader, else in the binding one, and says which', async () => {
    const office = await courseOffice();
    const ownId = await office.published(['fr', 'de']);
    const [inGerman, inDutch] = [await textAt(office, ownId, german), await textAt(office, ownId)];
    assert.deepEqual([inGerman.language, inGerman.title], ['de', 'So arbeiten wir zusammen']);
    assert.deepEqual([inDutch.language, inDutch.title], ['fr', 'Notre façon de travailler ensemble']);
    assert.equal((await listOwnCourses(office.deps, reader))[0]?.language, 'fr');
  });

  it('goes on where one stopped, never back, and is done once', async () => {
    const office = await courseOffice();
    const ownId = await office.published();
    const press = (step: number, isDone = false) =>
      followOwnCourse(office.deps, reader, ownId, { version: 1, step, isDone });
    await press(2);
    await press(1);
    assert.equal((await textAt(office, ownId)).step, 2);
    assert.equal((await textAt(office, ownId, guest)).step, 0);
    const { doneAt } = await press(4, true);
    office.app.pass({ days: 1 });
    assert.equal((await press(4, true)).doneAt, doneAt);
    const [line] = await listOwnCourses(office.deps, reader);
    assert.deepEqual([line?.doneAt, line?.step, line?.steps], [doneAt, 0, 5]);
  });

  it('stays with the steps that were begun while a new version comes, until one wants the new one', async () => {
    const office = await courseOffice();
    const ownId = await office.published();
    await followOwnCourse(office.deps, reader, ownId, { version: 1, step: 3, isDone: false });
    for (const language of ['nl', 'fr', 'de', 'en'] as const)
      await office.write(ownId, language, shorter(example(language)));
    assert.deepEqual(await office.publish(ownId), { outcome: 'published', version: 2 });

    const old = await textAt(office, ownId);
    assert.deepEqual([old.version, old.steps.length, old.step, old.hasNewer], [1, 5, 3, true]);
    assert.equal((await textAt(office, ownId, guest)).version, 2);
    const anew = await beginAnew(office.deps, reader, ownId);
    assert.ok(anew.kind === 'text');
    assert.deepEqual([anew.version, anew.steps.length, anew.step, anew.hasNewer], [2, 4, 0, false]);
    // A page that was left open on the version before.
    await followOwnCourse(office.deps, reader, ownId, { version: 1, step: 4, isDone: true });
    assert.deepEqual([(await textAt(office, ownId)).step, (await textAt(office, ownId)).doneAt], [0, undefined]);
  });

  it('can be finished in the version that was begun', async () => {
    const office = await courseOffice();
    const ownId = await office.published();
    await followOwnCourse(office.deps, reader, ownId, { version: 1, step: 3, isDone: false });
    await office.write(ownId, 'en', example('en').replace('Our way', 'Our new way'));
    await office.publish(ownId);
    const done = await followOwnCourse(office.deps, reader, ownId, { version: 1, step: 4, isDone: true });
    assert.ok(done.doneAt !== undefined);
    // To read again it is the new one.
    assert.equal((await textAt(office, ownId)).version, 2);
    assert.equal(
      await failureOf(followOwnCourse(office.deps, reader, ownId, { version: 3, step: 0, isDone: true })),
      'not-found own-gone',
    );
  });

  it('counts presses of two windows at once', async () => {
    const office = await courseOffice();
    const ownId = await office.published();
    await Promise.all(
      [1, 2, 3].map((step) => followOwnCourse(office.deps, reader, ownId, { version: 1, step, isDone: false })),
    );
    assert.equal((await textAt(office, ownId)).step, 3);
  });
});

describe('following a link', () => {
  it('is marked as done by one press, and always leads where it leads now', async () => {
    const office = await courseOffice();
    const ownId = await office.link({ isVideo: true, captions: ['nl', 'ar'] });
    await office.publish(ownId);
    const view = await viewOwnCourse(office.deps, reader, ownId);
    assert.ok(view.kind === 'link');
    assert.deepEqual(
      [view.title, view.address, view.captions],
      ['De gids', 'https://www.example.org/guide', ['nl', 'ar']],
    );
    const done = await followOwnCourse(office.deps, reader, ownId, { version: 1, step: 0, isDone: true });
    assert.ok(done.doneAt !== undefined);
    assert.equal((await listOwnCourses(office.deps, reader))[0]?.doneAt, done.doneAt);
  });
});

describe('the rules of own courses', () => {
  const version = (number: number, steps: number): VersionLine => ({
    ...{ id: `v${number}`, number, at: 0, binding: 'nl', titles: { nl: 'T' }, minutes: 5, role: 'both', steps },
  });

  it('take the nearest language: own, binding, English, any', () => {
    const near = (there: readonly string[], wanted: 'nl' | 'de' = 'de') =>
      nearestLanguage(wanted, { binding: 'fr', titles: Object.fromEntries(there.map((one) => [one, 'T'])) });
    assert.equal(near(['nl', 'fr', 'de']), 'de');
    assert.equal(near(['nl', 'fr', 'en']), 'fr');
    assert.equal(near(['nl', 'en']), 'en');
    assert.equal(near(['nl']), 'nl');
    assert.equal(lineOf({ id: 'c', kind: 'text', versions: [] }, undefined, 'nl'), undefined);
  });

  it('never take progress back within a version, never lead past its end, and never undo that it is done', () => {
    const press = fc.record({ number: fc.integer({ min: 1, max: 3 }), step: fc.nat(30), isDone: fc.boolean() });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 12 }), (presses) => {
        let work: OwnWork | undefined;
        for (const [at, { number, step, isDone }] of presses.entries()) {
          const before = work;
          const pressed = version(number, 3 + number);
          work = workAfter(before, { version: pressed, step, isDone, at });
          assert.ok(work.step < 3 + work.version && stepToShow(version(work.version, 3 + work.version), work) >= 0);
          if (before?.doneAt !== undefined) assert.equal(work.doneAt, before.doneAt);
          if (before?.version === work.version) assert.ok(work.step >= before.step);
          if (before && before.doneAt === undefined) assert.ok(work.version >= before.version);
        }
      }),
    );
  });
});

/** Without the step in which one tries it out. */
function shorter(text: string): string {
  const [head, ...steps] = text.split(/^(?=## )/m);
  return [head, ...steps.filter((one) => !one.includes('```exercise'))].join('');
}
