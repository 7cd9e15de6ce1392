/** Asks the partner, tells news, posts into a channel and takes the post back. Each re-reads the story first. */
import { z } from 'zod';
import { job, type Job } from '../../platform/doors.ts';
import { id } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { maySeePair } from '../pairs/policy.ts';
import { findPair } from '../pairs/usecases.ts';
import { deliver } from '../people/messages/usecases.ts';
import { callName } from '../people/model.ts';
import { personOf } from '../people/usecases.ts';
import { programmeOf } from '../programmes/usecases.ts';
import { askCard, inviteCard, postCard, toldCard, withdrawnPost } from './cards.ts';
import { mayWithdrawStory } from './policy.ts';
import { asking, inviting, telling } from './sends.ts';
import { posts, stories } from './store.ts';
import { storyIdOf } from './usecases.ts';

const ofStory = z.strictObject({ programmeId: id, storyId: id });
const news = z.enum(['agreed', 'changes', 'refused', 'published', 'withdrawn']);
/** The state in which a piece of news is still true. */
const trueIn = {
  agreed: 'review',
  changes: 'changes',
  refused: 'refused',
  published: 'published',
  withdrawn: 'withdrawn',
} as const;

const find = async (deps: Platform, { programmeId, storyId }: z.infer<typeof ofStory>) =>
  stories.find(deps.tables, programmeId, storyId);

/** Puts "withdrawn" in the place of the post, when there is one and the story is not shown. */
async function unpost(deps: Platform, data: z.infer<typeof ofStory>): Promise<void> {
  const [row, posted] = await Promise.all([find(deps, data), posts.find(deps.tables, data.programmeId, data.storyId)]);
  if (!posted || row?.value.state === 'published') return;
  const { language } = await programmeOf(deps, data.programmeId);
  await deps.teams.updatePost(posted.value.channelId, posted.value.messageId, withdrawnPost(language), language);
}

export const storiesJobs: readonly Job[] = [
  job({
    name: 'stories.invite',
    data: z.strictObject({ programmeId: id, pairId: id, personId: id }),
    run: (deps, { programmeId, pairId, personId }, task) =>
      deliver(deps, {
        ...{ ...inviting.as, table: 'programmes', partition: programmeId, sendId: task.id, personId },
        data: { programmeId, pairId, personId },
        card: async (language) => {
          const [pair, programme] = await Promise.all([
            findPair(deps, programmeId, pairId),
            programmeOf(deps, programmeId),
          ]);
          if (!pair || !maySeePair(personId, pair)) return undefined;
          // A draft of the other is nobody's business yet.
          const begun = (await find(deps, { programmeId, storyId: storyIdOf(pairId) }))?.value;
          if (begun && (begun.state !== 'draft' || begun.authorId === personId)) return undefined;
          return inviteCard(language, { programmeId, pairId, programme: programme.name });
        },
      }),
  }),
  job({
    name: 'stories.ask',
    data: ofStory,
    run: async (deps, data, task) => {
      const one = (await find(deps, data))?.value;
      if (!one) return undefined;
      return deliver(deps, {
        ...{ ...asking.as, table: 'programmes', partition: data.programmeId, sendId: task.id },
        ...{ personId: one.partnerId, data },
        card: async (language) => {
          const now = (await find(deps, data))?.value;
          return now?.state === 'asked'
            ? askCard(language, now, callName(await personOf(deps, now.authorId)))
            : undefined;
        },
      });
    },
  }),
  job({
    name: 'stories.tell',
    data: ofStory.extend({ personId: id, news }),
    run: (deps, { personId, news: what, ...data }, task) =>
      deliver(deps, {
        ...{ ...telling.as, table: 'programmes', partition: data.programmeId, sendId: task.id, personId },
        data: { ...data, personId, news: what },
        card: async (language) => {
          const one = (await find(deps, data))?.value;
          if (one?.state !== trueIn[what] || !mayWithdrawStory(personId, one)) return undefined;
          const other = await personOf(deps, one.authorId === personId ? one.partnerId : one.authorId);
          return toldCard(language, one, { news: what, name: callName(other) });
        },
      }),
  }),
  job({
    name: 'stories.post',
    data: ofStory,
    run: async (deps, data, task) => {
      const row = await find(deps, data);
      if (row?.value.state !== 'published' || row.value.channelId === undefined) return;
      const { title, channelId } = row.value;
      const { language } = await programmeOf(deps, data.programmeId);
      const link = deps.teams.tabLink(`/stories/${data.programmeId}/${data.storyId}`, title);
      const card = postCard(language, row.value, link);
      const { messageId } = await deps.teams.postToChannel(channelId, card, { sendId: task.id, language });
      await deps.tables.commit([posts.put(data.programmeId, data.storyId, { channelId, messageId })]);
      // It may have been withdrawn while it was being posted.
      if ((await find(deps, data))?.value.state !== 'published') await unpost(deps, data);
    },
  }),
  job({
    name: 'stories.unpost',
    data: ofStory,
    run: (deps, data) => unpost(deps, data),
  }),
];
