/** What a programme's people were asked, and what of it was released. Everything here may be seen by everybody. */
import type { Platform } from '../../../../platform/platform.ts';
import type { Audience, Filters } from '../../../surveys/audience/model.ts';
import { rulesOf } from '../../../surveys/audience/rules.ts';
import type { Survey } from '../../../surveys/model.ts';
import { isSameQuestion } from '../../../surveys/rounds/rules.ts';
import { indexPartition, surveyIndex } from '../../../surveys/store.ts';
import { findSurvey } from '../../../surveys/usecases.ts';
import { figuresId } from '../../../checkins/store.ts';
import { releasedGoals } from '../../../pairs/goals/settling/usecases.ts';
import type { Release } from '../../../release/model.ts';
import { releasedComparison } from '../../../release/rounds/usecases.ts';
import { latestRelease } from '../../../release/usecases.ts';
import { agreeing, changeBetween, linkedAgreeing, type SaidFigure } from '../said/rules.ts';
import type { ToldValue } from '../model.ts';

type Participants = NonNullable<Filters['participants']>;

/** A survey that asks people of this programme and nobody else. */
export interface OwnSurvey {
  readonly survey: Survey;
  /** `mentee`, `mentor` or both, in order. */
  readonly roles: string;
  readonly stages: ReadonlySet<Participants['stages'][number]>;
  /** Its last word, once it has closed. */
  readonly release?: Release;
}

/** Oldest first; those that were called off are left out. */
export async function surveysOfProgramme(deps: Platform, programmeId: string): Promise<OwnSurvey[]> {
  const lines = await surveyIndex.list(deps.tables, indexPartition);
  const found = await Promise.all(lines.map(({ value }) => findSurvey(deps, value.surveyId)));
  const own = found.flatMap((survey) => {
    const asked = survey && survey.state !== 'cancelled' ? askedOf(survey.audience, programmeId) : undefined;
    return survey && asked ? [{ survey, ...asked }] : [];
  });
  const withRelease = await Promise.all(own.map((one) => released(deps, one)));
  return withRelease.sort((a, b) => a.survey.createdAt - b.survey.createdAt);
}

function askedOf(audience: Audience, programmeId: string): Pick<OwnSurvey, 'roles' | 'stages'> | undefined {
  const { any } = rulesOf(audience);
  const asked = any.map(({ participants }) => participants);
  if (asked.length === 0 || !asked.every((one) => one?.programmeId === programmeId)) return undefined;
  const all = asked.flatMap((one) => one ?? []);
  return {
    roles: [...new Set(all.flatMap(({ roles }) => roles))].toSorted().join(' '),
    stages: new Set(all.flatMap(({ stages }) => stages)),
  };
}

async function released(deps: Platform, one: OwnSurvey): Promise<OwnSurvey> {
  const release = one.survey.state === 'closed' ? await latestRelease(deps, one.survey.id) : undefined;
  return release?.isFinal ? { ...one, release } : one;
}

export const asks = ({ survey }: OwnSurvey, itemId: string): boolean => survey.items.some(({ id }) => id === itemId);

/** The newest word on a question. */
export function saidIn(all: readonly OwnSurvey[], itemId: string): SaidFigure | undefined {
  const last = all.findLast((one) => one.release && asks(one, itemId));
  return last && figureIn(last, itemId);
}

function figureIn({ release }: OwnSurvey, itemId: string): SaidFigure | undefined {
  return (
    release &&
    agreeing(
      release.figures.find((one) => one.itemId === itemId),
      release.responses,
    )
  );
}

/** Released figures of the check-in. */
export async function saidInCheckIns(
  deps: Platform,
  programmeId: string,
  itemId: string,
): Promise<SaidFigure | undefined> {
  const release = await releasedCheckIns(deps, programmeId);
  const figure = release?.figures.find((one) => one.itemId === itemId);
  return release && agreeing(figure, release.responses);
}

/** What mentees said came of their own goals: reached agrees. */
export async function saidOfGoals(
  deps: Platform,
  programmeId: string,
  itemId: string,
): Promise<SaidFigure | undefined> {
  const release = await releasedGoals(deps, programmeId);
  const figure = release?.figures.find((one) => one.itemId === itemId);
  return release && agreeing(figure, release.responses);
}

/** Without making a release: that follows from counting (`../quality/facts`). */
export function releasedCheckIns(deps: Platform, programmeId: string): Promise<Release | undefined> {
  return latestRelease(deps, figuresId(programmeId, 'day-30'));
}

export interface Change {
  readonly before: SaidFigure;
  readonly after: SaidFigure;
  readonly told?: ToldValue;
}

/** The last time against the first time that the same question was asked of the same side. */
export async function changeIn(
  deps: Platform,
  all: readonly OwnSurvey[],
  itemId: string,
  baselineBy: number,
): Promise<Change | 'not-measured' | 'no-baseline'> {
  const told = all.filter((one) => one.release && asks(one, itemId));
  const last = told.at(-1);
  // Asked before, and not since.
  if (!last || (told.length === 1 && askedBy(told, itemId, baselineBy))) return 'not-measured';
  const first = told.find((one) => one !== last && isComparable(one, last, itemId));
  if (!first) return 'no-baseline';
  const [before, after] = [figureIn(first, itemId), figureIn(last, itemId)];
  if (!before || !after) return 'not-measured';
  const same = last.survey.after === first.survey.id ? await releasedComparison(deps, last.survey.id) : undefined;
  const both = linkedAgreeing(same?.figures.find((one) => one.itemId === itemId)) ?? { before, after };
  const change = changeBetween(both.before, both.after);
  return { ...both, ...(change ? { told: change } : {}) };
}

function isComparable(one: OwnSurvey, other: OwnSurvey, itemId: string): boolean {
  const [mine, theirs] = [one, other].map(({ survey }) => survey.items.find(({ id }) => id === itemId));
  return one.roles === other.roles && mine !== undefined && theirs !== undefined && isSameQuestion(mine, theirs);
}

/** Asked by the day, which is the last on which an answer tells how things were before. */
export const askedBy = (all: readonly OwnSurvey[], itemId: string, day: number): boolean =>
  all.some((one) => asks(one, itemId) && one.survey.openedAt !== undefined && one.survey.openedAt <= day);
