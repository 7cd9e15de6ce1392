/** Rounds: asking again, what can be compared, and, once both have closed, what changed and who answered. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/words.ts';
import { releasedRates, releaseWhoAnswered } from '../../release/missing/usecases.ts';
import { leastOften } from '../../release/missing/rules.ts';
import { releaseComparison, releasedComparison } from '../../release/rounds/usecases.ts';
import { latestRelease } from '../../release/usecases.ts';
import type { Survey } from '../model.ts';
import { partItemsOf } from '../questions/rules.ts';
import { participationOf } from '../results/rules.ts';
import { askedRows } from '../store.ts';
import { requireOwnProgramme } from '../audience/usecases.ts';
import { attributes, findSurvey, makeDraft, ownSurvey, sameAgain, type DraftContent } from '../usecases.ts';
import type { RoundsView } from './model.ts';
import { areLinked, chainOf, changesOf, modeOf, sharedOf } from './rules.ts';
import { nextRounds } from './store.ts';

const only = 'own';

/** The next round as a draft: the same questions to the same people, kept in the same way. Pressed twice it is one. */
export async function askAgain(deps: Platform, caller: Caller, surveyId: string): Promise<Survey> {
  const { value: survey } = await ownSurvey(deps, caller, surveyId);
  if (survey.state !== 'closed') throw new Failure('conflict', 'not-closed-yet');
  await requireOwnProgramme(deps, caller, survey.audience);
  const row = await nextRounds.find(deps.tables, surveyId, only);
  const made = row && (await findSurvey(deps, row.value.surveyId));
  if (made && made.state !== 'cancelled') return made;
  // The press before this one may have ended between the two.
  if (row && !made) return makeDraft(deps, caller, nextRound(deps, survey, row.value.surveyId));
  const id = newId();
  try {
    const value = { surveyId: id };
    await deps.tables.commit([row ? nextRounds.replace(row, value) : nextRounds.create(surveyId, only, value)]);
  } catch (error) {
    if (isFailure(error, 'conflict')) throw new Failure('conflict', 'asked-again-meanwhile', { cause: error });
    throw error;
  }
  return makeDraft(deps, caller, nextRound(deps, survey, id));
}

const nextRound = (deps: Platform, survey: Survey, id: string): DraftContent => ({
  ...{ ...sameAgain(deps, survey), id, after: survey.id, chainId: chainOf(survey) },
});

/** For the job, after the last release: who answered by part, and what those who answered both rounds said. */
export async function finishRound(deps: Platform, surveyId: string): Promise<void> {
  const survey = await findSurvey(deps, surveyId);
  if (survey?.state !== 'closed') return;
  const { floor } = survey;
  const asked = (await askedRows.list(deps.tables, surveyId)).map(({ value }) => value.of ?? {});
  await releaseWhoAnswered(deps, { surveyId, asked, attributes, floor, mode: modeOf(survey) });
  const earlier = await earlierOf(deps, survey);
  if (!earlier || !areLinked(earlier, survey)) return;
  // Of two that were made at the same moment one is the next round: a second comparison would not know of the first.
  if ((await nextRounds.find(deps.tables, earlier.id, only))?.value.surveyId !== surveyId) return;
  const oneBefore = await earlierOf(deps, earlier);
  await releaseComparison(deps, {
    ...{ surveyId, attributes, floor: Math.max(floor, earlier.floor) },
    earlierIds: [earlier.id, ...(oneBefore && areLinked(oneBefore, earlier) ? [oneBefore.id] : [])],
    items: partItemsOf(sharedOf(earlier.items, survey.items).kept),
  });
}

async function earlierOf(deps: Platform, { after }: Survey): Promise<Survey | undefined> {
  return after === undefined ? undefined : findSurvey(deps, after);
}

/** What is known of a survey as a round. Everything in it is a released figure, or was written by coordinators. */
export async function roundsOf(deps: Platform, caller: Caller, surveyId: string): Promise<RoundsView> {
  const { value: survey } = await ownSurvey(deps, caller, surveyId);
  const [earlier, next, release, rates] = await Promise.all([
    earlierOf(deps, survey),
    nextOf(deps, surveyId),
    latestRelease(deps, surveyId),
    releasedRates(deps, surveyId),
  ]);
  const overall = release?.isFinal ? participationOf(release.responses, survey.asked) : undefined;
  const least = overall === undefined ? undefined : leastOften(rates, overall);
  return {
    ...{ mode: modeOf(survey), mayAskAgain: survey.state === 'closed', rates },
    ...(next ? { nextId: next.id } : {}),
    ...(earlier ? await againstOf(deps, earlier, survey, caller.language) : {}),
    ...(overall === undefined ? {} : { overall }),
    ...(least ? { least } : {}),
  };
}

async function nextOf(deps: Platform, surveyId: string): Promise<Survey | undefined> {
  const row = await nextRounds.find(deps.tables, surveyId, only);
  const next = row && (await findSurvey(deps, row.value.surveyId));
  return next?.state === 'cancelled' ? undefined : next;
}

type Against = Pick<RoundsView, 'earlier' | 'changes'>;

async function againstOf(deps: Platform, earlier: Survey, survey: Survey, language: Language): Promise<Against> {
  const shared = sharedOf(earlier.items, survey.items);
  const [before, after, linked] = await Promise.all([
    latestRelease(deps, earlier.id),
    latestRelease(deps, survey.id),
    releasedComparison(deps, survey.id),
  ]);
  const isOver = before?.isFinal && after?.isFinal && shared.kept.length > 0;
  return {
    earlier: {
      ...{ id: earlier.id, closedAt: earlier.closedAt ?? earlier.createdAt, isLinked: areLinked(earlier, survey) },
      kept: shared.kept.length,
      dropped: shared.dropped.map(({ text }) => text[language]),
      added: shared.added.map(({ text }) => text[language]),
    },
    ...(isOver ? { changes: changesOf(shared.kept, { before, after, linked: linked?.figures ?? [] }) } : {}),
  };
}
