/** The one function through which results leave, and what it published so far. Nothing else reads raw answers. */
import { isFailure } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Mode } from './answers/model.ts';
import { answersFor } from './answers/store.ts';
import { mixAnswers } from './answers/usecases.ts';
import { floors, type Release, type ReleaseItem } from './model.ts';
import { nextRelease } from './rules.ts';
import { latestPublished, publication, releasedIds } from './store.ts';

export interface ReleaseRequest {
  readonly surveyId: string;
  readonly items: readonly ReleaseItem[];
  /** No answer comes any more: the next release is the last. */
  readonly isClosing: boolean;
  /** Anonymous where it is not said. */
  readonly mode?: Mode;
}

/** Publishes the next batch when there is one, and gives what may be seen now; nothing while there is nothing to see. */
export async function releaseResults(deps: Platform, request: ReleaseRequest): Promise<Release | undefined> {
  const { surveyId, items, isClosing, mode } = request;
  const previous = await latestPublished(deps.tables, surveyId);
  if (previous?.release.isFinal) return previous.release;

  // Confidential answers may still be replaced and taken back: a figure that moved with one of them would be that answer.
  if (mode === 'confidential' && !isClosing) return undefined;
  await mixAnswers(deps, surveyId, { isClosing });
  const rows = shuffled(await answersFor(mode).list(deps.tables, surveyId));
  const responses = rows.map((row) => row.value);
  const next = nextRelease({ items, responses, previous, isClosing, now: deps.clock.now() });
  if (!next) return previous?.release;

  const isLarger = next.basis.responses > (previous?.basis.responses ?? 0);
  const known = await releasedIds(deps.tables, surveyId);
  const taken = isLarger ? rows.map((row) => row.key.join()).filter((id) => !known.has(id)) : [];
  try {
    await deps.tables.commit(publication(surveyId, next, taken.toSorted()));
    return next.release;
  } catch (error) {
    // Somebody else published this number: what they published is what everybody sees.
    if (!isFailure(error, 'conflict')) throw error;
    const theirs = (await latestPublished(deps.tables, surveyId))?.release;
    return isClosing && !theirs?.isFinal ? releaseResults(deps, request) : theirs;
  }
}

/** True when closing now would leave something to see. Publishes nothing: the last few answers would miss the last release. */
export async function mayPublish(deps: Platform, surveyId: string, mode?: Mode): Promise<boolean> {
  if (await latestPublished(deps.tables, surveyId)) return true;
  return (await answersFor(mode).list(deps.tables, surveyId)).length >= floors.rating;
}

/** What was published last, without publishing anything. */
export async function latestRelease(deps: Platform, surveyId: string): Promise<Release | undefined> {
  return (await latestPublished(deps.tables, surveyId))?.release;
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((one) => ({ one, place: newId() }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ one }) => one);
}
