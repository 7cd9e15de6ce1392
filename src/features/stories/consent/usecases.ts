/** Agreeing, publishing and withdrawing. A consent holds for the words that were read; withdrawing works at once. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change } from '../../../platform/tables.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import type { AnswerDraft, Story, StoryState } from '../model.ts';
import { mayAnswerStory, mayWithdrawStory } from '../policy.ts';
import { consents, publishedLines, publishedPartition, stories } from '../store.ts';
import { storyFor } from '../usecases.ts';
import { consentChange } from '../write/usecases.ts';

export type News = 'agreed' | 'changes' | 'refused' | 'published' | 'withdrawn';

const outcomes: Readonly<Record<AnswerDraft['said'], { state: StoryState; news: News }>> = {
  agree: { state: 'review', news: 'agreed' },
  'agree-nameless': { state: 'review', news: 'agreed' },
  change: { state: 'changes', news: 'changes' },
  no: { state: 'refused', news: 'refused' },
};

/** The partner's word on exactly the version that was read. */
export async function answerStory(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  storyId: string,
  answer: AnswerDraft,
): Promise<Story> {
  const row = await storyFor(deps, caller, programmeId, storyId);
  const before = row.value;
  const { state, news } = outcomes[answer.said];
  if (isAnswered(caller.personId, before, answer)) return before;
  if (!mayAnswerStory(caller.personId, before) || before.version !== answer.version)
    throw new Failure('conflict', 'story-moved-on');
  if (answer.said === 'change' && answer.note === undefined)
    throw new Failure('bad-input', 'note-missing', { fields: [{ field: 'note', reason: 'note-missing' }] });
  const now = deps.clock.now();
  const { note: _, ...rest } = before;
  const next: Story = {
    ...rest,
    ...{ state, changedAt: now, partnerNamed: answer.said === 'agree' },
    ...(answer.note === undefined ? {} : { note: answer.note }),
  };
  const agreed = state === 'review' ? [consentChange(next, caller.personId, answer.said === 'agree', now)] : [];
  await deps.outbox.commit([stories.replace(row, next), ...agreed], [tell(next, next.authorId, news)]);
  return next;
}

/** The same answer again; "without my name" after "with my name" is another one. */
function isAnswered(personId: string, one: Story, { said, version }: AnswerDraft): boolean {
  if (one.partnerId !== personId || one.version !== version || one.state !== outcomes[said].state) return false;
  return one.state !== 'review' || one.partnerNamed === (said === 'agree');
}

/** By a coordinator, of words that both agreed to. Two at once: one publishes, the other is told that it is done. */
export async function publishStory(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  storyId: string,
  { version, channelId }: { readonly version: number; readonly channelId?: string | undefined },
): Promise<Story> {
  await coordinatedProgramme(deps, caller, programmeId);
  const row = await storyFor(deps, caller, programmeId, storyId);
  if (row.value.state === 'published') return row.value;
  if (row.value.state !== 'review' || row.value.version !== version) throw new Failure('conflict', 'story-moved-on');
  const now = deps.clock.now();
  const next: Story = {
    ...row.value,
    state: 'published',
    publishedAt: now,
    changedAt: now,
    ...(channelId ? { channelId } : {}),
  };
  // The line first: one that leads to no published story is skipped.
  await deps.tables.commit([publishedLines.put(publishedPartition, storyId, { programmeId, storyId })]);
  const post: NewTask = {
    id: idOf('stories.post', storyId, String(now)),
    job: 'stories.post',
    data: { programmeId, storyId },
  };
  const tasks = [
    tell(next, next.authorId, 'published'),
    tell(next, next.partnerId, 'published'),
    ...(channelId ? [post] : []),
  ];
  await deps.outbox.commit([stories.replace(row, next)], tasks);
  return next;
}

export async function sendBackStory(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  storyId: string,
  note: string,
): Promise<Story> {
  await coordinatedProgramme(deps, caller, programmeId);
  const row = await storyFor(deps, caller, programmeId, storyId);
  if (row.value.state !== 'review') throw new Failure('conflict', 'story-moved-on');
  const next: Story = { ...row.value, state: 'changes', note, changedAt: deps.clock.now() };
  await deps.outbox.commit([stories.replace(row, next)], [tell(next, next.authorId, 'changes')]);
  return next;
}

/** By either of the two, in any state: from now on nobody else reads it, and the post in the channel says so. */
export async function withdrawStory(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  storyId: string,
): Promise<Story> {
  const row = await stories.find(deps.tables, programmeId, storyId);
  if (!row || !mayWithdrawStory(caller.personId, row.value)) throw new Failure('not-found', 'story-gone');
  if (row.value.state === 'withdrawn') return row.value;
  const now = deps.clock.now();
  const next: Story = { ...row.value, state: 'withdrawn', changedAt: now };
  const other = caller.personId === next.authorId ? next.partnerId : next.authorId;
  const unpost: NewTask = {
    id: idOf('stories.unpost', storyId, String(now)),
    job: 'stories.unpost',
    data: { programmeId, storyId },
  };
  const tasks = [...(row.value.state === 'draft' ? [] : [tell(next, other, 'withdrawn')]), unpost];
  await deps.outbox.commit([stories.replace(row, next), ...(await endConsents(deps, next, now))], tasks);
  return next;
}

async function endConsents(deps: Platform, { programmeId, id }: Story, now: number): Promise<Change[]> {
  const given = await consents.list(deps.tables, programmeId, id);
  return given
    .filter((row) => row.value.withdrawnAt === undefined)
    .map((row) => consents.replace(row, { ...row.value, withdrawnAt: now }));
}

function tell(one: Story, personId: string, news: News): NewTask {
  const { programmeId, id: storyId, changedAt } = one;
  const id = idOf('stories.tell', storyId, personId, news, String(changedAt));
  return { id, job: 'stories.tell', data: { programmeId, storyId, personId, news } };
}
