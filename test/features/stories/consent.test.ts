import assert from 'node:assert/strict';
import type { Pair } from '../../../src/features/pairs/model.ts';
import { pairs } from '../../../src/features/pairs/store.ts';
import {
  askCard,
  cleanUpCard,
  inviteCard,
  postCard,
  toldCard,
  withdrawnPost,
} from '../../../src/features/stories/cards.ts';
import { answerStory, withdrawStory } from '../../../src/features/stories/consent/usecases.ts';
import type { Story, StoryDraft, Terms } from '../../../src/features/stories/model.ts';
import { viewStory } from '../../../src/features/stories/viewing/usecases.ts';
import { writeStory } from '../../../src/features/stories/write/usecases.ts';
import { adaptiveCard } from '../../../src/platform/cards.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { languages } from '../../../src/platform/words.ts';
import { aPerson, callerFor, testApp } from '../../support/app.ts';
import { aStoryDraft, inWords } from '../../support/story-draft.ts';

const [author, partner] = [aPerson(1), aPerson(2)];
const at = { programmeId: 'p1', pairId: 'pair-1' };
const text = aStoryDraft().parts.happened;
const conflict = (error: unknown): boolean => isFailure(error, 'conflict');

async function aPair() {
  const app = await testApp();
  await app.addPeople(author, partner);
  const pair: Pair = {
    ...{ id: at.pairId, programmeId: 'p1', proposalId: 'x', menteeId: author.id, mentorId: partner.id },
    ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: 1 },
  };
  await app.deps.tables.commit([pairs.create('p1', pair.id, pair)]);
  const write = (draft: StoryDraft = aStoryDraft(), ask = true) =>
    writeStory(app.deps, callerFor(author), at, { draft, ask });
  const agree = ({ id, version }: Story, over: Partial<Terms> = {}) =>
    answerStory(app.deps, callerFor(partner), 'p1', id, {
      ...{ said: 'agree', version, reach: 'organisation', named: true },
      ...over,
    });
  return { app, write, agree };
}

describe('consent to a story', () => {
  it('holds for the words that were read, also when they were changed in a draft', async () => {
    const { write, agree } = await aPair();
    const read = await write();
    await agree(read);
    await write(inWords(`${text} And more.`), false);
    await write(inWords(`${text} And more.`));
    await assert.rejects(agree(read), conflict);
  });

  it('with the name is not taken for one without it', async () => {
    const { write, agree } = await aPair();
    const one = await write();
    const agreed = await agree(one);
    assert.deepEqual(await agree(one), agreed);
    await assert.rejects(agree(one, { named: false }), conflict);
  });

  it('is asked once for the same words', async () => {
    const { app, write } = await aPair();
    const first = await write();
    app.pass({ minutes: 1 });
    assert.deepEqual(await write(), first);
    assert.equal((await app.deps.outbox.tasksOf('programmes', 'p1')).length, 1);
  });

  it('does not open a draft that was withdrawn', async () => {
    const { app, write } = await aPair();
    const { id } = await write(inWords('Only for me'), false);
    await withdrawStory(app.deps, callerFor(author), 'p1', id);
    assert.equal((await viewStory(app.deps, callerFor(author), 'p1', id)).parts.happened, 'Only for me');
    const seen = await viewStory(app.deps, callerFor(partner), 'p1', id);
    assert.deepEqual([seen.state, seen.title, seen.parts.happened], ['withdrawn', '', '']);
  });
});

describe('the cards about stories', () => {
  const evil = '<b>[x](https://evil.test)**';
  const one: Story = {
    ...{ ...aStoryDraft({ title: evil }), note: evil, id: 's1', programmeId: 'p1', pairId: 'pair-1', version: 1 },
    ...{ authorId: author.id, partnerId: partner.id, state: 'asked', changedAt: 1 },
  };

  for (const language of languages)
    it(`are small, show text as typed and are neutral outside in ${language}`, () => {
      const told = (['agreed', 'changes', 'refused', 'published', 'withdrawn', 'ending', 'over'] as const).map((news) =>
        toldCard(language, one, { news, name: evil, until: '2027-03-01' }),
      );
      const cleanUp = cleanUpCard(language, { programme: { name: evil }, kind: 'blog', where: evil });
      const invite = inviteCard(language, { programmeId: 'p1', pairId: 'pair-1', programme: evil });
      const long = inWords(evil.repeat(50), { title: evil });
      const posts = [postCard(language, long, 'https://teams.test/s'), postCard(language, long)];
      for (const card of [askCard(language, one, evil), invite, ...told, ...posts, cleanUp, withdrawnPost(language)]) {
        const sent = JSON.stringify(adaptiveCard(card, () => 'x'.repeat(24)));
        assert.ok(Buffer.byteLength(sent) < 28_000);
        assert.doesNotMatch(sent, /(?<!\\)<b|x\]\(|[^\\]\*\*/);
        assert.doesNotMatch(card.summary, /evil|Given|Person/);
      }
      assert.doesNotMatch(JSON.stringify(withdrawnPost(language)), /evil/);
    });
});
