import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { changeTerms } from '../../../src/features/stories/consent/usecases.ts';
import { fileKinds, formFiles, type FormFile } from '../../../src/features/stories/forms/model.ts';
import { formsPageOf } from '../../../src/features/stories/forms/usecases.ts';
import { reaches, placeReach } from '../../../src/features/stories/model.ts';
import { placesOf } from '../../../src/features/stories/places/usecases.ts';
import { findSource } from '../../../src/features/recruitment/sources/usecases.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { callerFor } from '../../support/app.ts';
import { readPackage, readPdf, textOfXml } from '../../support/papers.ts';
import { author, partner, storyOffice } from './office.ts';

const because = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

describe('a story to take along', () => {
  it('is made in every form, and each is noted where it will stand, once', async () => {
    const { app, me, programmeId, published, addPicture, make } = await storyOffice();
    const { id } = await published({ picture: await addPicture() });
    const begins: Readonly<Record<FormFile, string>> = {
      ...{ 'newsletter-html': '<!doctype html>', 'newsletter-text': 'I ask now', blog: 'PK', slide: 'PK' },
      ...{ poster: '%PDF', 'social-text': '=== X', 'social-picture': '\u0089PNG' },
    };
    for (const file of [...formFiles, ...formFiles]) {
      const made = await make(id, file);
      assert.ok(Buffer.from(made.bytes).toString('latin1').startsWith(begins[file]), file);
      assert.match(made.name, /^i-ask-now-[a-z]+-en\.(html|txt|zip|pptx|pdf|png)$/);
    }
    const stand = await placesOf(app.deps, me, programmeId);
    assert.deepEqual(
      stand.map(({ kind, where, state }) => `${kind}: ${where}: ${state}`).toSorted(),
      [...new Set(Object.values(fileKinds))].map((kind) => `${kind}: For the ${kind}: there`).toSorted(),
    );
  });

  it('goes no further than both agreed to, and offers no more', async () => {
    for (const reach of reaches) {
      const { app, me, published, make, storyAt } = await storyOffice();
      const { id } = await published({ reach: 'public' }, { reach });
      const { previews } = await formsPageOf(app.deps, me, storyAt(id));
      for (const file of formFiles) {
        const may = reaches.indexOf(placeReach[fileKinds[file]]) <= reaches.indexOf(reach);
        assert.equal(
          previews.some(({ kind }) => kind === fileKinds[file]),
          may,
          `${reach} ${file}`,
        );
        if (!may) await assert.rejects(make(id, file), because('not-so-far'));
      }
      await make(id, 'slide');
    }
  });

  it('has only names that may stand there at that moment', async () => {
    const { app, published, make } = await storyOffice();
    const one = await published({ named: true }, { named: false });
    const before = textOf((await make(one.id, 'newsletter-text')).bytes);
    assert.ok(before.includes('Sofia Peeters') && !before.includes('Tom Maes'), before);
    await changeTerms(app.deps, callerFor(author), one.programmeId, one.id, {
      ...{ version: one.version, reach: 'public', named: false },
    });
    for (const file of formFiles) {
      const { bytes } = await make(one.id, file, { where: 'Later' });
      const texts = file === 'slide' ? Object.values(readPackage(bytes)).join() : Buffer.from(bytes).toString('latin1');
      assert.ok(!/Sofia|Peeters|Maes/.test(texts), file);
    }
  });

  it('ends with a withdrawal: no file, and what stands has to be taken down', async () => {
    const { app, me, programmeId, published, make, storyAt, withdraw } = await storyOffice();
    const { id } = await published();
    await make(id, 'poster');
    await make(id, 'blog');
    await withdraw(id, partner);
    for (const file of formFiles) await assert.rejects(make(id, file), because('story-gone'));
    await assert.rejects(formsPageOf(app.deps, me, storyAt(id)), because('story-gone'));
    await app.run();
    const stand = await placesOf(app.deps, me, programmeId);
    assert.deepEqual(stand.map(({ kind, state }) => `${kind} ${state}`).toSorted(), [
      'blog to-take-down',
      'poster to-take-down',
    ]);
  });

  it('ends with its last day', async () => {
    const { app, published, make } = await storyOffice();
    const until = new Date(app.deps.clock.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const { id } = await published({ until });
    await make(id, 'slide');
    app.pass({ days: 6 });
    for (const file of formFiles) await assert.rejects(make(id, file), because('story-over'));
  });

  it('leads to its programme by a code of its own', async () => {
    const { app, programmeId, published, make } = await storyOffice();
    const { id } = await published();
    const found = formFiles
      .filter((file) => file === 'newsletter-html' || file === 'newsletter-text' || file === 'social-text')
      .map(async (file) => /\/go\/([0-9a-z]{8})/.exec(textOf((await make(id, file)).bytes))?.[1]);
    const [code = '', ...others] = new Set(await Promise.all(found));
    assert.deepEqual(others, []);
    const source = await findSource(app.deps, code);
    assert.deepEqual([source?.programmeId, source?.channel, source?.name], [programmeId, 'story', id]);
  });

  it('is a zip with HTML, Markdown and the picture that both name', async () => {
    const { published, addPicture, make } = await storyOffice();
    const { id } = await published({ picture: await addPicture() });
    const files = unzipSync((await make(id, 'blog')).bytes);
    assert.deepEqual(Object.keys(files), ['story.html', 'story.md', 'picture.png']);
    assert.equal(Buffer.from(files['picture.png']!).subarray(1, 4).toString(), 'PNG');
    const [html, markdown] = [strFromU8(files['story.html']!), strFromU8(files['story.md']!)];
    assert.match(html, /<img src="picture.png" alt="Two people at a table">/);
    assert.match(html, /<strong>every month<\/strong>/);
    assert.match(markdown, /!\[Two people at a table\]\(picture\.png\)/);
    assert.match(markdown, /\*\*every month\*\*/);
  });

  it('is a slide with a title, its language, alternatives and an order to be read in', async () => {
    const { published, addPicture, make } = await storyOffice();
    const { id } = await published({ picture: await addPicture() });
    const files = readPackage((await make(id, 'slide')).bytes);
    assert.deepEqual(
      Object.keys(files).filter((name) => /slides\/slide\d+\.xml$/.test(name)),
      ['ppt/slides/slide1.xml'],
    );
    const slide = files['ppt/slides/slide1.xml']!;
    const [first = ''] = slide.match(/<p:sp>.*?<\/p:sp>/s) ?? [];
    assert.match(first, /<p:ph\s[^>]*type="title"/);
    assert.match(textOfXml(first), /I ask now/);
    const runs = [...slide.matchAll(/<a:rPr lang="([^"]*)"/g)].map(([, lang]) => lang);
    assert.deepEqual([...new Set(runs)], ['en']);
    const alternatives = [...slide.matchAll(/<p:pic>.*?descr="([^"]*)"/gs)].map(([, text]) => text);
    assert.equal(alternatives[0], 'Two people at a table');
    assert.match(alternatives[1] ?? '', /\/go\//);
    assert.equal(alternatives.length, 2);
    const read = textOfXml(slide);
    const order = ['I ask now', 'I never spoke', 'By Sofia Peeters', 'Take part too', 'Together'].map((one) =>
      read.indexOf(one),
    );
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
    assert.match(textOfXml(files['ppt/notesSlides/notesSlide1.xml'] ?? ''), /The room waits for me/);
  });

  it('is a poster with tags, its language, a title and its own fonts', async () => {
    const { published, addPicture, make } = await storyOffice();
    const { id } = await published({ picture: await addPicture() });
    const pdf = await readPdf((await make(id, 'poster')).bytes);
    assert.deepEqual([pdf.pages, pdf.hasTags, pdf.lang, pdf.title, pdf.fontsOutside], [1, true, 'en', 'I ask now', []]);
    assert.equal(pdf.roles.filter(({ role }) => role === 'H1').length, 1);
    const figures = pdf.roles.filter(({ role }) => role === 'Figure').map(({ alt = '' }) => alt);
    assert.equal(figures.length, 2);
    assert.ok(figures.includes('Two people at a table') && figures.some((alt) => alt.includes('/go/')), figures.join());
    assert.ok(pdf.text.includes('By Sofia Peeters and Tom Maes'), pdf.text);
  });
});
