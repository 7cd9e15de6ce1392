/** Agreeing, publishing and withdrawing. A consent holds for the words that were read; withdrawing works at once. */
import { beginOfDay, daysAfter, endOfDay } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organisationZone } from '../../../platform/zone.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import type { AnswerDraft, Consent, Proposal, Story, TermsDraft } from '../model.ts';
import { mayAnswerStory, mayChangeTerms } from '../policy.ts';
import { consentOf, otherOf, sameTerms } from '../rules.ts';
import { withKept } from '../protecting/keeping/rules.ts';
import { requireKeptOf } from '../protecting/usecases.ts';
import { publishedLines, publishedPartition, stories } from '../store.ts';
import { ownStory, storyFor, type KnownStory } from '../usecases.ts';
import { agree, askTask, endAll, requireToCome, wordingChange } from '../write/usecases.ts';

export type News = 'agreed' | 'changes' | 'refused' | 'published' | 'withdrawn' | 'ending' | 'over';

type Agreeing = Extract<AnswerDraft, { said: 'agree' }>;

/** The word of whoever it waits for, on exactly the version that was read. */
export async function answerStory(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  storyId: string,
  answer: AnswerDraft,
): Promise<Story> {
  const found = await storyFor(deps, caller, programmeId, storyId);
  const before = found.row.value;
  if (isAnswered(caller.personId, found, answer)) return before;
  if (!mayAnswerStory(caller.personId, before) || before.version !== answer.version)
    throw new Failure('conflict', 'story-moved-on');
  if (answer.said === 'agree') requireToCome(deps, answer.until);
  if (answer.said === 'agree') {
    await requireKeptOf(deps, caller.personId, found, answer);
    return agreeTo(deps, caller.personId, found, answer);
  }
  const { waitsFor: _, ...rest } = before;
  const next: Story = {
    ...rest,
    ...(answer.said === 'change' ? { state: 'changes', note: answer.note } : { state: 'refused' }),
    changedAt: deps.clock.now(),
  };
  const news = answer.said === 'change' ? 'changes' : 'refused';
  await deps.outbox.commit([stories.replace(found.row, next)], [tell(next, otherOf(next, caller.personId), news)]);
  return next;
}

/** The own words of whoever answers, where they add some, make a version that the other has to read. */
async function agreeTo(deps: Platform, personId: string, found: KnownStory, answer: Agreeing): Promise<Story> {
  const { row, ledger } = found;
  const { waitsFor: _, note: __, ...before } = row.value;
  const now = deps.clock.now();
  const other = otherOf(before, personId);
  const voice = personId === before.partnerId ? (answer.voice ?? before.voice ?? '') : (before.voice ?? '');
  if (voice !== (before.voice ?? '')) {
    const { voice: ___, ...words } = before;
    const told: Story = {
      ...{ ...words, ...withKept(words, personId, answer.kept), version: before.version + 1, changedAt: now },
      ...(voice === '' ? {} : { voice }),
    };
    const next: Story = { ...told, state: 'asked', waitsFor: other };
    const changes = [stories.replace(row, next), wordingChange(next, now), ...endAll(ledger, now)];
    await deps.outbox.commit([...changes, agree(next, personId, answer, { now, ledger: [] })], [askTask(next)]);
    return next;
  }
  const next: Story = { ...before, ...withKept(before, personId, answer.kept), state: 'review', changedAt: now };
  const entry = agree(next, personId, answer, { now, ledger });
  await deps.outbox.commit([stories.replace(row, next), entry], [tell(next, other, 'agreed')]);
  return next;
}

/** The same answer again; "without my name" after "with my name" is another one. */
function isAnswered(personId: string, { row, ledger }: KnownStory, answer: AnswerDraft): boolean {
  const one = row.value;
  if (answer.said === 'no') return one.state === 'refused' && one.version === answer.version;
  if (answer.said === 'change')
    return one.state === 'changes' && one.version === answer.version && one.note === answer.note;
  const entries = ledger.map(({ value }) => value);
  const given = consentOf(one, personId, entries);
  if (!given || !sameTerms(given, answer)) return false;
  // Words that were added made a version of their own.
  const isSame = one.version === answer.version || (one.version === answer.version + 1 && one.voice === answer.voice);
  return isSame && (one.state === 'review' || (one.state === 'asked' && one.waitsFor !== personId));
}

/** Agree anew, for longer or on other terms; the words stay. What may not stay where it is goes at once. Failures `conflict`, `not-found`. */
export async function changeTerms(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  storyId: string,
  wanted: TermsDraft,
): Promise<Story> {
  const found = await ownStory(deps, caller, programmeId, storyId);
  const before = found.row.value;
  const entries = found.ledger.map(({ value }) => value);
  const given = consentOf(before, caller.personId, entries);
  if (!mayChangeTerms(caller.personId, before) || !given || before.version !== wanted.version)
    throw new Failure('conflict', 'story-moved-on');
  requireToCome(deps, wanted.until);
  if (sameTerms(given, wanted)) return before;
  await requireKeptOf(deps, caller.personId, found, wanted);
  const now = deps.clock.now();
  const next: Story = { ...before, ...withKept(before, caller.personId, wanted.kept), changedAt: now };
  const theirs = found.ledger.filter(({ value }) => value === given);
  await deps.outbox.commit(
    [
      stories.replace(found.row, next),
      ...endAll(theirs, now),
      agree(next, caller.personId, wanted, { now, ledger: found.ledger }),
    ],
    [settleTask(next, String(now)), ...(await endTasks(deps, next, wanted.until === undefined ? [] : [wanted.until]))],
  );
  return next;
}

const warnDays = 14;

/** Each last day, not the earlier alone: whoever of the two changes theirs may make the other's the one that counts. */
function untilsOf(one: Story, entries: readonly Consent[]): string[] {
  const given = [one.authorId, one.partnerId].flatMap((personId) => consentOf(one, personId, entries)?.until ?? []);
  return [...new Set(given)];
}

/** What follows when a last day comes: both hear of it two weeks before, and at its end the story goes. What is planned stays. */
async function endTasks(deps: Platform, one: Story, untils: readonly string[]): Promise<NewTask[]> {
  const wanted = untils.flatMap((until) => {
    const before = daysAfter(beginOfDay(until, organisationZone), -warnDays, organisationZone);
    const warn = [one.authorId, one.partnerId].map((to) => ({ ...tell(one, to, 'ending', until), due: before }));
    return [settleTask(one, until, endOfDay(until, organisationZone)), ...(before > one.changedAt ? warn : [])];
  });
  const planned = await Promise.all(wanted.map(({ id }) => deps.outbox.find('programmes', one.programmeId, id)));
  return wanted.filter((_, place) => planned[place] === undefined);
}

/** Looks at every place where the story stands, and takes it away where it may not stand any more. */
export function settleTask({ programmeId, id: storyId }: Story, when: string, due?: number): NewTask {
  const id = idOf('stories.settle', storyId, when);
  return { id, job: 'stories.settle', data: { programmeId, storyId }, ...(due === undefined ? {} : { due }) };
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
  const { row, ledger, standing } = await storyFor(deps, caller, programmeId, storyId);
  if (row.value.state === 'published') return row.value;
  const entries = ledger.map(({ value }) => value);
  if (row.value.state !== 'review' || row.value.version !== version || !standing)
    throw new Failure('conflict', 'story-moved-on');
  const now = deps.clock.now();
  const next: Story = { ...row.value, state: 'published', publishedAt: now, changedAt: now };
  // The line first: one that leads to no published story is skipped.
  await deps.tables.commit([publishedLines.put(publishedPartition, storyId, { programmeId, storyId })]);
  const tasks = [
    tell(next, next.authorId, 'published'),
    tell(next, next.partnerId, 'published'),
    ...(channelId === undefined ? [] : [postTask(next, channelId, now)]),
    ...(await endTasks(deps, next, untilsOf(next, entries))),
  ];
  await deps.outbox.commit([stories.replace(row, next)], tasks);
  return next;
}

/** `after`: when the story was published, or the last post of this version there was taken away: pressed twice it is one task. */
export function postTask({ programmeId, id: storyId, version }: Story, channelId: string, after: number): NewTask {
  const id = idOf('stories.post', storyId, channelId, String(version), String(after));
  return { id, job: 'stories.post', data: { programmeId, storyId, channelId } };
}

/** With a reason and, where a coordinator has some, with other words: whoever tells takes them, or not. Nothing changes by itself. */
export async function sendBackStory(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  storyId: string,
  { note, proposal }: { readonly note: string; readonly proposal?: Proposal | undefined },
): Promise<Story> {
  await coordinatedProgramme(deps, caller, programmeId);
  const { row } = await storyFor(deps, caller, programmeId, storyId);
  if (row.value.state !== 'review') throw new Failure('conflict', 'story-moved-on');
  const next: Story = {
    ...row.value,
    ...{ state: 'changes', note, changedAt: deps.clock.now() },
    ...(proposal ? { proposal } : {}),
  };
  await deps.outbox.commit([stories.replace(row, next)], [tell(next, next.authorId, 'changes')]);
  return next;
}

/** By either of the two, in any state: from now on nobody else reads it, and what stands elsewhere goes. */
export async function withdrawStory(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  storyId: string,
): Promise<Story> {
  const found = await ownStory(deps, caller, programmeId, storyId);
  const before = found.row.value;
  if (before.state === 'withdrawn') return before;
  const now = deps.clock.now();
  const { waitsFor: _, proposal: __, ...rest } = before;
  const next: Story = { ...rest, state: 'withdrawn', changedAt: now };
  const tasks = [
    ...(before.state === 'draft' ? [] : [tell(next, otherOf(next, caller.personId), 'withdrawn')]),
    settleTask(next, String(now)),
  ];
  await deps.outbox.commit([stories.replace(found.row, next), ...endAll(found.ledger, now)], tasks);
  return next;
}

export function tell(one: Story, personId: string, news: News, when = String(one.changedAt)): NewTask {
  const { programmeId, id: storyId } = one;
  const id = idOf('stories.tell', storyId, personId, news, when);
  return { id, job: 'stories.tell', data: { programmeId, storyId, personId, news } };
}
