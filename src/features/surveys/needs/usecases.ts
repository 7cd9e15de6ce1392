/** The needs map of the organisation: the newest survey of each side that told something, and what was told of talks. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { releasedParts } from '../../release/cuts/usecases.ts';
import type { Release } from '../../release/model.ts';
import { toldFindings } from '../../release/themes/usecases.ts';
import { latestRelease } from '../../release/usecases.ts';
import type { Survey } from '../model.ts';
import { mayRunSurveys } from '../policy.ts';
import { indexPartition, surveyIndex } from '../store.ts';
import { proposed } from '../themes/usecases.ts';
import { ownThemes, themesPartition } from '../themes/store.ts';
import { findSurvey } from '../usecases.ts';
import type { NeedsMap } from './model.ts';
import { needsLines, offeredItem, soughtItem } from './rules.ts';

type Told = { readonly survey: Survey; readonly release: Release };

export async function needsMapOf(deps: Platform, caller: Caller): Promise<NeedsMap> {
  if (!mayRunSurveys(caller)) throw new Failure('not-found', 'survey-gone');
  const { language } = caller;
  const [[sought, offered], findings, own] = await Promise.all([
    bothSides(deps),
    toldFindings(deps),
    ownThemes.list(deps.tables, themesPartition),
  ]);
  const names = new Map(proposed.map(({ id, name }) => [id, name[language]]));
  for (const { value } of own) names.set(value.id, value.name);
  const nameOf = (topic: string): string => names.get(topic) ?? topic;
  const inTalks = new Set(findings.flatMap(({ themes }) => themes));
  return {
    lines: needsLines({ sought: sought?.release, offered: offered?.release, nameOf, inTalks }),
    ...(sought ? { seekers: sought.release.responses } : {}),
    ...(offered ? { mentors: offered.release.responses } : {}),
    barriers: sought ? await barriersOf(deps, sought, language) : [],
    talks: findings.map(({ about, people, themes, quotes }) => ({ about, people, themes, quotes })),
    themes: Object.fromEntries([...inTalks].map((id) => [id, nameOf(id)])),
  };
}

/** For a later feature, without asking who: the topics alone, as they were told. */
export async function neededTopics(deps: Platform, language: Caller['language']): Promise<NeedsMap['lines']> {
  const [sought, offered] = await bothSides(deps);
  const names = new Map(proposed.map(({ id, name }) => [id, name[language]]));
  const nameOf = (topic: string): string => names.get(topic) ?? topic;
  return needsLines({ sought: sought?.release, offered: offered?.release, nameOf, inTalks: new Set() });
}

async function bothSides(deps: Platform): Promise<(Told | undefined)[]> {
  const surveys = await surveysNewestFirst(deps);
  return Promise.all([soughtItem, offeredItem].map((item) => newestWith(deps, surveys, item)));
}

async function surveysNewestFirst(deps: Platform): Promise<Survey[]> {
  const lines = await surveyIndex.list(deps.tables, indexPartition);
  const found = await Promise.all(lines.map(({ value }) => findSurvey(deps, value.surveyId)));
  return found.flatMap((one) => (one ? [one] : [])).toSorted((a, b) => b.createdAt - a.createdAt);
}

async function newestWith(deps: Platform, surveys: readonly Survey[], itemId: string): Promise<Told | undefined> {
  for (const survey of surveys) {
    if (!survey.items.some(({ id }) => id === itemId)) continue;
    const release = await latestRelease(deps, survey.id);
    if (release) return { survey, release };
  }
  return undefined;
}

async function barriersOf(
  deps: Platform,
  { survey }: Told,
  language: Caller['language'],
): Promise<NeedsMap['barriers']> {
  const parts = await releasedParts(deps, survey.id);
  return parts.flatMap(({ itemId, cuts }) => {
    const question = survey.items.find(({ id }) => id === itemId);
    const single = cuts.filter((one) => one.parts.length === 1 && one.figure.state === 'mean');
    return question && single.length > 0 ? [{ id: itemId, question: question.text[language], cuts: single }] : [];
  });
}
