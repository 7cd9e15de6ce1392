/** What is known of stories: one, the published ones, those that wait for somebody. Writing is in `write/`, agreeing in `consent/`. */
import type { Caller } from '../../platform/doors.ts';
import { Failure } from '../../platform/errors.ts';
import { idOf } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Row } from '../../platform/tables.ts';
import { findPair, pairFor, pairsOfPerson } from '../pairs/usecases.ts';
import { callName } from '../people/model.ts';
import { findPeople } from '../people/usecases.ts';
import { mayCoordinate } from '../programmes/policy.ts';
import { coordinatedProgramme, coordinatorsOf } from '../programmes/usecases.ts';
import type { Story, StoryView } from './model.ts';
import { mayReadStory } from './policy.ts';
import { publishedLines, publishedPartition, stories } from './store.ts';

/** There is one story for each pair. */
export const storyIdOf = (pairId: string): string => idOf('story', pairId);

export async function storyFor(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  storyId: string,
): Promise<Row<Story>> {
  const [row, team] = await Promise.all([
    stories.find(deps.tables, programmeId, storyId),
    coordinatorsOf(deps, programmeId),
  ]);
  if (!row || !mayReadStory(caller.personId, row.value, mayCoordinate(caller, team)))
    throw new Failure('not-found', 'story-gone');
  return row;
}

export async function viewStory(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  storyId: string,
): Promise<StoryView> {
  return viewOf(deps, caller, (await storyFor(deps, caller, programmeId, storyId)).value);
}

async function viewOf(deps: Platform, caller: Caller, one: Story): Promise<StoryView> {
  const [people, pair] = await Promise.all([
    findPeople(deps, [one.authorId, one.partnerId]),
    findPair(deps, one.programmeId, one.pairId),
  ]);
  const [author, partner] = [people.get(one.authorId), people.get(one.partnerId)];
  const mine = one.authorId === caller.personId ? 'author' : one.partnerId === caller.personId ? 'partner' : undefined;
  const other = mine === 'author' ? partner : author;
  const { id, programmeId, pairId, title, text, state, version } = one;
  // What was withdrawn may hold words that only the writer has seen.
  const words = state === 'withdrawn' && mine !== 'author' ? { title: '', text: '' } : { title, text };
  return {
    ...{ id, programmeId, pairId, ...words, state, version },
    ...(one.named && author ? { author: author.name } : {}),
    ...(one.partnerNamed && partner ? { partner: partner.name } : {}),
    authorSide: pair?.menteeId === one.authorId ? 'mentee' : 'mentor',
    mine: mine ?? (state === 'review' ? 'coordinator' : 'reader'),
    ...(mine && other ? { otherName: callName(other) } : {}),
    ...(mine === 'author' ? { named: one.named } : {}),
    ...(mine === 'author' && one.note !== undefined ? { note: one.note } : {}),
    ...(one.publishedAt === undefined ? {} : { publishedAt: one.publishedAt }),
  };
}

/** The story of a pair for one of the two; by way of the pair nobody else learns who wrote a story without names. Failure `not-found`. */
export async function storyOfPair(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  pairId: string,
): Promise<StoryView | undefined> {
  await pairFor(deps, caller.personId, programmeId, pairId);
  const row = await stories.find(deps.tables, programmeId, storyIdOf(pairId));
  return row && mayReadStory(caller.personId, row.value, false) ? viewOf(deps, caller, row.value) : undefined;
}

/** Published and not withdrawn, the newest first. */
export async function storiesPublished(deps: Platform, caller: Caller): Promise<StoryView[]> {
  const lines = await publishedLines.list(deps.tables, publishedPartition);
  const rows = await Promise.all(lines.map(({ value }) => stories.find(deps.tables, value.programmeId, value.storyId)));
  const shown = rows.flatMap((row) => (row?.value.state === 'published' ? [row.value] : []));
  const views = await Promise.all(shown.map((one) => viewOf(deps, caller, one)));
  return views.sort((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0));
}

export interface WaitingStory {
  readonly programmeId: string;
  readonly storyId: string;
  readonly pairId: string;
  readonly waitsFor: 'answer' | 'change';
}

/** Stories that wait for this person's word: to agree, or to change what was asked for. */
export async function storiesWaitingFor(deps: Platform, personId: string): Promise<WaitingStory[]> {
  const pairs = await pairsOfPerson(deps, personId);
  const rows = await Promise.all(pairs.map((pair) => stories.find(deps.tables, pair.programmeId, storyIdOf(pair.id))));
  return rows.flatMap((row): WaitingStory[] => {
    if (!row) return [];
    const { programmeId, id: storyId, pairId, state, authorId, partnerId } = row.value;
    if (state === 'asked' && partnerId === personId) return [{ programmeId, storyId, pairId, waitsFor: 'answer' }];
    return state === 'changes' && authorId === personId ? [{ programmeId, storyId, pairId, waitsFor: 'change' }] : [];
  });
}

/** For coordinators: stories that both agreed to and nobody has looked at. */
export async function storiesToReview(deps: Platform, caller: Caller, programmeId: string): Promise<StoryView[]> {
  await coordinatedProgramme(deps, caller, programmeId);
  const rows = await stories.list(deps.tables, programmeId);
  return Promise.all(rows.filter((row) => row.value.state === 'review').map((row) => viewOf(deps, caller, row.value)));
}

export async function storyFigures(
  deps: Platform,
  programmeId: string,
): Promise<{ toReview: number; published: number }> {
  const rows = await stories.list(deps.tables, programmeId);
  const count = (state: Story['state']): number => rows.filter((row) => row.value.state === state).length;
  return { toReview: count('review'), published: count('published') };
}
