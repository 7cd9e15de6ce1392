/** What is known of stories: one, all of a programme, those that wait for somebody. Writing is in `write/`, agreeing in `consent/`, what readers see in `viewing/`. */
import { localDate } from '../../platform/clock.ts';
import type { Caller } from '../../platform/doors.ts';
import { Failure } from '../../platform/errors.ts';
import { idOf } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Row } from '../../platform/tables.ts';
import { organisationZone } from '../../platform/zone.ts';
import { pairsOfPerson } from '../pairs/usecases.ts';
import type { Person } from '../people/model.ts';
import { findPeople } from '../people/usecases.ts';
import { mayCoordinate } from '../programmes/policy.ts';
import { coordinatorsOf } from '../programmes/usecases.ts';
import type { Consent, Story } from './model.ts';
import { mayReadStory, mayWithdrawStory } from './policy.ts';
import { standingOf, type Standing } from './rules.ts';
import { consents, stories, translations } from './store.ts';
import type { Translation } from './translations/model.ts';

/** There is one story for each pair. */
export const storyIdOf = (pairId: string): string => idOf('story', pairId);

/** A story with all that decides who may see it. */
export interface KnownStory {
  readonly row: Row<Story>;
  readonly ledger: readonly Row<Consent>[];
  readonly translations: readonly Row<Translation>[];
  readonly people: ReadonlyMap<string, Person>;
  readonly standing: Standing | undefined;
}

const today = (deps: Platform): string => localDate(deps.clock.now(), organisationZone);

/** What is kept of a story beside its own row. */
interface Beside {
  readonly ledger: readonly Row<Consent>[];
  readonly translations: readonly Row<Translation>[];
}

async function besideOf(deps: Platform, programmeId: string, ...storyId: readonly string[]): Promise<Beside> {
  const [ledger, told] = await Promise.all([
    consents.list(deps.tables, programmeId, ...storyId),
    translations.list(deps.tables, programmeId, ...storyId),
  ]);
  return { ledger, translations: told };
}

async function known(deps: Platform, row: Row<Story>, beside: Beside): Promise<KnownStory> {
  const { authorId, partnerId } = row.value;
  const people = await findPeople(deps, [authorId, partnerId]);
  const hasLeft = (personId: string): boolean => people.get(personId)?.leftAt !== undefined || !people.has(personId);
  const entries = beside.ledger.map(({ value }) => value);
  return { row, ...beside, people, standing: standingOf(row.value, entries, { today: today(deps), hasLeft }) };
}

/** For jobs and for those who were let in elsewhere; for others nothing more is read than for a story that is not there. */
export async function findStory(
  deps: Platform,
  programmeId: string,
  storyId: string,
  isFor: (one: Story) => boolean = () => true,
): Promise<KnownStory | undefined> {
  const [row, beside] = await Promise.all([
    stories.find(deps.tables, programmeId, storyId),
    besideOf(deps, programmeId, storyId),
  ]);
  return row && isFor(row.value) ? known(deps, row, beside) : undefined;
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
  return known(deps, row, await besideOf(deps, programmeId, storyId));
}

/** For whoever may read it now. Failure `not-found`; who is not asked about it takes as long as if it were not there. */
export async function storyFor(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  storyId: string,
): Promise<KnownStory> {
  const [row, beside, team] = await Promise.all([
    stories.find(deps.tables, programmeId, storyId),
    besideOf(deps, programmeId, storyId),
    coordinatorsOf(deps, programmeId),
  ]);
  const coordinates = mayCoordinate(caller, team);
  const rests = row && restsOnConsents(caller.personId, row.value, coordinates);
  const found = rests
    ? await known(deps, row, beside)
    : row && { row, ...beside, people: new Map(), standing: undefined };
  if (!found || !mayReadStory(caller.personId, found.row.value, { coordinates, standing: found.standing }))
    throw new Failure('not-found', 'story-gone');
  return found;
}

/** For others nothing needs to be looked up: no consent opens it to them in this state. */
function restsOnConsents(personId: string, { state, authorId, partnerId }: Story, coordinates: boolean): boolean {
  if (personId === authorId || personId === partnerId || state === 'published') return true;
  return coordinates && state === 'review';
}

/** Everything that stands of these programmes, each read once. */
export async function storiesOf(deps: Platform, programmeId: string): Promise<KnownStory[]> {
  const [rows, beside] = await Promise.all([stories.list(deps.tables, programmeId), besideOf(deps, programmeId)]);
  const of = <T extends { readonly storyId: string }>(all: readonly Row<T>[], storyId: string): Row<T>[] =>
    all.filter(({ value }) => value.storyId === storyId);
  return Promise.all(
    rows.map((row) => {
      const ledger = of(beside.ledger, row.value.id);
      return known(deps, row, { ledger, translations: of(beside.translations, row.value.id) });
    }),
  );
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

export async function storyFigures(
  deps: Platform,
  programmeId: string,
): Promise<{ toReview: number; published: number }> {
  const all = await storiesOf(deps, programmeId);
  const count = (state: Story['state']): number =>
    all.filter(({ row, standing }) => standing && row.value.state === state).length;
  return { toReview: count('review'), published: count('published') };
}
