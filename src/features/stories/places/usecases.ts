/**
 * Where a story stands besides the gallery. A channel's post is replaced by us; for a newsletter or a blog a human is asked until it is
 * done. Whether something may stay is asked of the ledger each time, never remembered.
 */
import { day } from '../../../platform/clock.ts';
import type { Caller, JobResult } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { Undeliverable } from '../../../platform/teams/delivery.ts';
import { pairsOfPerson } from '../../pairs/usecases.ts';
import { coordinatedProgramme, coordinatorsOf, programmeOf } from '../../programmes/usecases.ts';
import { withdrawnPost } from '../cards.ts';
import { settleTask, tell, withdrawStory } from '../consent/usecases.ts';
import { placeReach, type Place, type PlaceDraft, type PlaceView, type Reach, type Story } from '../model.ts';
import { mayStay, reachesTo } from '../rules.ts';
import { places, stories, translations } from '../store.ts';
import { countsFor } from '../translations/rules.ts';
import { findStory, storyIdOf, type KnownStory } from '../usecases.ts';

/** Until a place outside is clean, coordinators are reminded of it every week. */
const remindDays = 7;

export interface StoryAddress {
  readonly programmeId: string;
  readonly storyId: string;
}

type There = Pick<Place, 'kind' | 'where' | 'version' | 'translation' | 'named'>;

/** A channel has one post of a version. Elsewhere other words, or other names under them, are another place. */
const placeIdOf = ({ kind, where, version, translation, named }: There): string =>
  kind === 'channel'
    ? idOf('place', kind, where, String(version))
    : idOf('place', kind, where, String(version), ...(translation === undefined ? [] : [translation]), ...named);

/** For coordinators, of a published story that may go there. Failures `not-found`, `conflict`. */
export async function toPlace(
  deps: Platform,
  caller: Caller,
  { programmeId, storyId }: StoryAddress,
  reach: Reach,
): Promise<KnownStory> {
  await coordinatedProgramme(deps, caller, programmeId);
  const row = await stories.find(deps.tables, programmeId, storyId);
  const found = row?.value.state === 'published' ? await findStory(deps, programmeId, storyId) : undefined;
  if (!found) throw new Failure('not-found', 'story-gone');
  if (!found.standing) throw new Failure('conflict', 'story-over');
  if (!reachesTo(found.standing, reach)) throw new Failure('conflict', 'not-so-far');
  return found;
}

/** Notes where a human has put it: so that it is found again when it has to go. */
export async function notePlace(deps: Platform, caller: Caller, at: StoryAddress, draft: PlaceDraft): Promise<void> {
  const { row, standing } = await toPlace(deps, caller, at, placeReach[draft.kind]);
  const place = newPlace(row.value, standing?.named ?? [], draft, deps.clock.now());
  await keepPlace(deps, at, place);
}

/** Notes a place; false when the story was withdrawn meanwhile, and the place has to go at once. */
export async function keepPlace(deps: Platform, at: StoryAddress, place: Place): Promise<boolean> {
  await putPlace(deps, at.programmeId, place);
  const mayStand = mayStandAt(place, await findStory(deps, at.programmeId, at.storyId));
  if (!mayStand) await settle(deps, at);
  return mayStand;
}

export function newPlace(
  one: Story,
  named: readonly string[],
  { kind, where, translation }: Pick<Place, 'kind' | 'where' | 'translation'>,
  at: number,
): Place {
  const words = { version: one.version, ...(translation === undefined ? {} : { translation }) };
  const there = { kind, where, ...words, named: named.toSorted() };
  return { ...there, id: placeIdOf(there), storyId: one.id, at };
}

/** The same place of the same words is one row, however often it is noted. */
export async function putPlace(deps: Platform, programmeId: string, next: Place): Promise<void> {
  await untilUnchanged(async () => {
    const row = await places.find(deps.tables, programmeId, next.storyId, next.id);
    const change = row ? places.replace(row, next) : places.create(programmeId, [next.storyId, next.id], next);
    await deps.tables.commit([change]);
  });
}

/** What a coordinator sees: where stories stand, what has to be taken down first. */
export async function placesOf(deps: Platform, caller: Caller, programmeId: string): Promise<PlaceView[]> {
  await coordinatedProgramme(deps, caller, programmeId);
  const [rows, told] = await Promise.all([
    places.list(deps.tables, programmeId),
    stories.list(deps.tables, programmeId),
  ]);
  const channels = rows.some(({ value }) => value.kind === 'channel') ? await deps.teams.channels() : [];
  return rows
    .map(({ value }): PlaceView => {
      const { id, storyId, kind, where, at, offSince, goneAt } = value;
      const title = goneAt === undefined ? (told.find((row) => row.value.id === storyId)?.value.title ?? '') : '';
      const channel = channels.find((one) => one.channelId === where);
      return {
        ...{ id, storyId, kind, at, title, where: channel ? `${channel.teamName} · ${channel.name}` : where },
        state: goneAt !== undefined ? 'gone' : offSince !== undefined ? 'to-take-down' : 'there',
      };
    })
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.at - a.at);
}

const order = ['to-take-down', 'there', 'gone'];

/** A human has taken it down. Pressed twice it is the same. */
export async function markGone(
  deps: Platform,
  caller: Caller,
  { programmeId, storyId }: StoryAddress,
  placeId: string,
): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  const row = await places.find(deps.tables, programmeId, storyId, placeId);
  if (!row || (row.value.kind === 'channel' && row.value.offSince === undefined))
    throw new Failure('not-found', 'place-gone');
  if (row.value.goneAt !== undefined) return;
  await deps.tables.commit([places.replace(row, { ...row.value, goneAt: deps.clock.now() })]);
}

/** Takes the story away wherever it may not stand any more, and tells both when its time is over. Run again it does the rest. */
export async function settle(deps: Platform, { programmeId, storyId }: StoryAddress): Promise<JobResult> {
  const [found, all] = await Promise.all([
    findStory(deps, programmeId, storyId),
    places.list(deps.tables, programmeId, storyId),
  ]);
  const one = found?.row.value;
  const off = all.filter(({ value }) => value.goneAt === undefined && !mayStandAt(value, found));
  const tried = await Promise.allSettled(off.map((row) => takeAway(deps, programmeId, row)));
  if (found) await endTranslations(deps, found);
  if (one?.state === 'published' && !found?.standing)
    for (const personId of [one.authorId, one.partnerId])
      await deps.outbox.ask('programmes', programmeId, tell(one, personId, 'over'));
  // The rest is done; what did not go is tried again.
  for (const one of tried) if (one.status === 'rejected') throw one.reason;
  return undefined;
}

/** What was said of other words, or of a story that was withdrawn, is over; it does not count before that either. */
async function endTranslations(deps: Platform, { row, translations: known }: KnownStory): Promise<void> {
  const one = row.value;
  if (known.length === 0) return;
  const isOver = ({ endedAt, version }: (typeof known)[number]['value']): boolean =>
    endedAt === undefined && (one.state === 'withdrawn' || version !== one.version);
  await untilUnchanged(async () => {
    const over = (await translations.list(deps.tables, one.programmeId, one.id)).filter(({ value }) => isOver(value));
    const endedAt = deps.clock.now();
    if (over.length > 0)
      await deps.tables.commit(over.map((text) => translations.replace(text, { ...text.value, endedAt })));
  });
}

/** By what is known now. */
function mayStandAt(place: Place, found: KnownStory | undefined): boolean {
  const one = found?.row.value;
  const counts = (translationId: string): boolean =>
    found?.translations.some(({ value }) => value.id === translationId && countsFor(value, found.row.value)) === true;
  return mayStay(place, one, found?.standing, counts);
}

/** Also when somebody wrote to the place meanwhile; one that is gone by then is left alone. */
function takeAway(deps: Platform, programmeId: string, { key }: Row<Place>): Promise<void> {
  return untilUnchanged(async () => {
    const row = await places.find(deps.tables, programmeId, ...key);
    if (!row || row.value.goneAt !== undefined) return;
    const now = deps.clock.now();
    const { offSince, storyId, id: placeId } = row.value;
    if (await isReplaced(deps, programmeId, row.value)) {
      await deps.tables.commit([places.replace(row, { ...row.value, offSince: offSince ?? now, goneAt: now })]);
      return;
    }
    if (offSince !== undefined) return;
    const data = { programmeId, storyId, placeId };
    const remind = { id: idOf('stories.clean-up', storyId, placeId, String(now)), job: 'stories.clean-up', data };
    await deps.outbox.commit([places.replace(row, { ...row.value, offSince: now })], [remind]);
  });
}

/** A post that we can replace, or that somebody has deleted. For all else a human is asked. */
async function isReplaced(deps: Platform, programmeId: string, { kind, where, messageId }: Place): Promise<boolean> {
  if (kind !== 'channel' || messageId === undefined) return false;
  const { language } = await programmeOf(deps, programmeId);
  try {
    await deps.teams.updatePost(where, messageId, withdrawnPost(language), language);
    return true;
  } catch (error) {
    if (!(error instanceof Undeliverable)) throw error;
    return error.reason === 'message-gone' || error.reason === 'no-chat';
  }
}

/** To every coordinator, now and each week until a human has said that it is gone. */
export async function remindToCleanUp(
  deps: Platform,
  { programmeId, storyId, placeId }: StoryAddress & { readonly placeId: string },
): Promise<JobResult> {
  const row = await places.find(deps.tables, programmeId, storyId, placeId);
  if (!row || !isToTakeDown(row.value)) return undefined;
  const now = deps.clock.now();
  for (const personId of await coordinatorsOf(deps, programmeId))
    await deps.outbox.ask('programmes', programmeId, {
      id: idOf(
        'stories.tell-clean-up',
        placeId,
        personId,
        String(Math.floor((now - (row.value.offSince ?? now)) / day)),
      ),
      ...{ job: 'stories.tell-clean-up', data: { programmeId, storyId, placeId, personId } },
    });
  return { again: now + remindDays * day };
}

export const isToTakeDown = ({ offSince, goneAt }: Place): boolean => offSince !== undefined && goneAt === undefined;

/** For whoever is forgotten: their stories are withdrawn, and go from wherever they can be taken. */
export async function withdrawStoriesOf(deps: Platform, personId: string): Promise<void> {
  const caller: Caller = { personId, language: 'en', roles: [] };
  for (const { programmeId, id: pairId } of await pairsOfPerson(deps, personId)) {
    const at = { programmeId, storyId: storyIdOf(pairId) };
    if (!(await stories.find(deps.tables, programmeId, at.storyId))) continue;
    await withdrawStory(deps, caller, programmeId, at.storyId);
    await settle(deps, at);
  }
}

/** For whoever leaves: nobody takes a consent for theirs that they cannot take back any more. */
export async function settleStoriesOf(deps: Platform, personId: string): Promise<void> {
  for (const { programmeId, id: pairId } of await pairsOfPerson(deps, personId)) {
    const row = await stories.find(deps.tables, programmeId, storyIdOf(pairId));
    if (row) await deps.outbox.ask('programmes', programmeId, settleTask(row.value, `left-${personId}`.slice(0, 64)));
  }
}
