import assert from 'node:assert/strict';
import { settleStoriesOf, placesOf } from '../../../src/features/stories/places/usecases.ts';
import { postStory } from '../../../src/features/stories/places/posting/usecases.ts';
import { translations } from '../../../src/features/stories/store.ts';
import type { TranslationDraft } from '../../../src/features/stories/translations/model.ts';
import {
  agreeToTranslation,
  endTranslation,
  proposeTranslation,
  translationsOf,
} from '../../../src/features/stories/translations/usecases.ts';
import { storiesPublished, viewStory } from '../../../src/features/stories/viewing/usecases.ts';
import { writeStory } from '../../../src/features/stories/write/usecases.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import type { Language } from '../../../src/platform/words.ts';
import { aPerson, callerFor, coordinatorFor } from '../../support/app.ts';
import { aStoryDraft } from '../../support/story-draft.ts';
import { author, coordinator, parts, partner, reader, storyOffice } from './office.ts';

const because = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;
const gone = (error: unknown): boolean => isFailure(error, 'not-found');
const inDutch = {
  title: 'Ik vraag het nu',
  parts: {
    before: 'Vroeger zweeg ik.',
    happened: 'Toen praatten we elke maand.',
    changed: 'Nu vraag ik.',
    recommend: '',
  },
};

async function translating() {
  const office = await storyOffice();
  const { app, published, storyAt } = office;
  const one = await published();
  const at = storyAt(one.id);
  const draft = (over: Partial<TranslationDraft> = {}): TranslationDraft => ({
    ...{ ...inDutch, version: one.version, language: 'nl' },
    ...over,
  });
  const propose = (who = author, over: Partial<TranslationDraft> = {}) =>
    proposeTranslation(app.deps, coordinatorIf(who), at, draft(over));
  const agree = (who: typeof author, textId: string) =>
    agreeToTranslation(app.deps, coordinatorIf(who), { ...at, textId });
  const end = (who: typeof author, textId: string) => endTranslation(app.deps, coordinatorIf(who), { ...at, textId });
  const read = (language: Language) => viewStory(app.deps, { ...callerFor(reader), language }, at.programmeId, one.id);
  return { ...office, one, at, draft, propose, agree, end, read };
}

const coordinatorIf = (who: typeof author) => (who === coordinator ? coordinatorFor(who) : callerFor(who));

describe('a translation of a story', () => {
  it('is read by whoever speaks that language once both said yes to this text, and says that it is one', async () => {
    const { app, propose, agree, read, make, one } = await translating();
    const { id } = await propose(author);
    assert.equal((await read('nl')).title, 'I ask now');
    await assert.rejects(make(one.id, 'newsletter-text', { language: 'nl' }), because('no-translation'));
    await agree(partner, id);
    const seen = await read('nl');
    assert.deepEqual([seen.title, seen.language, seen.original?.title], ['Ik vraag het nu', 'nl', 'I ask now']);
    assert.deepEqual([(await read('fr')).title, (await read('fr')).original], ['I ask now', undefined]);
    const [listed] = await storiesPublished(app.deps, { ...callerFor(reader), language: 'nl' });
    assert.equal(listed?.title, 'Ik vraag het nu');
    // The two manage their own words.
    const mine = await viewStory(app.deps, { ...callerFor(author), language: 'nl' }, one.programmeId, one.id);
    assert.equal(mine.title, 'I ask now');
    const text = Buffer.from((await make(one.id, 'newsletter-text', { language: 'nl' })).bytes).toString('utf8');
    assert.ok(text.startsWith('Ik vraag het nu') && text.includes('Vertaald uit het Engels'), text);
  });

  it('of a coordinator needs the yes of both, of one of the two that of the other', async () => {
    const { propose, agree, read } = await translating();
    const { id } = await propose(coordinator);
    await assert.rejects(agree(coordinator, id), gone);
    await assert.rejects(agree(reader, id), gone);
    await agree(author, id);
    await agree(author, id);
    assert.equal((await read('nl')).title, 'I ask now');
    await agree(partner, id);
    assert.equal((await read('nl')).title, 'Ik vraag het nu');
  });

  it('asks only whose yes is missing, by a card, and no more once it is there', async () => {
    const { app, propose, agree } = await translating();
    await app.run();
    const before = app.sent.length;
    const { id } = await propose(coordinator);
    await agree(author, id);
    await app.run();
    assert.equal(app.sent.length, before + 1);
  });

  it('stays what it is until another text has both, which then takes its place', async () => {
    const { app, propose, agree, read, at } = await translating();
    const { id } = await propose(author);
    await agree(partner, id);
    const other = await propose(partner, { title: 'Nu vraag ik het' });
    assert.equal((await read('nl')).title, 'Ik vraag het nu');
    await agree(author, other.id);
    assert.equal((await read('nl')).title, 'Nu vraag ik het');
    const rows = await translations.list(app.deps.tables, at.programmeId, at.storyId);
    const open = rows.flatMap(({ value }) => (value.endedAt === undefined ? [value.title] : []));
    assert.deepEqual([rows.length, open], [2, ['Nu vraag ik het']]);
  });

  it('says what the original says and nothing else, in another language', async () => {
    const { propose } = await translating();
    await assert.rejects(propose(author, { language: 'en' }), because('same-language'));
    await assert.rejects(propose(author, { parts: { ...inDutch.parts, changed: '' } }), because('not-like-original'));
    await assert.rejects(
      propose(author, { parts: { ...inDutch.parts, recommend: 'Meer' } }),
      because('not-like-original'),
    );
    await assert.rejects(propose(author, { voice: 'Ook dit' }), because('not-like-original'));
    await assert.rejects(propose(author, { version: 7 }), because('story-moved-on'));
    await assert.rejects(propose(reader), gone);
  });

  it('is ended by either of the two, or by whoever put it in, and what stands in its words goes', async () => {
    const { app, me, programmeId, propose, agree, end, read, make, one } = await translating();
    const { id } = await propose(coordinator);
    for (const who of [author, partner]) await agree(who, id);
    await make(one.id, 'poster', { language: 'nl' });
    await make(one.id, 'poster', { language: 'en', where: 'The English one' });
    await assert.rejects(end(reader, id), gone);
    await end(partner, id);
    assert.equal((await read('nl')).title, 'I ask now');
    await assert.rejects(make(one.id, 'slide', { language: 'nl' }), because('no-translation'));
    await app.run();
    const stand = await placesOf(app.deps, me, programmeId);
    assert.deepEqual(
      stand.map(({ where, state }) => [where, state]),
      [
        ['For the poster', 'to-take-down'],
        ['The English one', 'there'],
      ],
    );
  });

  it('goes with a withdrawal and with other words, and is never shown again', async () => {
    const { app, at, one, propose, agree, withdraw, agreed, read } = await translating();
    const { id } = await propose(author);
    await agree(partner, id);
    await withdraw(one.id);
    await assert.rejects(read('nl'), gone);
    await app.run();
    const [row] = await translations.list(app.deps.tables, at.programmeId, at.storyId);
    assert.ok(row?.value.endedAt !== undefined);
    const again = await agreed({ parts: { ...parts, changed: 'I speak now. It is easy by now.' } });
    assert.ok(again.version > one.version);
    const { translations: open } = await translationsOf(app.deps, callerFor(author), at);
    assert.deepEqual(open, []);
    await assert.rejects(agree(partner, id), because('translation-moved-on'));
  });

  it('does not count any more when one of the two has left', async () => {
    const { app, propose, agree, read } = await translating();
    const { id } = await propose(author);
    await agree(partner, id);
    await app.addPeople({ ...author, leftAt: app.deps.clock.now() });
    await settleStoriesOf(app.deps, author.id);
    await assert.rejects(read('nl'), gone);
  });

  it('is the post in a channel that reads in its language, and is taken back with it', async () => {
    const { app, me, at, posted, programmeId, published, storyAt } = { ...(await storyOffice()), at: undefined };
    assert.equal(at, undefined);
    // Told in Dutch; the programme and its channel read English.
    const one = await published({ language: 'nl', title: 'Ik vraag het nu' });
    const draft = { title: 'I ask now', parts, version: one.version, language: 'en' as const };
    const { id } = await proposeTranslation(app.deps, callerFor(author), storyAt(one.id), draft);
    await agreeToTranslation(app.deps, callerFor(partner), { ...storyAt(one.id), textId: id });
    await postStory(app.deps, me, storyAt(one.id), 'general');
    await app.run();
    assert.match(JSON.stringify(posted), /I ask now.*Translated/);
    await endTranslation(app.deps, callerFor(author), { ...storyAt(one.id), textId: id });
    await app.run();
    assert.deepEqual(
      (await placesOf(app.deps, me, programmeId)).map(({ state }) => state),
      ['gone'],
    );
  });

  it('tells coordinators no name of the two', async () => {
    const { app, me, at, propose } = await translating();
    await propose(coordinator);
    const seen = await translationsOf(app.deps, me, at);
    assert.deepEqual(seen.translations[0]?.waitsFor, []);
    const mine = await translationsOf(app.deps, callerFor(author), at);
    assert.deepEqual([mine.translations[0]?.asked, mine.translations[0]?.waitsFor.length], [true, 1]);
  });

  it('cannot be put into a draft', async () => {
    const { app, at } = await storyOffice();
    const draft = await writeStory(app.deps, callerFor(author), at, { draft: aStoryDraft({ parts }), ask: false });
    const where = { programmeId: at.programmeId, storyId: draft.id };
    await assert.rejects(translationsOf(app.deps, callerFor(author), where), gone);
    assert.ok(aPerson(9));
  });
});
