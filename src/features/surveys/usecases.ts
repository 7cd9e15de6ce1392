/** The verbs of coordinators: create a survey, open it, close it, call it off; and finding one. */
import { day, localDate } from '../../platform/clock.ts';
import type { Caller } from '../../platform/doors.ts';
import { Failure, type FieldProblem } from '../../platform/errors.ts';
import { idFor, idOf } from '../../platform/ids.ts';
import type { NewTask } from '../../platform/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Row } from '../../platform/tables.ts';
import { organisationZone as zone } from '../../platform/zone.ts';
import { floors } from '../release/model.ts';
import { forgetAnswers } from '../release/answers/usecases.ts';
import { releaseParts } from '../release/cuts/usecases.ts';
import { mayPublish, releaseResults } from '../release/usecases.ts';
import { partIds, type BankSet, type OwnQuestion, type Survey, type SurveyDraft } from './model.ts';
import type { AudienceAnswer, AudienceCounts, AudienceQuestion, Group } from './audience/model.ts';
import { audienceChoices, countAudience, peopleIn, requireOwnProgramme } from './audience/usecases.ts';
import { sizeAsked } from './audience/sampling/rules.ts';
import { mayRunSurveys } from './policy.ts';
import { constructs, itemsFor, questionSets } from './bank/rules.ts';
import { partItemsOf, releaseItemsOf } from './questions/rules.ts';
import {
  closesAt,
  leastAsked,
  problemOfLastDay,
  problemOfReminders,
  remindsAt,
  supportSet,
  usualDays,
} from './rules.ts';
import type { WordingProblem } from './wording/model.ts';
import { wordingProblems } from './wording/rules.ts';
import { askedRows, findSurveyRow, indexPartition, onlyRow, surveyIndex, surveys } from './store.ts';

/** For other features, without asking who: the survey, or nothing. */
export async function findSurvey(deps: Platform, surveyId: string): Promise<Survey | undefined> {
  return (await findSurveyRow(deps.tables, surveyId))?.value;
}

/** The survey, when this caller runs surveys; else Failure `not-found`. */
export async function ownSurvey(deps: Platform, caller: Caller, surveyId: string): Promise<Row<Survey>> {
  const row = await findSurveyRow(deps.tables, surveyId);
  if (!row || !mayRunSurveys(caller)) throw new Failure('not-found', 'survey-gone');
  return row;
}

/** What an audience can be chosen by. */
export async function audienceCounts(deps: Platform, caller: Caller): Promise<AudienceCounts> {
  requireCoordinator(caller);
  return audienceChoices(deps, caller, { least: leastAsked, zone });
}

/** How many a draft would ask. */
export async function audienceSize(
  deps: Platform,
  caller: Caller,
  question: AudienceQuestion,
): Promise<AudienceAnswer> {
  requireCoordinator(caller);
  return countAudience(deps, caller, question);
}

/** Groups of the directory whose names have these words. */
export async function groupsNamed(deps: Platform, caller: Caller, words: string): Promise<Group[]> {
  requireCoordinator(caller);
  return (await deps.directory.groups(words)).map(({ id, name }) => ({ id, name }));
}

/** The ready sets, in the reader's language. */
export function bankFor(caller: Caller): BankSet[] {
  requireCoordinator(caller);
  const { language } = caller;
  return questionSets.map(({ id, moment, minutes, title, purpose, when, scoring, items }) => ({
    ...{ id, moment, minutes, title: title[language], purpose: purpose[language] },
    ...{ when: when[language], scoring: scoring[language] },
    items: items.map((one) => {
      const about = constructs.find(({ id: known }) => known === one.construct);
      const theme = { theme: about?.name[language] ?? '', why: about?.why[language] ?? '' };
      return { id: one.id, text: one.text[language], ...theme, source: about?.source ?? '' };
    }),
  }));
}

/** What could be better about the words of an own question, in each language. */
export function checkWording(caller: Caller, question: OwnQuestion): WordingProblem[] {
  requireCoordinator(caller);
  return wordingProblems(question);
}

/** A draft: nobody is asked anything before it is opened. */
export async function createSurvey(deps: Platform, caller: Caller, draft: SurveyDraft): Promise<Survey> {
  requireCoordinator(caller);
  await requireSound(deps, caller, draft);
  return makeDraft(deps, caller, { ...contentOf(draft), id: idFor(caller, 'survey') });
}

/** For the next round as well, which says what it follows. */
export async function makeDraft(deps: Platform, caller: Caller, content: DraftContent): Promise<Survey> {
  const before = await findSurvey(deps, content.id);
  if (before) return before;
  const created: Survey = {
    ...content,
    state: 'draft',
    ...{ zone, language: caller.language, floor: floors.rating },
    ...{ createdAt: deps.clock.now(), createdBy: caller.personId },
  };
  // The list first: a line that leads nowhere is skipped, a survey without a line would be lost.
  await deps.tables.commit([surveyIndex.put(indexPartition, created.id, { surveyId: created.id })]);
  await deps.tables.commit([surveys.create(created.id, onlyRow, created)]);
  return created;
}

export type DraftContent = Pick<
  Survey,
  'id' | 'audience' | 'sample' | 'partedBy' | 'closesOn' | 'set' | 'items' | 'remindOn' | 'mode'
> &
  Partial<Pick<Survey, 'after' | 'chainId'>>;

function contentOf({
  closesOn,
  set = supportSet,
  asks,
  remindOn = [],
  ...whom
}: SurveyDraft): Omit<DraftContent, 'id'> {
  return { ...whomOf(whom), closesOn, set, items: itemsFor(set, asks), remindOn: [...new Set(remindOn)].toSorted() };
}

/** Whom a survey asks, and how. */
function whomOf({ audience, sample, partedBy, mode }: Pick<SurveyDraft, 'audience' | 'sample' | 'partedBy' | 'mode'>) {
  const parts = partedBy && partIds.filter((one) => partedBy.includes(one));
  const optional = { ...(sample ? { sample } : {}), ...(parts ? { partedBy: parts } : {}), ...(mode ? { mode } : {}) };
  return { audience, ...optional };
}

/** Changes what is not open yet, as a whole. */
export async function changeSurvey(
  deps: Platform,
  caller: Caller,
  surveyId: string,
  draft: SurveyDraft,
): Promise<Survey> {
  const row = await ownSurvey(deps, caller, surveyId);
  if (row.value.state !== 'draft') throw new Failure('conflict', 'survey-over');
  await requireSound(deps, caller, draft);
  const { sample: _, partedBy: __, ...kept } = row.value;
  const changed: Survey = { ...kept, ...contentOf({ set: row.value.set, ...draft }) };
  await deps.tables.commit([surveys.replace(row, changed)]);
  return changed;
}

/** A new draft that asks the same of the same people, until as many days from now. */
export async function copySurvey(deps: Platform, caller: Caller, surveyId: string): Promise<Survey> {
  const survey = (await ownSurvey(deps, caller, surveyId)).value;
  await requireOwnProgramme(deps, caller, survey.audience);
  return makeDraft(deps, caller, { ...sameAgain(deps, survey), id: idFor(caller, 'survey') });
}

/** The same questions to the same people, until as many days from now. */
export function sameAgain(deps: Platform, survey: Survey): Omit<DraftContent, 'id'> {
  const closesOn = localDate(deps.clock.now() + usualDays * day, zone);
  return { ...whomOf(survey), set: survey.set, items: survey.items, closesOn, remindOn: [] };
}

/** Asks everybody in the audience. Pressed twice it opens once. */
export async function openSurvey(deps: Platform, caller: Caller, surveyId: string): Promise<Survey> {
  const row = await ownSurvey(deps, caller, surveyId);
  if (row.value.state === 'open') return row.value;
  if (row.value.state !== 'draft') throw new Failure('conflict', 'survey-over');
  await requireSound(deps, caller, row.value);
  const opened: Survey = { ...row.value, state: 'open', openedAt: deps.clock.now() };
  await deps.outbox.commit(
    [surveys.replace(row, opened)],
    [
      task('surveys.invite', surveyId),
      task('surveys.close', surveyId, closesAt(opened) + 1),
      ...opened.remindOn.map((on) => reminderTask(opened, on)),
    ],
  );
  return opened;
}

/** Before its last day, once there are results to be seen; without them it can only be called off. */
export async function closeSurvey(deps: Platform, caller: Caller, surveyId: string): Promise<Survey> {
  const row = await ownSurvey(deps, caller, surveyId);
  if (row.value.state === 'closed') return row.value;
  if (row.value.state !== 'open') throw new Failure('conflict', 'survey-over');
  if (!(await mayPublish(deps, surveyId, row.value.mode))) throw new Failure('conflict', 'too-few-to-close');
  return endSurvey(deps, row);
}

/** A survey that is called off leaves no answer. */
export async function cancelSurvey(deps: Platform, caller: Caller, surveyId: string): Promise<Survey> {
  const row = await ownSurvey(deps, caller, surveyId);
  if (row.value.state === 'cancelled') return row.value;
  if (row.value.state === 'closed') throw new Failure('conflict', 'survey-over');
  const cancelled: Survey = { ...row.value, state: 'cancelled', closedAt: deps.clock.now() };
  await deps.outbox.commit([surveys.replace(row, cancelled)], [task('surveys.finish', surveyId)]);
  return cancelled;
}

/** For the job: closes by date; again later when the date was put off. */
export async function closeByDate(deps: Platform, surveyId: string): Promise<{ again: number } | undefined> {
  const row = await findSurveyRow(deps.tables, surveyId);
  if (row?.value.state !== 'open') return undefined;
  const end = closesAt(row.value);
  if (deps.clock.now() <= end) return { again: end + 1 };
  await endSurvey(deps, row);
  return undefined;
}

/** What figures may be parted by. */
export const attributes = partIds.map((part) => ({ id: part }));

/** For the job: the last release of a closed survey, or the end of one that was called off. */
export async function finishSurvey(deps: Platform, surveyId: string): Promise<void> {
  const survey = await findSurvey(deps, surveyId);
  if (survey?.state === 'closed') {
    const { items, floor, partedBy = partIds } = survey;
    const how = { surveyId, ...(survey.mode ? { mode: survey.mode } : {}) };
    await releaseResults(deps, { ...how, items: releaseItemsOf(items), isClosing: true });
    const attributes = partedBy.map((part) => ({ id: part }));
    if (attributes.length > 0) await releaseParts(deps, { ...how, items: partItemsOf(items), attributes, floor });
  }
  if (survey?.state === 'cancelled') await forgetAnswers(deps, surveyId);
}

async function endSurvey(deps: Platform, row: Row<Survey>): Promise<Survey> {
  const { id } = row.value;
  const asked = (await askedRows.list(deps.tables, id)).length;
  const closed: Survey = { ...row.value, state: 'closed', closedAt: deps.clock.now(), asked };
  await deps.outbox.commit([surveys.replace(row, closed)], [task('surveys.finish', id)]);
  return closed;
}

function task(job: string, surveyId: string, due?: number): NewTask {
  return { id: idOf(job, surveyId), job, data: { surveyId }, ...(due === undefined ? {} : { due }) };
}

function reminderTask({ id: surveyId, zone: where }: Survey, on: string): NewTask {
  const id = idOf('surveys.remind', surveyId, on);
  return { id, job: 'surveys.remind', data: { surveyId, on }, due: remindsAt(on, where) };
}

function requireCoordinator(caller: Caller): void {
  if (!mayRunSurveys(caller)) throw new Failure('not-found', 'survey-gone');
}

async function requireSound(
  deps: Platform,
  caller: Caller,
  draft: Pick<SurveyDraft, 'audience' | 'sample' | 'closesOn' | 'remindOn'>,
): Promise<void> {
  const { audience, sample, closesOn } = draft;
  await requireOwnProgramme(deps, caller, audience);
  const fields: FieldProblem[] = [];
  const lastDay = problemOfLastDay(closesOn, zone, deps.clock.now());
  if (lastDay) fields.push({ field: 'closesOn', reason: lastDay });
  const reminders = problemOfReminders(draft, localDate(deps.clock.now(), zone));
  if (reminders) fields.push({ field: 'remindOn', reason: reminders });
  const { people } = await peopleIn(deps, audience);
  if (sizeAsked(people.length, sample) < leastAsked) fields.push({ field: 'audience', reason: 'audience-too-small' });
  const first = fields[0];
  if (first) throw new Failure('bad-input', first.reason, { fields });
}
