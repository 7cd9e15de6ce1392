import assert from 'node:assert/strict';
import type { Pair } from '../../../src/features/pairs/model.ts';
import { pairLines, pairs } from '../../../src/features/pairs/store.ts';
import { bucketOfPerson, people } from '../../../src/features/people/store.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import { addCoordinator, createProgramme } from '../../../src/features/programmes/usecases.ts';
import { postCard } from '../../../src/features/stories/cards.ts';
import {
  answerStory,
  changeTerms,
  publishStory,
  sendBackStory,
  withdrawStory,
} from '../../../src/features/stories/consent/usecases.ts';
import { storiesJobs } from '../../../src/features/stories/jobs.ts';
import {
  storyStates,
  type PlaceDraft,
  type Story,
  type StoryDraft,
  type Terms,
} from '../../../src/features/stories/model.ts';
import { mayAnswerStory, mayReadStory, mayWriteStory } from '../../../src/features/stories/policy.ts';
import { markGone, notePlace, placesOf, settleStoriesOf } from '../../../src/features/stories/places/usecases.ts';
import { addStoryPicture, storyPicture } from '../../../src/features/stories/pictures/usecases.ts';
import { consents, wordings } from '../../../src/features/stories/store.ts';
import { storiesWaitingFor, storyFigures } from '../../../src/features/stories/usecases.ts';
import { storiesPublished, storiesToReview, viewStory } from '../../../src/features/stories/viewing/usecases.ts';
import { say } from '../../../src/features/stories/words.ts';
import { askForStory, writeStory } from '../../../src/features/stories/write/usecases.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { languages } from '../../../src/platform/words.ts';
import { aPerson, callerFor, coordinatorFor, testApp } from '../../support/app.ts';
import { aJpeg, segment } from '../training/own/some-pictures.ts';
import { aStoryDraft, inWords } from '../../support/story-draft.ts';

const [author, partner] = [aPerson(1, { name: 'Sofia Peeters' }), aPerson(2, { name: 'Tom Maes' })];
const [coordinator, second, reader] = [aPerson(3), aPerson(4), aPerson(5)];
const draft = aStoryDraft();
const { happened } = draft.parts;
const gone = (error: unknown): boolean => isFailure(error, 'not-found');
const conflict = (error: unknown): boolean => isFailure(error, 'conflict');

async function aPair() {
  const app = await testApp({ jobs: storiesJobs });
  await app.addPeople(author, partner, coordinator, second, reader);
  const replaced: string[] = [];
  Object.assign(app.deps, { directory: { workingHours: async () => usualHours } });
  Object.assign(app.deps.teams, {
    updatePost: async (_: string, messageId: string) => void replaced.push(messageId),
  });
  const { id: programmeId } = await createProgramme(app.deps, coordinatorFor(coordinator), {
    ...{ name: 'Together', forWhom: 'All', why: 'Growth', howChosen: 'All are asked', goals: [], language: 'en' },
    ...{ startsOn: '2026-03-01', endsOn: '2026-12-01' },
  });
  await addCoordinator(app.deps, coordinatorFor(coordinator), programmeId, second.id);
  const at = { programmeId, pairId: 'pair-1' };
  const pair: Pair = {
    ...{ id: at.pairId, programmeId, proposalId: 'x', menteeId: author.id, mentorId: partner.id },
    ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: 1 },
  };
  await app.deps.tables.commit([pairs.create(programmeId, pair.id, pair)]);
  for (const one of [author, partner]) await app.deps.tables.commit([pairLines.put(one.id, pair.id, at)]);

  const write = (over: Partial<StoryDraft> = {}, ask = true) =>
    writeStory(app.deps, callerFor(author), at, { draft: { ...draft, ...over }, ask });
  const agree = (one: Story, over: Partial<Terms & { voice: string }> = {}, who = partner) =>
    answerStory(app.deps, callerFor(who), programmeId, one.id, {
      ...{ said: 'agree', version: one.version, reach: 'organisation', named: true },
      ...over,
    });
  const askChange = (one: Story, note: string) =>
    answerStory(app.deps, callerFor(partner), programmeId, one.id, { said: 'change', version: one.version, note });
  const publish = (one: Story, channelId?: string, who = coordinator) =>
    publishStory(app.deps, coordinatorFor(who), programmeId, one.id, { version: one.version, channelId });
  const withdraw = (one: Story, who = author) => withdrawStory(app.deps, callerFor(who), programmeId, one.id);
  const listed = () => storiesPublished(app.deps, callerFor(reader));
  return { app, at, programmeId, replaced, write, agree, askChange, publish, withdraw, listed };
}

describe('a story', () => {
  it('is seen by everybody once both agreed and a coordinator published it', async () => {
    const { app, programmeId, write, agree, publish, listed } = await aPair();
    const one = await write();
    assert.equal((await storiesWaitingFor(app.deps, partner.id))[0]?.waitsFor, 'answer');
    await assert.rejects(publish(one), gone);
    await agree(one);
    assert.equal((await storiesToReview(app.deps, coordinatorFor(coordinator), programmeId)).length, 1);
    assert.deepEqual(await listed(), []);
    await publish(one);
    assert.deepEqual(
      (await listed()).map(({ author: by, partner: and }) => [by, and]),
      [['Sofia Peeters', 'Tom Maes']],
    );
    assert.deepEqual(await storyFigures(app.deps, programmeId), { toReview: 0, published: 1 });
  });

  it('is nobody else’s to read before that', async () => {
    const { app, programmeId, write } = await aPair();
    const { id } = await write({}, false);
    const read = (who: typeof reader) => viewStory(app.deps, coordinatorFor(who), programmeId, id);
    for (const one of [partner, coordinator, reader]) await assert.rejects(read(one), gone);
    await write();
    assert.equal((await read(partner)).mine, 'partner');
    for (const one of [coordinator, reader]) await assert.rejects(read(one), gone);
  });

  it('names only who agreed to be named', async () => {
    const { write, agree, publish, listed } = await aPair();
    const one = await write({ named: false });
    await agree(one, { named: false });
    await publish(one);
    const [shown] = await listed();
    assert.equal(shown?.author, undefined);
    assert.equal(shown?.partner, undefined);
    assert.ok(!JSON.stringify(shown).includes('Sofia') && !JSON.stringify(shown).includes('Maes'));
  });

  it('needs consent again after an edit', async () => {
    const { write, agree, publish } = await aPair();
    const first = await write();
    await agree(first);
    const edited = await write(inWords(`${happened} And more.`));
    assert.equal(edited.version, first.version + 1);
    await assert.rejects(publish(edited), gone);
    await assert.rejects(agree(first), conflict);
    await agree(edited);
    assert.equal((await publish(edited)).state, 'published');
  });

  it('keeps who agreed to which words, and when that ended', async () => {
    const { app, programmeId, write, agree, withdraw } = await aPair();
    const one = await write();
    await agree(one, { named: false });
    const ledger = async () => (await consents.list(app.deps.tables, programmeId, one.id)).map(({ value }) => value);
    const open = (await ledger()).map(({ personId, version, named }) => ({ personId, version, named }));
    assert.deepEqual(open, [
      { personId: author.id, version: 1, named: true },
      { personId: partner.id, version: 1, named: false },
    ]);
    await withdraw(one);
    assert.ok((await ledger()).every(({ endedAt }) => endedAt !== undefined));
  });

  it('is published once when two coordinators press at the same time', async () => {
    const { app, write, agree, publish, listed } = await aPair();
    const one = await write();
    await agree(one);
    const ends = await Promise.allSettled([publish(one, 'general'), publish(one, 'general', second)]);
    assert.ok(ends.some((end) => end.status === 'fulfilled'));
    for (const end of ends) assert.ok(end.status === 'fulfilled' || conflict(end.reason));
    await app.run();
    assert.equal((await listed()).length, 1);
    assert.equal(app.posts.length, 1);
  });

  for (const who of [author, partner])
    it(`is gone at once, and from the channel, when ${who === author ? 'the writer' : 'the partner'} withdraws`, async () => {
      const { app, programmeId, replaced, write, agree, publish, withdraw, listed } = await aPair();
      const one = await write();
      await agree(one);
      await publish(one, 'general');
      await app.run();
      assert.equal(app.posts.length, 1);
      await withdraw(one, who);
      await withdraw(one, who);
      assert.deepEqual(await listed(), []);
      await assert.rejects(viewStory(app.deps, callerFor(reader), programmeId, one.id), gone);
      await app.run();
      assert.deepEqual(replaced, ['c1']);
    });

  it('is never posted when it was withdrawn before', async () => {
    const { app, write, agree, publish, withdraw } = await aPair();
    const one = await write();
    await agree(one);
    await publish(one, 'general');
    await withdraw(one);
    await app.run();
    assert.deepEqual(app.posts, []);
  });

  it('is withdrawn and published by nobody else', async () => {
    const { app, programmeId, write, agree, publish, withdraw } = await aPair();
    const one = await write();
    await agree(one);
    await assert.rejects(publish(one, undefined, reader), gone);
    await publish(one);
    for (const who of [reader, coordinator]) await assert.rejects(withdraw(one, who), gone);
    await assert.rejects(
      answerStory(app.deps, callerFor(reader), programmeId, one.id, { said: 'no', version: 1 }),
      conflict,
    );
  });

  it('goes back with a reason, from the partner and from a coordinator', async () => {
    const { app, programmeId, write, agree, askChange } = await aPair();
    const one = await write();
    await askChange(one, 'Leave out my team');
    assert.equal((await storiesWaitingFor(app.deps, author.id))[0]?.waitsFor, 'change');
    const again = await write(inWords(`${happened} Shorter.`));
    await agree(again);
    const back = await sendBackStory(app.deps, coordinatorFor(coordinator), programmeId, again.id, {
      note: 'No client names',
    });
    assert.deepEqual([back.state, back.note], ['changes', 'No client names']);
  });

  it('is written by one of the two', async () => {
    const { app, at, write } = await aPair();
    await write({}, false);
    await assert.rejects(writeStory(app.deps, callerFor(partner), at, { draft, ask: false }), conflict);
    await assert.rejects(writeStory(app.deps, callerFor(reader), at, { draft, ask: false }), gone);
  });

  it('may be short as a draft, but is asked about only when it is whole', async () => {
    const { write } = await aPair();
    assert.equal((await write(inWords('To be written'), false)).state, 'draft');
    await assert.rejects(write(inWords('To be written')), (error) => isFailure(error, 'bad-input'));
  });

  it('is asked for once, and only by a coordinator', async () => {
    const { app, at } = await aPair();
    await askForStory(app.deps, coordinatorFor(coordinator), at);
    await askForStory(app.deps, coordinatorFor(second), at);
    await assert.rejects(askForStory(app.deps, callerFor(author), at), gone);
    await app.run();
    for (const one of [author, partner]) assert.equal(app.cardsTo(one.id).length, 1);
  });
});

describe('what stands elsewhere', () => {
  const later = '2026-04-20';

  async function published(over: Partial<Terms> = {}) {
    const pair = await aPair();
    const one = await pair.write({ reach: 'public' });
    await pair.agree(one, { reach: 'public', ...over });
    await pair.publish(one, 'general');
    await pair.app.run();
    const at = { programmeId: pair.programmeId, storyId: one.id };
    const note = (kind: PlaceDraft['kind'], where = 'The summer edition') =>
      notePlace(pair.app.deps, coordinatorFor(coordinator), at, { kind, where });
    const listed = async () =>
      (await placesOf(pair.app.deps, coordinatorFor(coordinator), pair.programmeId)).map(
        ({ kind, state }) => `${kind} ${state}`,
      );
    const terms = (wanted: Partial<Terms>, who = partner) =>
      changeTerms(pair.app.deps, callerFor(who), at.programmeId, at.storyId, {
        ...{ reach: 'public', named: true, version: one.version },
        ...wanted,
      });
    return { ...pair, one, place: at, note, places: listed, terms };
  }

  it('goes no further than the narrower of two answers', async () => {
    const { note } = await published({ reach: 'organisation' });
    await note('newsletter');
    await assert.rejects(note('blog'), conflict);
  });

  it('is taken away by us in a channel, and by a human elsewhere, who is reminded every week until it is done', async () => {
    const { app, place, note, places: listed, withdraw, one, replaced } = await published();
    await note('blog');
    await note('blog');
    assert.deepEqual((await listed()).toSorted(), ['blog there', 'channel there']);
    await withdraw(one);
    await app.run();
    assert.deepEqual(replaced, ['c1']);
    assert.deepEqual(await listed(), ['blog to-take-down', 'channel gone']);
    const reminders = () => app.cardsTo(coordinator.id).length;
    assert.equal(reminders(), 1);
    assert.equal(JSON.stringify(app.cardsTo(coordinator.id)).includes('I ask now'), false);
    app.pass({ days: 8 });
    await app.run();
    assert.equal(reminders(), 2);
    const [blog] = await placesOf(app.deps, coordinatorFor(coordinator), place.programmeId);
    await markGone(app.deps, coordinatorFor(coordinator), place, blog?.id ?? '');
    app.pass({ days: 15 });
    await app.run();
    assert.equal(reminders(), 2);
  });

  it('goes when one of the two narrows what they agreed to, or takes the name back', async () => {
    const { app, note, places: listed, terms } = await published();
    await note('blog');
    await note('newsletter');
    await terms({ reach: 'organisation' });
    await app.run();
    assert.deepEqual(await listed(), ['blog to-take-down', 'newsletter there', 'channel there']);
    await terms({ reach: 'organisation', named: false });
    await app.run();
    assert.deepEqual((await listed()).toSorted(), ['blog to-take-down', 'channel there', 'newsletter to-take-down']);
  });

  it('goes at the end of the last day, also one that counts only since the other’s was put off', async () => {
    const { app, terms, replaced, listed } = await published({ until: later });
    await terms({ until: later }, author);
    await terms({});
    app.pass({ days: 48 });
    assert.equal((await listed()).length, 1);
    app.pass({ days: 2 });
    assert.equal((await listed()).length, 0);
    await app.run();
    assert.deepEqual(replaced, ['c1']);
    await terms({}, author);
    assert.equal((await listed()).length, 1);
  });

  it('goes when one of the two leaves the organisation', async () => {
    const { app, replaced, listed } = await published();
    const row = await people.find(app.deps.tables, bucketOfPerson(partner.id), partner.id);
    await app.deps.tables.commit([people.replace(row!, { ...partner, leftAt: 1 })]);
    assert.deepEqual(await listed(), []);
    await settleStoriesOf(app.deps, partner.id);
    await app.run();
    assert.deepEqual(replaced, ['c1']);
  });

  it('cannot be agreed to until a day that is over', async () => {
    const { terms } = await published();
    await assert.rejects(terms({ until: '2026-03-01' }), (error) => isFailure(error, 'bad-input'));
    const { write, agree } = await aPair();
    const over = { until: '2026-03-01' };
    await assert.rejects(write(over), (error) => isFailure(error, 'bad-input'));
    await assert.rejects(agree(await write(), over), (error) => isFailure(error, 'bad-input'));
  });
});

describe('words in a story', () => {
  it('that the other one adds are a version of their own, which the writer has to read', async () => {
    const { app, programmeId, write, agree, publish, listed } = await aPair();
    const one = await write();
    const added = await agree(one, { voice: 'I learned to listen.' });
    assert.deepEqual([added.state, added.version, added.waitsFor], ['asked', 2, author.id]);
    assert.deepEqual(await agree(one, { voice: 'I learned to listen.' }), added);
    assert.equal((await storiesWaitingFor(app.deps, author.id))[0]?.waitsFor, 'answer');
    await assert.rejects(publish(added), gone);
    await publish(await agree(added, {}, author));
    assert.equal((await listed())[0]?.voice, 'I learned to listen.');
    const kept = await wordings.list(app.deps.tables, programmeId, one.id);
    assert.deepEqual(
      kept.map(({ value }) => [value.version, value.voice ?? '']),
      [
        [1, ''],
        [2, 'I learned to listen.'],
      ],
    );
  });

  it('that a coordinator suggests change nothing until the writer takes them and the other agrees', async () => {
    const { app, programmeId, write, agree, publish, listed } = await aPair();
    const one = await write();
    await agree(one);
    const proposal = { title: 'I dare to ask', parts: { ...draft.parts, happened: `${happened} Briefly.` } };
    await sendBackStory(app.deps, coordinatorFor(coordinator), programmeId, one.id, {
      note: 'A shorter title',
      proposal,
    });
    const seen = await viewStory(app.deps, callerFor(author), programmeId, one.id);
    assert.deepEqual([seen.title, seen.proposal], ['I ask now', proposal]);
    assert.equal((await viewStory(app.deps, callerFor(partner), programmeId, one.id)).proposal, undefined);
    await assert.rejects(publish(one), gone);
    const taken = await write(proposal);
    assert.equal(taken.proposal, undefined);
    await assert.rejects(publish(taken), gone);
    await publish(await agree(taken));
    assert.equal((await listed())[0]?.title, 'I dare to ask');
  });
});

describe('a picture in a story', () => {
  it('is kept without what it knew of place and camera, and seen by whoever may read the story', async () => {
    const { app, at, programmeId, write, agree, publish } = await aPair();
    const secret = 'GPS 50.8503 4.3517';
    const jpeg = aJpeg({ extra: [segment(0xe1, `Exif\0\0${secret}`)] });
    assert.ok(jpeg.includes(secret));
    const { pictureId } = await addStoryPicture(app.deps, callerFor(author), at, jpeg.toString('base64'));
    const one = await write({ picture: { id: pictureId, alternative: 'Two people at a table' } });
    const look = (who: typeof reader) =>
      storyPicture(app.deps, callerFor(who), { programmeId, storyId: one.id, pictureId });
    assert.equal(Buffer.from((await look(author)).bytes).includes(secret), false);
    await assert.rejects(look(reader), gone);
    await publish(await agree(one));
    assert.equal((await look(reader)).type, 'image/jpeg');
    await assert.rejects(addStoryPicture(app.deps, callerFor(reader), at, ''), gone);
  });
});

describe('the policy of stories', () => {
  const people = { author: author.id, partner: partner.id, coordinator: coordinator.id, reader: reader.id };
  const inState = (state: Story['state']): Story => ({
    ...{ ...draft, id: 's1', programmeId: 'p1', pairId: 'pair-1', version: 1, changedAt: 1 },
    ...{ authorId: author.id, partnerId: partner.id, state },
    ...(state === 'asked' ? { waitsFor: partner.id } : {}),
  });
  const standing = { reach: 'organisation', named: [] } as const;
  const readers: Record<Story['state'], (keyof typeof people)[]> = {
    draft: ['author'],
    asked: ['author', 'partner'],
    changes: ['author', 'partner'],
    refused: ['author', 'partner'],
    review: ['author', 'partner', 'coordinator'],
    published: ['author', 'partner', 'coordinator', 'reader'],
    withdrawn: ['author', 'partner'],
  };

  for (const state of storyStates)
    it(`says who reads, writes and answers a story that is ${state}`, () => {
      const one = inState(state);
      const names = Object.keys(people) as (keyof typeof people)[];
      const may = names.filter((name) =>
        mayReadStory(people[name], one, { coordinates: name === 'coordinator', standing }),
      );
      assert.deepEqual(may, readers[state]);
      assert.deepEqual(
        names.filter((name) => mayWriteStory(people[name], one)),
        state === 'published' ? [] : ['author'],
      );
      assert.deepEqual(
        names.filter((name) => mayAnswerStory(people[name], one)),
        state === 'asked' ? ['partner'] : [],
      );
    });
});

describe('the post in a channel', () => {
  it('shows Markdown and HTML as they were typed, shortened, in each language', () => {
    const text = `<img src=x onerror=alert(1)> [press](https://evil.test) **bold** ${'word '.repeat(200)}\u202e`;
    for (const language of languages) {
      const link = 'https://teams.test/stories/p1/s1';
      const card = postCard(language, inWords(text, { title: '[x](https://evil.test)' }), link);
      const body = JSON.stringify(card.body);
      assert.ok(!/(?<!\\)<img/.test(body), language);
      assert.ok(!body.includes('](https://evil.test') && !body.includes('\u202e'), language);
      assert.ok(body.includes(`[${say(language, 'post.read')}](${link})`), language);
      assert.ok(body.length < 1_000, language);
    }
  });
});
