/** What coordinators see of a survey, what they decide from it, and what other features may know of that. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/words.ts';
import { sentAbout } from '../../people/messages/usecases.ts';
import { findPeople } from '../../people/usecases.ts';
import { releasedParts } from '../../release/cuts/usecases.ts';
import { latestRelease, mayPublish, releaseResults } from '../../release/usecases.ts';
import type { Decision, DecisionDraft, Survey, SurveyLine, SurveyPage } from '../model.ts';
import { mayRunSurveys } from '../policy.ts';
import { constructs, setOf } from '../bank/rules.ts';
import type { Level } from '../questions/model.ts';
import { releaseItemsOf } from '../questions/rules.ts';
import { closesAt } from '../rules.ts';
import { decisionKey, decisions, indexPartition, surveyIndex } from '../store.ts';
import { modeOf } from '../rounds/rules.ts';
import { findSurvey, ownSurvey } from '../usecases.ts';
import { resultsOf, supportOf } from './rules.ts';

/** All surveys that belong to no programme, newest first. */
export async function listSurveys(deps: Platform, caller: Caller): Promise<SurveyLine[]> {
  if (!mayRunSurveys(caller)) throw new Failure('not-found', 'survey-gone');
  const lines = await surveyIndex.list(deps.tables, indexPartition);
  const found = await Promise.all(lines.map(({ value }) => findSurvey(deps, value.surveyId)));
  const known = found.flatMap((one) => (one ? [one] : [])).toSorted((a, b) => b.createdAt - a.createdAt);
  return Promise.all(known.map((one) => lineOf(deps, one, caller.language)));
}

async function lineOf(deps: Platform, survey: Survey, language: Language): Promise<SurveyLine> {
  const { id, audience, sample, partedBy, closesOn, state, set, createdAt, remindOn, openedAt } = survey;
  const [release, written] = await Promise.all([latestRelease(deps, id), decisionsOf(deps, id)]);
  const choice = written.at(-1)?.choice;
  return {
    ...{ id, audience, closesOn, state, set, createdAt, remindOn, closesAt: closesAt(survey) },
    ...(openedAt === undefined ? {} : { openedAt }),
    ...(sample ? { sample } : {}),
    ...(partedBy ? { partedBy } : {}),
    title: setOf(set).title[language],
    ...(release ? { responses: release.responses } : {}),
    ...(choice ? { choice } : {}),
  };
}

/** The page of a survey; looking at it releases the next batch when there is one. */
export async function surveyPageOf(deps: Platform, caller: Caller, surveyId: string): Promise<SurveyPage> {
  const { value: survey } = await ownSurvey(deps, caller, surveyId);
  const isRunning = survey.state === 'open' || survey.state === 'closed';
  const isClosing = survey.state === 'closed';
  const mode = modeOf(survey);
  const asked = { surveyId, items: releaseItemsOf(survey.items), isClosing, mode };
  const release = isRunning ? await releaseResults(deps, asked) : undefined;
  const [line, sent, written, parts] = await Promise.all([
    lineOf(deps, survey, caller.language),
    sentAbout(deps, 'surveys', surveyId),
    decisionsOf(deps, surveyId),
    releasedParts(deps, surveyId),
  ]);
  const nameOf = (id: string): string => constructs.find((one) => one.id === id)?.name[caller.language] ?? '';
  const names = await findPeople(
    deps,
    written.map(({ by }) => by),
  );
  return {
    ...line,
    ...framesOf(survey, caller.language),
    items: survey.items,
    link: deps.teams.tabLink(`/surveys/${surveyId}/answer`, line.title),
    floor: survey.floor,
    ...(survey.asked === undefined ? {} : { asked: survey.asked }),
    arrived: sent.filter(({ state }) => state === 'arrived').length,
    failed: sent.filter(({ state }) => state === 'failed').length,
    mode,
    mayClose: survey.state === 'open' && (release !== undefined || (await mayPublish(deps, surveyId, mode))),
    ...(release ? { results: resultsOf(release, survey.items, { asked: survey.asked, nameOf }) } : {}),
    parts,
    decisions: written.map((one) => ({ ...one, ...writerOf(names.get(one.by)) })),
  };
}

function framesOf({ set }: Survey, language: Language) {
  const { title: titles, intro, minutes, sections, scoring } = setOf(set);
  return { titles, intro, minutes, scoring: scoring[language], ...(sections ? { sections } : {}) };
}

function writerOf(one: { readonly name: string } | undefined): { byName?: string } {
  return one ? { byName: one.name } : {};
}

/** Adds to the decisions, which all stay. Sent twice it is one; written over another's unseen one it is a conflict. */
export async function decide(
  deps: Platform,
  caller: Caller,
  surveyId: string,
  draft: DecisionDraft,
): Promise<Decision> {
  const { value: survey } = await ownSurvey(deps, caller, surveyId);
  if (survey.state !== 'closed') throw new Failure('conflict', 'not-closed-yet');
  const { choice, why, after } = draft;
  const written = await decisionsOf(deps, surveyId);
  const last = written.at(-1);
  if (last?.choice === choice && last.why === why && last.by === caller.personId) return last;
  if (written.length !== after) throw new Failure('conflict', 'decided-meanwhile');
  const next: Decision = { choice, why, at: deps.clock.now(), by: caller.personId };
  try {
    await deps.tables.commit([decisions.create(surveyId, decisionKey(after + 1), next)]);
  } catch (error) {
    throw isFailure(error, 'conflict') ? new Failure('conflict', 'decided-meanwhile', { cause: error }) : error;
  }
  return next;
}

async function decisionsOf(deps: Platform, surveyId: string): Promise<Decision[]> {
  return (await decisions.list(deps.tables, surveyId)).map((row) => row.value);
}

export interface SupportDecision extends Decision {
  /** 0 to 100; absent where too few answered. */
  readonly score?: number;
  readonly level?: Level;
}

/** For the programme that is started from a survey: the decision that stands, with the score; nothing when none was taken. */
export async function supportDecisionOf(deps: Platform, surveyId: string): Promise<SupportDecision | undefined> {
  const [survey, written, release] = await Promise.all([
    findSurvey(deps, surveyId),
    decisionsOf(deps, surveyId),
    latestRelease(deps, surveyId),
  ]);
  const last = written.at(-1);
  if (!last || !survey) return undefined;
  const { score, level } = supportOf(survey.items, release?.figures ?? []);
  return { ...last, ...(score === undefined ? {} : { score }), ...(level ? { level } : {}) };
}
