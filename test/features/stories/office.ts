/** A programme with a pair, and a story of theirs that was published. */
import { pairLines, pairs } from '../../../src/features/pairs/store.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import { createProgramme } from '../../../src/features/programmes/usecases.ts';
import { answerStory, publishStory, withdrawStory } from '../../../src/features/stories/consent/usecases.ts';
import { formFileOf } from '../../../src/features/stories/forms/usecases.ts';
import { fileKinds, type FormDraft, type FormFile } from '../../../src/features/stories/forms/model.ts';
import { storiesJobs } from '../../../src/features/stories/jobs.ts';
import type { StoryDraft, Terms } from '../../../src/features/stories/model.ts';
import { addStoryPicture } from '../../../src/features/stories/pictures/usecases.ts';
import { writeStory } from '../../../src/features/stories/write/usecases.ts';
import { aPerson, callerFor, coordinatorFor, testApp } from '../../support/app.ts';
import { aStoryDraft } from '../../support/story-draft.ts';
import { aPng } from '../training/own/some-pictures.ts';

export const author = aPerson(1, { name: 'Sofia Peeters' });
export const partner = aPerson(2, { name: 'Tom Maes' });
export const coordinator = aPerson(3);
export const reader = aPerson(4);

export const parts = {
  before: 'I never spoke in a meeting. I waited until somebody asked me.',
  happened: 'Then we talked, **every month**, about one meeting at a time. '.repeat(6).trim(),
  changed: 'I ask now. The room waits for me, and I like it.',
  recommend: '',
};

export async function storyOffice() {
  const app = await testApp({ jobs: storiesJobs });
  await app.addPeople(author, partner, coordinator, reader);
  const posted: unknown[] = [];
  Object.assign(app.deps, { directory: { workingHours: async () => usualHours } });
  Object.assign(app.deps.teams, {
    updatePost: async () => undefined,
    postToChannel: async (_: string, card: unknown) => {
      posted.push(card);
      return { messageId: `message-${posted.length}` };
    },
  });
  const me = coordinatorFor(coordinator);
  const { id: programmeId } = await createProgramme(app.deps, me, {
    ...{ name: 'Together', forWhom: 'All', why: 'Growth', howChosen: 'All are asked', goals: [], language: 'en' },
    ...{ startsOn: '2026-03-01', endsOn: '2026-12-01' },
  });
  const at = { programmeId, pairId: 'pair-1' };
  await app.deps.tables.commit([
    pairs.create(programmeId, 'pair-1', {
      ...{ id: 'pair-1', programmeId, proposalId: 'x', menteeId: author.id, mentorId: partner.id },
      ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: 1 },
    }),
  ]);
  for (const one of [author, partner]) await app.deps.tables.commit([pairLines.put(one.id, 'pair-1', at)]);

  const agreed = async (draft: Partial<StoryDraft> = {}, theirs: Partial<Terms & { voice: string }> = {}) => {
    const one = await writeStory(app.deps, callerFor(author), at, {
      ...{ draft: aStoryDraft({ title: 'I ask now', parts, reach: 'public', ...draft }), ask: true },
    });
    const terms = { reach: draft.reach ?? 'public', named: true, ...theirs };
    return answerStory(app.deps, callerFor(partner), programmeId, one.id, {
      ...{ said: 'agree', version: one.version, ...terms },
    });
  };
  const published = async (draft: Partial<StoryDraft> = {}, theirs: Partial<Terms> = {}) => {
    const { id, version } = await agreed(draft, theirs);
    return publishStory(app.deps, me, programmeId, id, { version });
  };
  const addPicture = async () => {
    const data = aPng({ width: 40, height: 30 }).toString('base64');
    const { pictureId } = await addStoryPicture(app.deps, callerFor(author), at, data);
    return { id: pictureId, alternative: 'Two people at a table' };
  };
  const storyAt = (storyId: string) => ({ programmeId, storyId });
  const make = (storyId: string, file: FormFile, over: Partial<FormDraft> = {}) =>
    formFileOf(app.deps, me, storyAt(storyId), { file, language: 'en', where: `For the ${fileKinds[file]}`, ...over });
  const withdraw = (storyId: string, who = author) => withdrawStory(app.deps, callerFor(who), programmeId, storyId);
  return { app, me, at, programmeId, posted, agreed, published, addPicture, storyAt, make, withdraw };
}

export type StoryOffice = Awaited<ReturnType<typeof storyOffice>>;
