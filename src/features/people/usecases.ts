/** The verbs about people: find, list, set a language, ask for working hours. The sync is in `sync/`. */
import { mapAtOnce } from '../../platform/at-once.ts';
import { hour } from '../../platform/clock.ts';
import { Failure, isFailure } from '../../platform/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { folded, holdsWords, type Language } from '../../platform/words.ts';
import {
  cardOf,
  isCandidate,
  type Person,
  type PersonCard,
  type Preferences,
  type PreferencesDraft,
  type WorkingHours,
} from './model.ts';
import { emptyLetterbox, withWays } from './messages/rules.ts';
import { letterboxes } from './messages/store.ts';
import { isForgotten } from './forgotten/usecases.ts';
import { isAdmittedAnywhere } from './guests/usecases.ts';
import { mayEnter } from './policy.ts';
import { chainAbove, languageFor, usualHours } from './rules.ts';
import { allPeople, findRow, hoursRows, preferenceRows, preferencesOf } from './store.ts';

/** The person, also one who left; nothing for an id that the directory never had. */
export async function findPerson(deps: Platform, personId: string): Promise<Person | undefined> {
  return (await findRow(deps.tables, personId))?.value;
}

/** For the doors, at every request: an account that was disabled keeps its token for up to an hour. */
export async function isColleague(deps: Platform, personId: string): Promise<boolean> {
  const one = await findPerson(deps, personId);
  return mayEnter(one) && (one !== undefined || !(await isForgotten(deps, personId)));
}

/** As `isColleague`, and where a door is open to them also a guest whom a programme admitted. */
export async function entryOf(
  deps: Platform,
  personId: string,
  isOpenToGuests: boolean,
): Promise<'colleague' | 'guest' | 'forgotten' | 'nobody'> {
  const one = await findPerson(deps, personId);
  if ((one === undefined || one.leftAt !== undefined) && (await isForgotten(deps, personId))) return 'forgotten';
  if (mayEnter(one)) return 'colleague';
  return isOpenToGuests && one && (await isAdmittedAnywhere(deps, one)) ? 'guest' : 'nobody';
}

/** Failure `not-found` when the directory never had this person. */
export async function personOf(deps: Platform, personId: string): Promise<Person> {
  const found = await findPerson(deps, personId);
  if (!found) throw new Failure('not-found', 'person-gone');
  return found;
}

const fewPeople = 200;

/** Of many people the directory is read as a whole: a read for each would take longer. */
export async function findPeople(deps: Platform, ids: readonly string[]): Promise<Map<string, Person>> {
  const wanted = new Set(ids);
  const found =
    wanted.size > fewPeople
      ? (await allPeople(deps.tables)).map((row) => row.value).filter(({ id }) => wanted.has(id))
      : await Promise.all([...wanted].map((id) => findPerson(deps, id)));
  return new Map(found.flatMap((one) => (one ? [[one.id, one] as const] : [])));
}

/** What others may see of these people, by their ids. */
export async function findCards(
  deps: Platform,
  ids: readonly (string | undefined)[],
): Promise<Record<string, PersonCard>> {
  const found = await findPeople(
    deps,
    ids.filter((one) => one !== undefined),
  );
  return Object.fromEntries([...found].map(([id, one]) => [id, cardOf(one)]));
}

/** Everybody who may be asked for anything: members, enabled, here. Sorted by name. */
export async function candidates(deps: Platform): Promise<Person[]> {
  const rows = await allPeople(deps.tables);
  return rows
    .map((row) => row.value)
    .filter(isCandidate)
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** Ids of managers above each person, nearest first, up to so many levels; who is known need not be read. */
export async function chainsAbove(
  deps: Platform,
  ids: readonly string[],
  levels: number,
  known: ReadonlyMap<string, Person> = new Map(),
): Promise<ReadonlyMap<string, readonly string[]>> {
  const isFew = ids.length <= fewPeople;
  const managers = isFew ? await managersAbove(deps, ids, levels, known) : await everybodysManagers(deps);
  return new Map(ids.map((id) => [id, chainAbove(id, (one) => managers.get(one), levels)]));
}

type Managers = Map<string, string | undefined>;

async function everybodysManagers(deps: Platform): Promise<Managers> {
  const rows = await allPeople(deps.tables);
  return new Map(rows.map((row) => [row.value.id, row.value.managerId]));
}

/** Of few people only those above them are read, level by level. */
async function managersAbove(
  deps: Platform,
  ids: readonly string[],
  levels: number,
  known: ReadonlyMap<string, Person>,
): Promise<Managers> {
  const managers: Managers = new Map();
  let next = [...new Set(ids)];
  for (let level = 0; level < levels && next.length > 0; level += 1) {
    const unread = next.filter((id) => !known.has(id));
    const found = await findPeople(deps, unread);
    for (const id of next) managers.set(id, (known.get(id) ?? found.get(id))?.managerId);
    const above = next.flatMap((id) => managers.get(id) ?? []);
    next = [...new Set(above)].filter((id) => !managers.has(id));
  }
  return managers;
}

/** The language in which to write to somebody: own choice, Teams, directory, then the programme's. */
export async function languageOfPerson(deps: Platform, one: Person, programme?: Language): Promise<Language> {
  const [own, chat] = await Promise.all([preferencesOf(deps.tables, one.id), deps.teams.findChat(one.id)]);
  return own.language ?? chat?.language ?? languageFor(one, own, programme);
}

const tries = 4;

/** What the draft does not name stays as it is; two windows, or a message that sets out meanwhile, are no conflict. */
export async function setPreferences(deps: Platform, personId: string, wanted: PreferencesDraft): Promise<Preferences> {
  for (let turn = 1; ; turn += 1)
    try {
      return await keepPreferences(deps, personId, wanted);
    } catch (error) {
      if (!isFailure(error, 'conflict') || turn === tries) throw error;
    }
}

async function keepPreferences(deps: Platform, personId: string, wanted: PreferencesDraft): Promise<Preferences> {
  const [row, box] = await Promise.all([
    preferenceRows.find(deps.tables, personId, 'own'),
    letterboxes.find(deps.tables, personId, 'own'),
  ]);
  const { language, ways: _, ...rest } = { ...row?.value, ...wanted };
  const ways = withWays(row?.value.ways, wanted.ways ?? {});
  const next: Preferences = {
    ...rest,
    ...(language ? { language } : {}),
    ...(Object.keys(ways).length > 0 ? { ways } : {}),
  };
  const change = row ? preferenceRows.replace(row, next) : preferenceRows.create(personId, 'own', next);
  // An invitation that waits for its turn was made before: a letterbox that changed sends it back to look again.
  const touched = box ? letterboxes.replace(box, box.value) : letterboxes.create(personId, 'own', emptyLetterbox);
  const isNew = next.doNotAsk === true && row?.value.doNotAsk !== true;
  await deps.tables.commit(isNew ? [change, touched] : [change]);
  return next;
}

export async function preferencesOfPerson(deps: Platform, personId: string): Promise<Preferences> {
  return preferencesOf(deps.tables, personId);
}

/** Of these people, whoever wants no invitations. */
export async function whoSaidDoNotAsk(deps: Platform, people: readonly Pick<Person, 'id'>[]): Promise<Set<string>> {
  const said = await mapAtOnce(people, 16, async ({ id }) => (await preferencesOf(deps.tables, id)).doNotAsk);
  return new Set(people.filter((_, place) => said[place]).map(({ id }) => id));
}

const hoursKeptFor = 12 * hour;
type KeptHours = Awaited<ReturnType<typeof hoursRows.find>>;

/** Working hours from the mailbox, kept for half a day; the usual ones where there is no mailbox or Graph is away. */
export async function workingHoursOf(deps: Platform, personId: string): Promise<WorkingHours> {
  return hoursFrom(deps, personId, await hoursRows.find(deps.tables, personId, 'mailbox'));
}

/** The zone of the mailbox as it was last read, without asking for it anew; the usual one where nobody knows. */
export async function keptZoneOf(deps: Platform, personId: string): Promise<string> {
  const row = await hoursRows.find(deps.tables, personId, 'mailbox');
  return row?.value.hours?.zone ?? usualHours.zone;
}

/** The same for whoever has read the row. */
export async function hoursFrom(deps: Platform, personId: string, row: KeptHours | undefined): Promise<WorkingHours> {
  return (await mailboxFrom(deps, personId, row))?.hours ?? usualHours;
}

/** Between which instants somebody's automatic reply says that they are away; undefined where none is set, or nobody knows. */
export async function absenceOf(deps: Platform, personId: string): Promise<Absence | undefined> {
  const row = await hoursRows.find(deps.tables, personId, 'mailbox');
  return (await mailboxFrom(deps, personId, row))?.away;
}

type Mailbox = NonNullable<KeptHours>['value'];
export type Absence = NonNullable<Mailbox['away']>;

async function mailboxFrom(deps: Platform, personId: string, row: KeptHours | undefined): Promise<Mailbox | undefined> {
  if (row && deps.clock.machine() - row.value.at < hoursKeptFor) return row.value;
  try {
    const hours = await deps.directory.workingHours(personId);
    const away = hours?.away ? { away: hours.away } : {};
    const kept: Mailbox = { at: deps.clock.machine(), ...(hours ? { hours: pick(hours) } : {}), ...away };
    await deps.tables.commit([hoursRows.put(personId, 'mailbox', kept)]);
    return kept;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return row?.value;
  }
}

type Hours = NonNullable<Awaited<ReturnType<Platform['directory']['workingHours']>>>;

function pick({ zone, days, start, end }: Hours): WorkingHours {
  return { zone: zone ?? usualHours.zone, days: [...days], start, end };
}

const mostFound = 20;

/** Candidates whose name has all the words, at most twenty, by name. Accents and case do not matter. */
export async function findByName(deps: Platform, words: string): Promise<Person[]> {
  const all = await candidates(deps);
  return all.filter((one) => holdsWords(folded(one.name), words)).slice(0, mostFound);
}

/** A photo as a data address; nothing for whoever has none. */
export async function photoOf(deps: Platform, personId: string): Promise<string | undefined> {
  const photo = await deps.directory.photo(personId);
  return photo && `data:${photo.type};base64,${Buffer.from(photo.bytes).toString('base64')}`;
}
