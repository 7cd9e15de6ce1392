/** What is known of stories: one, the published ones, those that wait for somebody. Writing is in `write/`, agreeing in `consent/`. */
import { localDate } from '../../platform/clock.ts';
import type { Caller } from '../../platform/doors.ts';
import { Failure } from '../../platform/errors.ts';
import { idOf } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Row } from '../../platform/tables.ts';
import { organisationZone } from '../../platform/zone.ts';
import { findPair, pairFor, pairsOfPerson } from '../pairs/usecases.ts';
import { callName, type Person } from '../people/model.ts';
import { findPeople } from '../people/usecases.ts';
import { mayCoordinate } from '../programmes/policy.ts';
import { coordinatedProgramme, coordinatorsOf } from '../programmes/usecases.ts';
import type { Consent, Story, StoryView } from './model.ts';
import { mayReadStory, mayWithdrawStory } from './policy.ts';
import { consentOf, isInGallery, standingOf, type Standing } from './rules.ts';
import { consents, publishedLines, publishedPartition, stories } from './store.ts';

/** There is one story for each pair. */
export const storyIdOf = (pairId: string): string => idOf('story', pairId);

/** A story with all that decides who may see it. */
export interface KnownStory {
  readonly row: Row<Story>;
  readonly ledger: readonly Row<Consent>[];
  readonly people: ReadonlyMap<string, Person>;
  readonly standing: Standing | undefined;
}

const today = (deps: Platform): string => localDate(deps.clock.now(), organisationZone);

async function known(deps: Platform, row: Row<Story>, ledger: readonly Row<Consent>[]): Promise<KnownStory> {
  const { authorId, partnerId } = row.value;
  const people = await findPeople(deps, [authorId, partnerId]);
  const hasLeft = (personId: string): boolean => people.get(personId)?.leftAt !== undefined || !people.has(personId);
  const entries = ledger.map(({ value }) => value);
  return { row, ledger, people, standing: standingOf(row.value, entries, { today: today(deps), hasLeft }) };
}

/** For jobs and for those who were let in elsewhere. */
export async function findStory(deps: Platform, programmeId: string, storyId: string): Promise<KnownStory | undefined> {
  const [row, ledger] = await Promise.all([
    stories.find(deps.tables, programmeId, storyId),
    consents.list(deps.tables, programmeId, storyId),
  ]);
  return row && known(deps, row, ledger);
}

/** For one of the two. Failure `not-found`, before anything else is read: how long that takes tells nothing. */
export async function ownStory(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  storyId: string,
): Promise<KnownStory> {
  const row = await stories.find(deps.tables, programmeId, storyId);
  if (!row || !mayWithdrawStory(caller.personId, row.value)) throw new Failure('not-found', 'story-gone');
  return known(deps, row, await consents.list(deps.tables, programmeId, storyId));
}

/** For whoever may read it now. Failure `not-found`; who is not asked about it takes as long as if it were not there. */
export async function storyFor(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  storyId: string,
): Promise<KnownStory> {
  const [row, ledger, team] = await Promise.all([
    stories.find(deps.tables, programmeId, storyId),
    consents.list(deps.tables, programmeId, storyId),
    coordinatorsOf(deps, programmeId),
  ]);
  const coordinates = mayCoordinate(caller, team);
  const rests = row && restsOnConsents(caller.personId, row.value, coordinates);
  const found = rests ? await known(deps, row, ledger) : row && { row, ledger, people: new Map(), standing: undefined };
  if (!found || !mayReadStory(caller.personId, found.row.value, { coordinates, standing: found.standing }))
    throw new Failure('not-found', 'story-gone');
  return found;
}

/** For others nothing needs to be looked up: no consent opens it to them in this state. */
function restsOnConsents(personId: string, { state, authorId, partnerId }: Story, coordinates: boolean): boolean {
  if (personId === authorId || personId === partnerId || state === 'published') return true;
  return coordinates && state === 'review';
}

export async function viewStory(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  storyId: string,
): Promise<StoryView> {
  return viewOf(deps, caller, await storyFor(deps, caller, programmeId, storyId));
}

const noParts = { before: '', happened: '', changed: '', recommend: '' };

async function viewOf(deps: Platform, caller: Caller, found: KnownStory): Promise<StoryView> {
  const { people, standing } = found;
  const one = found.row.value;
  const pair = await findPair(deps, one.programmeId, one.pairId);
  const mine = one.authorId === caller.personId ? 'author' : one.partnerId === caller.personId ? 'partner' : undefined;
  const { id, programmeId, pairId, version, title, parts, voice, picture, language, topics, publishedAt } = one;
  // What was withdrawn may hold words that only the writer has seen.
  const isHidden = one.state === 'withdrawn' && mine !== 'author';
  const names = (personId: string): string | undefined =>
    standing?.named.includes(personId) === true ? people.get(personId)?.name : undefined;
  const [author, partner] = [names(one.authorId), names(one.partnerId)];
  return {
    ...{ id, programmeId, pairId, version, language, topics, mine: mine ?? 'reader' },
    ...(isHidden ? { title: '', parts: noParts } : { title, parts }),
    ...(voice === undefined || isHidden ? {} : { voice }),
    ...(picture === undefined || isHidden ? {} : { picture }),
    ...(author === undefined ? {} : { author }),
    ...(partner === undefined ? {} : { partner }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    state: one.state === 'published' && standing === undefined ? 'over' : one.state,
    authorSide: pair?.menteeId === one.authorId ? 'mentee' : 'mentor',
    asked: one.waitsFor === caller.personId,
    ...(mine ? viewOfMember(caller.personId, found) : {}),
    ...(mine === 'author' && one.proposal !== undefined ? { proposal: one.proposal } : {}),
  };
}

function viewOfMember(personId: string, { row, ledger, people, standing }: KnownStory): Partial<StoryView> {
  const one = row.value;
  const other = people.get(one.authorId === personId ? one.partnerId : one.authorId);
  const entries = ledger.map(({ value }) => value);
  const given = consentOf(one, personId, entries);
  const otherGiven = consentOf(one, one.authorId === personId ? one.partnerId : one.authorId, entries);
  const terms = given ?? (one.authorId === personId ? one : undefined);
  const kept = one.keptBy?.find(({ by }) => by === personId)?.keys;
  return {
    ...(kept ? { kept } : {}),
    ...(other ? { otherName: callName(other) } : {}),
    ...(otherGiven ? { otherNamed: otherGiven.named } : {}),
    ...(terms ? { terms: termsIn(terms) } : {}),
    ...(one.note === undefined ? {} : { note: one.note }),
    ...(standing ? { standing: standingIn(standing) } : {}),
  };
}

const termsIn = ({ reach, named, until }: Consent | Story) => ({
  reach,
  named,
  ...(until === undefined ? {} : { until }),
});
const standingIn = ({ reach, until }: Standing) => ({ reach, ...(until === undefined ? {} : { until }) });

/** The story of a pair for one of the two; by way of the pair nobody else learns who wrote a story without names. Failure `not-found`. */
export async function storyOfPair(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  pairId: string,
): Promise<StoryView | undefined> {
  await pairFor(deps, caller.personId, programmeId, pairId);
  const found = await findStory(deps, programmeId, storyIdOf(pairId));
  const isTheirs = found && mayReadStory(caller.personId, found.row.value, { coordinates: false, standing: undefined });
  return isTheirs ? viewOf(deps, caller, found) : undefined;
}

/** Everything that stands of these programmes, each read once. */
async function storiesOf(deps: Platform, programmeId: string): Promise<KnownStory[]> {
  const [rows, ledger] = await Promise.all([
    stories.list(deps.tables, programmeId),
    consents.list(deps.tables, programmeId),
  ]);
  const of = (storyId: string): Row<Consent>[] => ledger.filter(({ value }) => value.storyId === storyId);
  return Promise.all(rows.map((row) => known(deps, row, of(row.value.id))));
}

/** Published, and both still agree that everybody here reads it; the newest first. */
export async function storiesPublished(deps: Platform, caller: Caller): Promise<StoryView[]> {
  const lines = await publishedLines.list(deps.tables, publishedPartition);
  const programmes = [...new Set(lines.map(({ value }) => value.programmeId))];
  const all = (await Promise.all(programmes.map((programmeId) => storiesOf(deps, programmeId)))).flat();
  const shown = all.filter(({ row, standing }) => isInGallery(row.value, standing));
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
    const { programmeId, id: storyId, pairId, state, authorId, waitsFor } = row.value;
    if (waitsFor === personId) return [{ programmeId, storyId, pairId, waitsFor: 'answer' }];
    return state === 'changes' && authorId === personId ? [{ programmeId, storyId, pairId, waitsFor: 'change' }] : [];
  });
}

/** For coordinators: what both agreed to and nobody has looked at, and what is published. */
export async function storiesToReview(deps: Platform, caller: Caller, programmeId: string): Promise<StoryView[]> {
  await coordinatedProgramme(deps, caller, programmeId);
  const all = await storiesOf(deps, programmeId);
  const states: readonly Story['state'][] = ['review', 'published'];
  const theirs = all.filter(({ row, standing }) => standing && states.includes(row.value.state));
  const views = await Promise.all(theirs.map(async (one) => ({ one, view: await viewOf(deps, caller, one) })));
  return views.map(({ one, view }) => ({
    ...view,
    ...(view.mine === 'reader' ? { mine: 'coordinator' as const } : {}),
    ...(one.standing ? { standing: standingIn(one.standing) } : {}),
  }));
}

export async function storyFigures(
  deps: Platform,
  programmeId: string,
): Promise<{ toReview: number; published: number }> {
  const all = await storiesOf(deps, programmeId);
  const count = (state: Story['state']): number =>
    all.filter(({ row, standing }) => standing && row.value.state === state).length;
  return { toReview: count('review'), published: count('published') };
}
