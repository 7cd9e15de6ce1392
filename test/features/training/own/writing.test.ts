import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { longestText, mostOwnCourses, publishProblems } from '../../../../src/features/training/own/model.ts';
import { mostBytes } from '../../../../src/features/training/own/pictures/model.ts';
import { addPicture, pictureOf } from '../../../../src/features/training/own/pictures/usecases.ts';
import { readVersion, withdrawCourse } from '../../../../src/features/training/own/publishing/usecases.ts';
import { ownCourses, ownPartition, ownPictures } from '../../../../src/features/training/own/store.ts';
import {
  createCourse,
  exportText,
  listDrafts,
  openDraft,
  removeCourse,
  saveLink,
  saveText,
  setCourse,
} from '../../../../src/features/training/own/usecases.ts';
import { say } from '../../../../src/features/training/own/words.ts';
import { readCourse } from '../../../../src/features/training/format/rules.ts';
import { languages } from '../../../../src/platform/words.ts';
import { addProgramme } from '../../../support/applications.ts';
import { aPerson } from '../../../support/app.ts';
import { colleague, courseOffice, example, failureOf, guest, reader, writer } from './own-course.ts';
import { aBomb, aJpeg, aPng, chunk } from './some-pictures.ts';

const deeds = async ({ deps }: Awaited<ReturnType<typeof courseOffice>>) =>
  (await deps.audit.list()).map(({ what, outcome }) => `${what}: ${outcome}`);

describe('a draft of an own course', () => {
  it('begins as an example that is sound in every language, with the same steps', async () => {
    for (const language of languages) {
      const { course, problems } = readCourse(example(language), { pictures: new Set() });
      assert.deepEqual(problems, [], language);
      assert.equal(course?.steps.length, 5);
    }
    const office = await courseOffice();
    const ownId = await office.begin();
    const { course, texts } = await openDraft(office.deps, writer, ownId);
    assert.equal(texts.nl?.text, example('nl'));
    assert.deepEqual([course.state, course.title, course.languages], ['draft', 'Zo werken wij samen', ['nl']]);
  });

  it('is bound to the language that most programmes are bound to', async () => {
    const office = await courseOffice();
    assert.equal((await listDrafts(office.deps, writer)).binding, 'en');
    await addProgramme(office.app, aPerson(900), { language: 'fr' });
    await office.deps.tables.commit([
      { table: 'system', partition: 'programmes', rowKey: 'programme.p1', how: 'put', value: { id: 'p1' } },
    ]);
    assert.equal((await listDrafts(office.deps, writer)).binding, 'fr');
  });

  it('is there for coordinators, and for nobody else', async () => {
    const office = await courseOffice();
    const ownId = await office.begin();
    assert.equal((await openDraft(office.deps, colleague, ownId)).course.id, ownId);
    for (const who of [reader, guest]) {
      assert.equal(await failureOf(openDraft(office.deps, who, ownId)), 'not-found own-gone');
      assert.equal(await failureOf(listDrafts(office.deps, who)), 'not-found own-gone');
    }
    assert.equal(await failureOf(openDraft(office.deps, writer, 'none')), 'not-found own-gone');
  });

  it('of two coordinators is saved by one, and the other hears so and loses nothing', async () => {
    const office = await courseOffice();
    const at = { ownId: await office.begin(), language: 'nl' as const };
    await saveText(office.deps, writer, at, { text: 'mine', revision: 1 });
    assert.equal(
      await failureOf(saveText(office.deps, colleague, at, { text: 'theirs', revision: 1 })),
      'conflict own-changed',
    );
    assert.equal((await openDraft(office.deps, colleague, at.ownId)).texts.nl?.text, 'mine');
    const over = await saveText(office.deps, colleague, at, { text: 'theirs', revision: 2 });
    assert.deepEqual([over.text, over.before, over.revision], ['theirs', 'mine', 3]);
  });

  it('of two who save at the same moment is saved once', async () => {
    const office = await courseOffice();
    const ownId = await office.begin();
    const saved = await Promise.all(
      [writer, colleague].map((who) =>
        failureOf(saveText(office.deps, who, { ownId, language: 'fr' }, { text: `by ${who.personId}`, revision: 0 })),
      ),
    );
    assert.deepEqual(saved.toSorted(), ['conflict own-changed', 'none']);
  });

  it('saved twice, as after a lost answer, is saved once', async () => {
    const office = await courseOffice();
    const at = { ownId: await office.begin(), language: 'nl' as const };
    const once = await saveText(office.deps, writer, at, { text: 'the same', revision: 1 });
    assert.deepEqual(await saveText(office.deps, writer, at, { text: 'the same', revision: 1 }), once);
  });

  it('is written in two languages at once', async () => {
    const office = await courseOffice();
    const ownId = await office.begin();
    await Promise.all([office.write(ownId, 'fr', example('fr')), office.write(ownId, 'de', example('de'), colleague)]);
    assert.deepEqual((await openDraft(office.deps, writer, ownId)).course.languages, ['nl', 'fr', 'de']);
  });

  it('keeps hostile strings and the longest text as they are', async () => {
    const office = await courseOffice();
    const ownId = await office.begin();
    for (const text of ['\u202e<script>\u0000\ud800"\\', '\u0001'.repeat(longestText)]) {
      await office.write(ownId, 'nl', text);
      await office.write(ownId, 'nl', `${text.slice(1)}.`);
      assert.equal((await openDraft(office.deps, writer, ownId)).texts.nl?.before, text);
    }
  });

  it('can be deleted with all that is in it while nobody has read it', async () => {
    const office = await courseOffice();
    const ownId = await office.begin();
    const { pictureId } = await addPicture(office.deps, writer, ownId, aPng().toString('base64'));
    await removeCourse(office.deps, writer, ownId);
    assert.equal(await failureOf(openDraft(office.deps, writer, ownId)), 'not-found own-gone');
    assert.equal(await ownPictures.find(office.deps.tables, ownId, pictureId), undefined);
    const published = await office.published(['nl']);
    assert.equal(await failureOf(removeCourse(office.deps, writer, published)), 'conflict own-was-published');
  });

  it('is one of a hundred at most', async () => {
    const office = await courseOffice();
    const ownId = await office.begin();
    const { course } = await openDraft(office.deps, writer, ownId);
    const more = Array.from({ length: mostOwnCourses - 1 }, (_, at) => ({ ...course, id: `c${at}` }));
    await office.deps.tables.commit(more.map((one) => ownCourses.create(ownPartition, one.id, one)));
    assert.equal(
      await failureOf(createCourse(office.deps, writer, { kind: 'link', binding: 'nl' })),
      'conflict own-full',
    );
  });

  it('goes along as a Markdown file under the name of the course, which is noted', async () => {
    const office = await courseOffice();
    const ownId = await office.begin('fr');
    const { name, type, bytes } = await exportText(office.deps, writer, { ownId, language: 'fr' });
    assert.deepEqual([name, type], ['notre-facon-de-travailler-ensemble.fr.md', 'text/markdown; charset=utf-8']);
    assert.equal(new TextDecoder().decode(bytes), example('fr'));
    assert.deepEqual(await deeds(office), ['export: fr']);
    assert.equal(await failureOf(exportText(office.deps, writer, { ownId, language: 'de' })), 'not-found own-gone');
  });
});

describe('publishing an own course', () => {
  it('needs the binding language, and a word about the languages that are missing', async () => {
    const office = await courseOffice();
    const ownId = await office.begin();
    const refused = await office.publish(ownId);
    assert.deepEqual(refused, { outcome: 'refused', missing: ['fr', 'de', 'en'], problems: [] });
    assert.deepEqual(await office.publish(ownId, { onlyThese: true }), { outcome: 'published', version: 1 });

    const without = await office.begin('fr');
    await office.write(without, 'nl', example('nl'));
    await office.write(without, 'fr', '');
    const outcome = await office.publish(without, { onlyThese: true });
    assert.ok(outcome.outcome === 'refused');
    assert.deepEqual(
      outcome.problems.map(({ language, kind }) => [language, kind]),
      [['fr', 'binding-missing']],
    );
  });

  it('says of every language what is wrong in which line, in the language of whoever asks', async () => {
    const office = await courseOffice();
    const ownId = await office.begin();
    await office.write(ownId, 'nl', example('nl').replace('minutes: 6', 'minutes: soon'));
    await office.write(ownId, 'fr', `${example('fr')}\n<script>alert(1)</script>`);
    const outcome = await office.publish(ownId, { onlyThese: true });
    assert.ok(outcome.outcome === 'refused');
    assert.deepEqual(outcome.problems, [
      { language: 'nl', line: 3, kind: 'minutes-wrong', says: say('en', 'problem.minutes-wrong') },
      {
        ...{ language: 'fr', line: example('fr').split('\n').length + 1, kind: 'html' },
        says: say('en', 'problem.html'),
      },
    ]);
    assert.equal((await openDraft(office.deps, writer, ownId)).course.state, 'draft');
  });

  it('has a sentence for everything that can be wrong, in each language', () => {
    for (const kind of publishProblems)
      for (const language of languages) assert.ok(say(language, `problem.${kind}`).length > 15, kind);
  });

  it('refuses texts that would lead astray who changes the language in the middle', async () => {
    const office = await courseOffice();
    const ownId = await office.begin();
    await office.write(ownId, 'fr', `${example('fr')}\n## Encore une étape\nTexte.`);
    await office.write(ownId, 'en', example('en').replace('role: both', 'role: mentor'));
    const outcome = await office.publish(ownId, { onlyThese: true });
    assert.ok(outcome.outcome === 'refused');
    assert.deepEqual(
      outcome.problems.map(({ language, kind }) => `${language} ${kind}`),
      ['fr steps-differ', 'en role-differs'],
    );
  });

  it('takes only what was on the screen', async () => {
    const office = await courseOffice();
    const ownId = await office.begin();
    await office.write(ownId, 'nl', example('nl').replace('samen', 'goed samen'), colleague);
    assert.equal(
      await failureOf(office.publish(ownId, { onlyThese: true, revisions: { nl: 1 } })),
      'conflict own-changed',
    );
  });

  it('makes a version that stays, is one when it is pressed twice, and is noted once', async () => {
    const office = await courseOffice();
    const ownId = await office.published();
    assert.deepEqual(await office.publish(ownId), { outcome: 'published', version: 1 });
    await office.write(ownId, 'en', example('en').replace('Our way', 'Our new way'));
    assert.deepEqual(await office.publish(ownId), { outcome: 'published', version: 2 });
    const first = await readVersion(office.deps, writer, { ownId, version: 1 });
    assert.ok(first.version.kind === 'text');
    assert.equal(first.version.texts.en, example('en'));
    assert.equal(first.line.titles.en, 'Our way of working together');
    assert.equal(await failureOf(readVersion(office.deps, writer, { ownId, version: 3 })), 'not-found own-gone');
    assert.equal(await failureOf(readVersion(office.deps, reader, { ownId, version: 1 })), 'not-found own-gone');
    assert.deepEqual(await deeds(office), ['course.published: version 1', 'course.published: version 2']);
  });

  it('of two at once makes one version', async () => {
    const office = await courseOffice();
    const ownId = await office.begin();
    const once = () =>
      office.publish(ownId, { onlyThese: true }).then(
        ({ outcome }) => outcome,
        () => 'refused',
      );
    await Promise.all([once(), once()]);
    assert.deepEqual(
      (await openDraft(office.deps, writer, ownId)).course.versions.map(({ number }) => number),
      [1],
    );
  });

  it('is taken back by withdrawing, and done again without a new version', async () => {
    const office = await courseOffice();
    const ownId = await office.begin();
    assert.equal(await failureOf(withdrawCourse(office.deps, writer, ownId)), 'conflict own-not-published');
    await office.publish(ownId, { onlyThese: true });
    for (const _ of [1, 2]) await withdrawCourse(office.deps, writer, ownId);
    assert.equal((await listDrafts(office.deps, writer)).courses[0]?.state, 'withdrawn');
    assert.deepEqual(await office.publish(ownId, { onlyThese: true }), { outcome: 'published', version: 1 });
    assert.deepEqual(await deeds(office), [
      ...['course.published: version 1', 'course.withdrawn: done', 'course.published: version 1'],
    ]);
  });

  it('notes who may read it from now on', async () => {
    const office = await courseOffice();
    const ownId = await office.begin();
    for (const _ of [1, 2])
      await setCourse(office.deps, writer, ownId, { binding: 'nl', colleaguesOnly: true, revision: 1 });
    assert.deepEqual(await deeds(office), ['course.readers: colleagues only']);
  });

  it('is not opened again to people from outside by a form that is older than that', async () => {
    const office = await courseOffice();
    const ownId = await office.published();
    const old = { binding: 'nl', colleaguesOnly: false, revision: 1 } as const;
    const { course } = await setCourse(office.deps, colleague, ownId, { ...old, colleaguesOnly: true });
    assert.equal(course.revision, 2);
    const stale = setCourse(office.deps, writer, ownId, { ...old, binding: 'fr' });
    assert.equal(await failureOf(stale), 'conflict own-changed');
    const now = await openDraft(office.deps, writer, ownId);
    assert.deepEqual([now.course.colleaguesOnly, now.course.binding], [true, 'nl']);
    assert.equal(await failureOf(setCourse(office.deps, writer, ownId, { ...old, revision: 2 })), 'none');
  });

  it('of two who set it at the same moment is set by one', async () => {
    const office = await courseOffice();
    const ownId = await office.begin();
    const set = (binding: 'fr' | 'de') =>
      failureOf(setCourse(office.deps, writer, ownId, { binding, colleaguesOnly: false, revision: 1 }));
    assert.deepEqual((await Promise.all([set('fr'), set('de')])).toSorted(), ['conflict own-changed', 'none']);
  });
});

describe('a link', () => {
  const problemsOf = async (over: object): Promise<string[]> => {
    const office = await courseOffice();
    const outcome = await office.publish(await office.link(over));
    return outcome.outcome === 'refused' ? outcome.problems.map(({ kind }) => kind) : [];
  };

  it('is published with an address of https, a title, and the captions of a video', async () => {
    assert.deepEqual(await problemsOf({}), []);
    assert.deepEqual(await problemsOf({ address: 'http://a.example' }), ['link-address']);
    assert.deepEqual(await problemsOf({ address: 'javascript:alert(1)' }), ['link-address']);
    assert.deepEqual(await problemsOf({ titles: { nl: '', fr: '', de: '', en: 'x' } }), ['binding-missing']);
    assert.deepEqual(await problemsOf({ titles: { nl: '<b>x', fr: 'x', de: 'x', en: 'x' } }), ['html']);
    assert.deepEqual(await problemsOf({ isVideo: true }), ['video-captions']);
    assert.deepEqual(await problemsOf({ isVideo: true, captions: ['nl'] }), []);
  });

  it('of two coordinators is saved by one', async () => {
    const office = await courseOffice();
    const ownId = await office.link();
    const { course } = await openDraft(office.deps, colleague, ownId);
    const draft = { link: { ...course.link!, minutes: 20 }, revision: course.revision };
    await saveLink(office.deps, colleague, ownId, draft);
    assert.equal(await failureOf(saveLink(office.deps, writer, ownId, draft)), 'conflict own-changed');
    const text = await office.begin();
    assert.equal(await failureOf(saveLink(office.deps, writer, text, draft)), 'conflict own-not-link');
  });
});

describe('a picture in an own course', () => {
  const add = async (bytes: Buffer) => {
    const office = await courseOffice();
    const ownId = await office.begin();
    return failureOf(addPicture(office.deps, writer, ownId, bytes.toString('base64')));
  };

  it('is kept without anything but the picture, and named in the text with what it shows', async () => {
    const office = await courseOffice();
    const ownId = await office.begin();
    const sent = aPng({ extra: [chunk('eXIf', 'canary 51.05')] });
    const { pictureId } = await addPicture(office.deps, writer, ownId, sent.toString('base64'));
    const { name, type, bytes } = await pictureOf(office.deps, writer, { ownId, pictureId });
    assert.deepEqual([name, type], [`${pictureId}.png`, 'image/png']);
    assert.deepEqual(Buffer.from(bytes), aPng());
    await office.write(
      ownId,
      'nl',
      example('nl').replace('- Eén ding', `![Twee mensen praten](picture:${pictureId})\n\n- Eén ding`),
    );
    assert.deepEqual(await office.publish(ownId, { onlyThese: true }), { outcome: 'published', version: 1 });
  });

  it('of another course is not there', async () => {
    const office = await courseOffice();
    const [one, other] = [await office.begin(), await office.begin()];
    const { pictureId } = await addPicture(office.deps, writer, one, aJpeg().toString('base64'));
    assert.equal(
      await failureOf(pictureOf(office.deps, writer, { ownId: other, pictureId })),
      'not-found picture-gone',
    );
    await office.write(
      other,
      'nl',
      example('nl').replace('- Eén ding', `![Twee mensen](picture:${pictureId})\n\n- Eén ding`),
    );
    const outcome = await office.publish(other, { onlyThese: true });
    assert.deepEqual(outcome.outcome === 'refused' && outcome.problems.map(({ kind }) => kind), ['picture-unknown']);
  });

  it('is refused when it is none, too large, or a bomb', async () => {
    assert.equal(await add(Buffer.from('PK\x03\x04 a zip')), 'bad-input picture-kind');
    assert.equal(await add(Buffer.alloc(mostBytes + 1)), 'bad-input picture-large');
    assert.equal(await add(aPng({ width: 50_000, height: 50_000 })), 'bad-input picture-large');
    assert.ok(aBomb(80_000_000).length < mostBytes);
    assert.equal(await add(aBomb(80_000_000)), 'bad-input picture-broken');
    assert.equal(await add(aPng({ rows: [deflateSync(Buffer.alloc(5))] })), 'bad-input picture-broken');
    assert.equal(await add(aPng({ rows: [Buffer.from('not packed')] })), 'bad-input picture-broken');
    const pixels = deflateSync(Buffer.alloc(3 * (1 + 3 * 4)));
    assert.equal(await add(aPng({ rows: [pixels.subarray(0, 5), pixels.subarray(5)] })), 'none');
    for (const behind of [Buffer.from('canary'), pixels])
      assert.equal(await add(aPng({ rows: [pixels, behind] })), 'bad-input picture-broken');
  });

  it('is one of thirty at most, and many may come at once', async () => {
    const office = await courseOffice();
    const ownId = await office.begin();
    const data = aPng().toString('base64');
    for (let turn = 0; turn < 10; turn += 1)
      await Promise.all([1, 2, 3].map(() => addPicture(office.deps, writer, ownId, data)));
    assert.equal((await openDraft(office.deps, writer, ownId)).course.pictures.length, 30);
    assert.equal(await failureOf(addPicture(office.deps, writer, ownId, data)), 'conflict pictures-full');
  });

  it('of a draft is for coordinators, and then for whoever reads the course', async () => {
    const office = await courseOffice();
    const ownId = await office.begin();
    const { pictureId } = await addPicture(office.deps, writer, ownId, aJpeg().toString('base64'));
    const at = { ownId, pictureId };
    for (const who of [reader, guest])
      assert.equal(await failureOf(pictureOf(office.deps, who, at)), 'not-found picture-gone');
    await office.publish(ownId, { onlyThese: true });
    for (const who of [reader, guest]) assert.equal(await failureOf(pictureOf(office.deps, who, at)), 'none');
    await setCourse(office.deps, writer, ownId, { binding: 'nl', colleaguesOnly: true, revision: 1 });
    assert.equal(await failureOf(pictureOf(office.deps, guest, at)), 'not-found picture-gone');
    assert.equal(await failureOf(pictureOf(office.deps, reader, at)), 'none');
  });
});
