import assert from 'node:assert/strict';
import { isFailure } from '../../../src/platform/errors.ts';
import { languages } from '../../../src/platform/words.ts';
import { applications } from '../../../src/features/recruitment/store.ts';
import { certificatePaper } from '../../../src/features/training/certificate/rules.ts';
import { certificateOf } from '../../../src/features/training/certificate/usecases.ts';
import { pathOf } from '../../../src/features/training/rules.ts';
import { courseIn } from '../../../src/features/training/store.ts';
import { completeCourse } from '../../../src/features/training/usecases.ts';
import { addApplication, addProgramme, someAnswers } from '../../support/applications.ts';
import { aPerson, callerFor, testApp } from '../../support/app.ts';
import { readPdf } from '../../support/papers.ts';

const [one, other, coordinator] = [aPerson(1, { name: 'Samira El Haddad' }), aPerson(2), aPerson(900)];
const isNotThere = (error: unknown): boolean => isFailure(error, 'not-found') && error.reason === 'no-certificate';

async function finished() {
  const app = await testApp();
  await app.addPeople(one, other, coordinator);
  await addProgramme(app, coordinator, { name: 'Grow / together' });
  await addApplication(app, one.id, someAnswers());
  for (const id of pathOf('mentee')) await completeCourse(app.deps, one.id, id);
  return app;
}

describe('the certificate of training', () => {
  for (const language of languages)
    it(`is a paper with the name, the programme, and the courses with their minutes and days, in ${language}`, async () => {
      const app = await finished();
      app.pass({ days: 1 });
      await completeCourse(app.deps, one.id, 'first-meeting');
      const file = await certificateOf(app.deps, callerFor(one, { language }), 'p1');
      assert.match(file.name, /^[a-z]+-grow-together-2026-03-04\.pdf$/);
      const read = await readPdf(file.bytes);
      assert.deepEqual([read.hasTags, read.fontsOutside, read.lang?.slice(0, 2)], [true, [], language]);
      const text = read.text.replaceAll(/\s+/g, ' ');
      for (const id of [...pathOf('mentee'), 'first-meeting'] as const)
        assert.ok(text.includes(courseIn(id, language).title.replaceAll(/\s+/g, ' ')), `${id}: ${text}`);
      for (const said of ['Samira El Haddad', 'Grow / together', '36']) assert.ok(text.includes(said), said);
      assert.match(text, /\b3\b.+2026/);
    });

  it('is not there before the path is done, for another programme, for somebody else, or once somebody withdrew', async () => {
    const app = await finished();
    await addApplication(app, other.id, someAnswers());
    await completeCourse(app.deps, other.id, 'setting-goals');
    await assert.rejects(certificateOf(app.deps, callerFor(other), 'p1'), isNotThere);
    await assert.rejects(certificateOf(app.deps, callerFor(coordinator), 'p1'), isNotThere);
    await assert.rejects(certificateOf(app.deps, callerFor(one), 'p2'), isNotThere);
    const row = await applications.find(app.deps.tables, 'p1', one.id);
    assert.ok(row);
    await app.deps.tables.commit([applications.replace(row, { ...row.value, status: 'withdrawn' })]);
    await assert.rejects(certificateOf(app.deps, callerFor(one), 'p1'), isNotThere);
  });

  it('adds the minutes up, and has a second table only for what was done besides', () => {
    const course = { title: 'A', minutes: 10, doneAt: 0 };
    const facts = { language: 'en', name: 'N', programme: 'P', path: [course, course], now: 0, zone: 'UTC' } as const;
    const tables = (more: (typeof course)[]) =>
      certificatePaper({ ...facts, more }).sections[0]!.blocks.filter(({ kind }) => kind === 'table').length;
    assert.deepEqual([tables([]), tables([course])], [1, 2]);
    assert.match(JSON.stringify(certificatePaper({ ...facts, more: [course] })), /30 minutes in all/);
  });
});
