/** A story's post in a channel: asked for once, posted by a job under a place that was noted before it. */
import type { Caller } from '../../../../platform/doors.ts';
import { idOf } from '../../../../platform/ids.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { unlessChanged } from '../../../../platform/tables/conflict.ts';
import { TryLater, Undeliverable } from '../../../../platform/teams/delivery.ts';
import { programmeOf } from '../../../programmes/usecases.ts';
import { postCard } from '../../cards.ts';
import { postTask } from '../../consent/usecases.ts';
import type { Place } from '../../model.ts';
import { isInGallery, reachesTo } from '../../rules.ts';
import { places } from '../../store.ts';
import { toldIn } from '../../translations/rules.ts';
import { findStory } from '../../usecases.ts';
import { newPlace, putPlace, settle, toPlace, type StoryAddress } from '../usecases.ts';

/** Into a channel, also later and into several. */
export async function postStory(deps: Platform, caller: Caller, at: StoryAddress, channelId: string): Promise<void> {
  const { row } = await toPlace(deps, caller, at, 'team');
  const { id } = newPlace(row.value, [], { kind: 'channel', where: channelId }, 0);
  const there = await places.find(deps.tables, at.programmeId, at.storyId, id);
  if (there && there.value.goneAt === undefined) return;
  // Of two presses one is asked for: the task is named by what was there before.
  const task = postTask(row.value, channelId, there?.value.goneAt ?? 0);
  const isTriedAgain = await deps.outbox.retry('programmes', at.programmeId, task.id);
  if (!isTriedAgain) await deps.outbox.ask('programmes', at.programmeId, task);
}

/** The post of a job; whatever was withdrawn meanwhile is taken away again by the look that follows. */
export async function post(
  deps: Platform,
  { programmeId, storyId }: StoryAddress,
  channelId: string,
  sendId: string,
): Promise<void> {
  const found = await findStory(deps, programmeId, storyId);
  const one = found?.row.value;
  if (!found || one?.state !== 'published' || !reachesTo(found.standing, 'team')) {
    // An earlier try may have posted it.
    await settle(deps, { programmeId, storyId });
    return;
  }
  const { language } = await programmeOf(deps, programmeId);
  const { translationId: translation, ...told } = toldIn(
    language,
    one,
    found.translations.map(({ value }) => value),
  );
  const at = { kind: 'channel', where: channelId, ...(translation === undefined ? {} : { translation }) } as const;
  const place = newPlace(one, [], at, deps.clock.now());
  const link = isInGallery(one, found.standing)
    ? deps.teams.tabLink(`/stories/${programmeId}/${storyId}`, told.title)
    : undefined;
  const card = postCard(language, { ...told, isTranslation: translation !== undefined }, link);
  const own = await roomFor(deps, programmeId, place, sendId);
  if (!own) return;
  const { messageId } = await deps.teams
    .postToChannel(channelId, card, { sendId, language })
    .catch(async (error: unknown) => {
      if (hasNotArrived(error)) await dropPlace(deps, programmeId, own);
      throw error;
    });
  await putPlace(deps, programmeId, { ...own, messageId });
  await settle(deps, { programmeId, storyId });
}

/**
 * The place comes first: what was posted, and not noted, would stand there for good. Nothing where the post is noted already. An
 * earlier try may have arrived without a word: then this one has a place of its own, and when it has to go, a human looks for that one.
 */
async function roomFor(deps: Platform, programmeId: string, place: Place, sendId: string): Promise<Place | undefined> {
  const before = (await places.find(deps.tables, programmeId, place.storyId, place.id))?.value;
  const isThere = before !== undefined && before.goneAt === undefined;
  if (isThere && before.messageId !== undefined) return undefined;
  if (isThere && (await deps.teams.findPost(place.where, sendId)) !== undefined) return place;
  const own = isThere ? { ...place, id: idOf(place.id, 'again') } : place;
  await putPlace(deps, programmeId, own).catch(async (error: unknown) => {
    // The answer may be lost, but nothing was posted.
    if (!before) await dropPlace(deps, programmeId, own);
    throw error;
  });
  return own;
}

const hasNotArrived = (error: unknown): boolean =>
  error instanceof Undeliverable || (error instanceof TryLater && !error.mayHaveArrived);

async function dropPlace(deps: Platform, programmeId: string, { storyId, id: placeId }: Place): Promise<void> {
  const row = await places.find(deps.tables, programmeId, storyId, placeId);
  if (row) await unlessChanged(deps.tables.commit([places.remove(row)]));
}
