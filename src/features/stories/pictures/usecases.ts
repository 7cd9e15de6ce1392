/** The picture of a story, cleaned like those of courses: only what draws it. Whoever may read the story sees it. */
import type { Caller, Download } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idFor } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { pairFor } from '../../pairs/usecases.ts';
import { cleaned, fileOf } from '../../training/own/pictures/usecases.ts';
import { storyPictures } from '../store.ts';
import { storyFor, storyIdOf } from '../usecases.ts';
import type { PairAddress } from '../write/usecases.ts';

/** Chosen, put back, chosen again; more than that is no story. */
const mostPictures = 10;

/** What it says to those who do not see it stands with its id in the story. Failures `bad-input`, `conflict`, `not-found`. */
export async function addStoryPicture(
  deps: Platform,
  caller: Caller,
  { programmeId, pairId }: PairAddress,
  data: string,
): Promise<{ pictureId: string }> {
  await pairFor(deps, caller.personId, programmeId, pairId);
  const storyId = storyIdOf(pairId);
  const there = await storyPictures.list(deps.tables, programmeId, storyId);
  const pictureId = idFor(caller, 'story-picture');
  if (there.some(({ key }) => key[1] === pictureId)) return { pictureId };
  if (there.length >= mostPictures) throw new Failure('conflict', 'story-pictures-full');
  const kept = await cleaned(data);
  await deps.tables.commit([storyPictures.create(programmeId, [storyId, pictureId], kept)]);
  return { pictureId };
}

export interface PictureAddress {
  readonly programmeId: string;
  readonly storyId: string;
  readonly pictureId: string;
}

/** Only the one that stands in the story: what was put back is seen by nobody. */
export async function storyPicture(
  deps: Platform,
  caller: Caller,
  { programmeId, storyId, pictureId }: PictureAddress,
): Promise<Download> {
  const { row } = await storyFor(deps, caller, programmeId, storyId);
  const kept =
    row.value.picture?.id === pictureId
      ? await storyPictures.find(deps.tables, programmeId, storyId, pictureId)
      : undefined;
  if (!kept) throw new Failure('not-found', 'picture-gone');
  return fileOf(pictureId, kept.value);
}
