import assert from 'node:assert/strict';
import type { Pair } from '../../../src/features/pairs/model.ts';
import { pairLines, pairs } from '../../../src/features/pairs/store.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import { addCoordinator, createProgramme } from '../../../src/features/programmes/usecases.ts';
import { postCard } from '../../../src/features/stories/cards.ts';
import {
  answerStory,
  publishStory,
  sendBackStory,
  withdrawStory,
} from '../../../src/features/stories/consent/usecases.ts';
import { storiesJobs } from '../../../src/features/stories/jobs.ts';
import { storyStates, type AnswerDraft, type Story } from '../../../src/features/stories/model.ts';
import { mayAnswerStory, mayReadStory, mayWriteStory } from '../../../src/features/stories/policy.ts';
import { consents } from '../../../src/features/stories/store.ts';
import {
  storiesPublished,
  storiesToReview,
  storiesWaitingFor,
  storyFigures,
  viewStory,
} from '../../../src/features/stories/usecases.ts';
import { say } from '../../../src/features/stories/words.ts';
import { askForStory, writeStory } from '../../../src/features/stories/write/usecases.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { languages } from '../../../src/platform/words.ts';
import { aPerson, callerFor, coordinatorFor, testApp } from '../../support/app.ts';

const [author, partner] = [aPerson(1, { name: 'Sofia Peeters' }), aPerson(2, { name: 'Tom Maes' })];
const [coordinator, second, reader] = [aPerson(3), aPerson(4), aPerson(5)];
const draft = { title: 'I ask now', text: 'Before, I did not dare to ask. '.repeat(10).trim(), named: true };
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

  const write = (over: Partial<typeof draft> = {}, ask = true) =>
    writeStory(app.deps, callerFor(author), at, { draft: { ...draft, ...over }, ask });
  const answer = (one: Story, said: AnswerDraft['said'], over: Partial<AnswerDraft> = {}) =>
    answerStory(app.deps, callerFor(partner), programmeId, one.id, { said, version: one.version, ...over });
  const publish = (one: Story, channelId?: string, who = coordinator) =>
    publishStory(app.deps, coordinatorFor(who), programmeId, one.id, { version: one.version, channelId });
  const withdraw = (one: Story, who = author) => withdrawStory(app.deps, callerFor(who), programmeId, one.id);
  const listed = () => storiesPublished(app.deps, callerFor(reader));
  return { app, at, programmeId, replaced, write, answer, publish, withdraw, listed };
}

describe('a story', () => {
  it('is seen by everybody once both agreed and a coordinator published it', async () => {
    const { app, programmeId, write, answer, publish, listed } = await aPair();
    const one = await write();
    assert.equal((await storiesWaitingFor(app.deps, partner.id))[0]?.waitsFor, 'answer');
    await assert.rejects(publish(one), gone);
    await answer(one, 'agree');
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
    const { write, answer, publish, listed } = await aPair();
    const one = await write({ named: false });
    await answer(one, 'agree-nameless');
    await publish(one);
    const [shown] = await listed();
    assert.equal(shown?.author, undefined);
    assert.equal(shown?.partner, undefined);
    assert.ok(!JSON.stringify(shown).includes('Sofia') && !JSON.stringify(shown).includes('Maes'));
  });

  it('needs consent again after an edit', async () => {
    const { write, answer, publish } = await aPair();
    const first = await write();
    await answer(first, 'agree');
    const edited = await write({ text: `${draft.text} And more.` });
    assert.equal(edited.version, first.version + 1);
    await assert.rejects(publish(edited), gone);
    await assert.rejects(answer(first, 'agree'), conflict);
    await answer(edited, 'agree');
    assert.equal((await publish(edited)).state, 'published');
  });

  it('keeps who agreed to which words, and when that ended', async () => {
    const { app, programmeId, write, answer, withdraw } = await aPair();
    const one = await write();
    await answer(one, 'agree-nameless');
    const ledger = async () => (await consents.list(app.deps.tables, programmeId, one.id)).map(({ value }) => value);
    const open = (await ledger()).map(({ personId, version, named }) => ({ personId, version, named }));
    assert.deepEqual(open, [
      { personId: author.id, version: 1, named: true },
      { personId: partner.id, version: 1, named: false },
    ]);
    await withdraw(one);
    assert.ok((await ledger()).every(({ withdrawnAt }) => withdrawnAt !== undefined));
  });

  it('is published once when two coordinators press at the same time', async () => {
    const { app, write, answer, publish, listed } = await aPair();
    const one = await write();
    await answer(one, 'agree');
    const ends = await Promise.allSettled([publish(one, 'general'), publish(one, 'general', second)]);
    assert.ok(ends.some((end) => end.status === 'fulfilled'));
    for (const end of ends) assert.ok(end.status === 'fulfilled' || conflict(end.reason));
    await app.run();
    assert.equal((await listed()).length, 1);
    assert.equal(app.posts.length, 1);
  });

  for (const who of [author, partner])
    it(`is gone at once, and from the channel, when ${who === author ? 'the writer' : 'the partner'} withdraws`, async () => {
      const { app, programmeId, replaced, write, answer, publish, withdraw, listed } = await aPair();
      const one = await write();
      await answer(one, 'agree');
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
    const { app, write, answer, publish, withdraw } = await aPair();
    const one = await write();
    await answer(one, 'agree');
    await publish(one, 'general');
    await withdraw(one);
    await app.run();
    assert.deepEqual(app.posts, []);
  });

  it('is withdrawn and published by nobody else', async () => {
    const { app, programmeId, write, answer, publish, withdraw } = await aPair();
    const one = await write();
    await answer(one, 'agree');
    await assert.rejects(publish(one, undefined, reader), gone);
    await publish(one);
    for (const who of [reader, coordinator]) await assert.rejects(withdraw(one, who), gone);
    await assert.rejects(
      answerStory(app.deps, callerFor(reader), programmeId, one.id, { said: 'no', version: 1 }),
      conflict,
    );
  });

  it('goes back with a reason, from the partner and from a coordinator', async () => {
    const { app, programmeId, write, answer } = await aPair();
    const one = await write();
    await assert.rejects(answer(one, 'change'), (error) => isFailure(error, 'bad-input'));
    await answer(one, 'change', { note: 'Leave out my team' });
    assert.equal((await storiesWaitingFor(app.deps, author.id))[0]?.waitsFor, 'change');
    const again = await write({ text: `${draft.text} Shorter.` });
    await answer(again, 'agree');
    const back = await sendBackStory(app.deps, coordinatorFor(coordinator), programmeId, again.id, 'No client names');
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
    assert.equal((await write({ text: 'To be written' }, false)).state, 'draft');
    await assert.rejects(write({ text: 'To be written' }), (error) => isFailure(error, 'bad-input'));
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

describe('the policy of stories', () => {
  const people = { author: author.id, partner: partner.id, coordinator: coordinator.id, reader: reader.id };
  const inState = (state: Story['state']): Story => ({
    ...{ ...draft, id: 's1', programmeId: 'p1', pairId: 'pair-1', version: 1, partnerNamed: false, changedAt: 1 },
    ...{ authorId: author.id, partnerId: partner.id, state },
  });
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
      const may = names.filter((name) => mayReadStory(people[name], one, name === 'coordinator'));
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
      const card = postCard(language, { title: '[x](https://evil.test)', text }, link);
      const body = JSON.stringify(card.body);
      assert.ok(!/(?<!\\)<img/.test(body), language);
      assert.ok(!body.includes('](https://evil.test') && !body.includes('\u202e'), language);
      assert.ok(body.includes(`[${say(language, 'post.read')}](${link})`), language);
      assert.ok(body.length < 1_000, language);
    }
  });
});
