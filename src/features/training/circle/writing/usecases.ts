/** Writing: a question, an answer, a change of either within the time for it, taking it back, and "this helped me". */
import { localDate } from '../../../../platform/clock.ts';
import type { Caller } from '../../../../platform/doors.ts';
import { Failure, isFailure } from '../../../../platform/errors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { Row } from '../../../../platform/tables.ts';
import { untilUnchanged } from '../../../../platform/tables/conflict.ts';
import { partnerOf } from '../../../pairs/model.ts';
import { pairsOfPerson } from '../../../pairs/usecases.ts';
import { everybodyAsRead } from '../../../people/everybody/usecases.ts';
import { findPeople } from '../../../people/usecases.ts';
import { nameFinder } from '../../../surveys/names/rules.ts';
import {
  isQuestion,
  mostAnswers,
  mostQuestions,
  type AnswerDraft,
  type CircleText,
  type QuestionDraft,
  type TextChange,
  type Written,
} from '../model.ts';
import { isWriterOf } from '../policy.ts';
import { isOpen, isYoung } from '../rules.ts';
import { circleTexts, marksOf } from '../store.ts';
import { mayBeNameless, takePart, type Inside } from '../usecases.ts';

export interface TextAddress {
  readonly programmeId: string;
  readonly questionId: string;
  readonly textId: string;
}

function requireOpen({ programme }: Inside): void {
  if (!isOpen(programme.stage)) throw new Failure('conflict', 'circle-over');
}

interface Words {
  readonly title?: string;
  readonly text: string;
  readonly notNames: readonly string[];
}

/** What may say who somebody is; the own partners are looked for most closely. */
async function namesIn(deps: Platform, personId: string, { title = '', text, notNames }: Words): Promise<Written> {
  const own = await pairsOfPerson(deps, personId);
  const [people, close] = await Promise.all([
    everybodyAsRead(deps),
    findPeople(
      deps,
      own.map((one) => partnerOf(one, personId)),
    ),
  ]);
  const find = nameFinder({ people, close: [...close.values()], places: [] });
  const [inTitle, inText] = [title, text].map((one) => find(one, { notNames, places: false }));
  if (inTitle?.length === 0 && inText?.length === 0) return { outcome: 'kept' };
  return { outcome: 'names', inTitle: inTitle ?? [], inText: inText ?? [] };
}

/** The writer's part of a new text. Whoever wants no name under it is refused rather than named. */
async function writerOf(deps: Platform, caller: Caller, inside: Inside, one: { id: string; nameless: boolean }) {
  const { programme, seat } = inside;
  if (one.nameless && !(await mayBeNameless(deps, inside)))
    throw new Failure('conflict', seat === 'host' ? 'circle-host-named' : 'circle-few');
  const marks = await marksOf(deps, programme.id, caller.personId);
  return {
    ...{ mark: marks(one.id), on: localDate(deps.clock.now(), programme.zone), helped: [], version: 1 },
    ...(one.nameless ? {} : { personId: caller.personId }),
    ...(seat === 'host' ? { asHost: true as const } : {}),
  };
}

/** The same press twice is one question. */
export async function askQuestion(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  draft: QuestionDraft,
): Promise<Written> {
  const inside = await takePart(deps, caller, programmeId);
  requireOpen(inside);
  const looked = await namesIn(deps, caller.personId, draft);
  if (looked.outcome === 'names') return looked;
  const { id, title, text, topic, language } = draft;
  const writer = await writerOf(deps, caller, inside, draft);
  const before = await circleTexts.list(deps.tables, programmeId);
  if (before.filter(({ value }) => isQuestion(value)).length >= mostQuestions)
    throw new Failure('conflict', 'circle-full');
  const asked: CircleText = { ...writer, id, questionId: id, title, text, topic, language, place: 0 };
  try {
    await deps.tables.commit([circleTexts.create(programmeId, [id, id], asked)]);
  } catch (error) {
    const row = await circleTexts.find(deps.tables, programmeId, id, id);
    if (!isFailure(error, 'conflict') || !row || !isSame(row.value, asked)) throw error;
  }
  return looked;
}

/** The same press twice is one answer; none is left behind by a question that goes at the same moment. */
export async function answerQuestion(
  deps: Platform,
  caller: Caller,
  at: Omit<TextAddress, 'textId'>,
  draft: AnswerDraft,
): Promise<Written> {
  const { programmeId, questionId } = at;
  const inside = await takePart(deps, caller, programmeId);
  const first = await circleTexts.find(deps.tables, programmeId, questionId, questionId);
  if (!first) throw new Failure('not-found', 'circle-gone');
  requireOpen(inside);
  const looked = await namesIn(deps, caller.personId, draft);
  if (looked.outcome === 'names') return looked;
  const { id, text, language } = draft;
  const writer = await writerOf(deps, caller, inside, draft);
  await untilUnchanged(async () => {
    const rows = await circleTexts.list(deps.tables, programmeId, questionId);
    const question = rows.find(({ value }) => isQuestion(value));
    if (!question) throw new Failure('not-found', 'circle-gone');
    const place = 1 + Math.max(...rows.map(({ value }) => value.place));
    const answer: CircleText = { ...writer, id, questionId, text, language, place };
    if (rows.some(({ value }) => isSame(value, answer))) return;
    if (rows.length > mostAnswers) throw new Failure('conflict', 'circle-answers-full');
    await deps.tables.commit([
      circleTexts.replace(question, question.value),
      circleTexts.create(programmeId, [questionId, id], answer),
    ]);
  });
  return looked;
}

/** The press came twice: by the same person, with the same words. */
function isSame(one: CircleText, other: CircleText): boolean {
  return one.id === other.id && one.mark === other.mark && one.title === other.title && one.text === other.text;
}

/** What this person wrote; anybody else hears that there is nothing. */
async function ownText(deps: Platform, caller: Caller, at: TextAddress): Promise<Row<CircleText>> {
  const [row, marks] = await Promise.all([
    circleTexts.find(deps.tables, at.programmeId, at.questionId, at.textId),
    marksOf(deps, at.programmeId, caller.personId),
  ]);
  if (!row || !isWriterOf(row.value, marks(at.textId))) throw new Failure('not-found', 'circle-gone');
  return row;
}

/** Under which name it stands stays: whoever has read it knows already. */
export async function changeText(deps: Platform, caller: Caller, at: TextAddress, draft: TextChange): Promise<Written> {
  const inside = await takePart(deps, caller, at.programmeId);
  const row = await ownText(deps, caller, at);
  requireOpen(inside);
  const { version, title, topic, text, language, notNames } = draft;
  const { title: titleBefore, topic: topicBefore } = row.value;
  const words = isQuestion(row.value)
    ? { title: title ?? titleBefore ?? '', topic: topic ?? topicBefore ?? ('other' as const), text, language }
    : { text, language };
  if (!isQuestion(row.value) && text === '')
    throw new Failure('bad-input', 'circle-empty', { fields: [{ field: 'text', reason: 'circle-empty' }] });
  const today = localDate(deps.clock.now(), inside.programme.zone);
  if (!isYoung(row.value, today)) throw new Failure('conflict', 'circle-too-late');
  if (row.value.version !== version) throw new Failure('conflict', 'circle-changed');
  const looked = await namesIn(deps, caller.personId, { ...words, notNames });
  if (looked.outcome === 'names') return looked;
  await deps.tables.commit([circleTexts.replace(row, { ...row.value, ...words, version: version + 1 })]);
  return looked;
}

/** A question takes its answers along. Nothing is left. */
export async function takeBackText(deps: Platform, caller: Caller, at: TextAddress): Promise<void> {
  await takePart(deps, caller, at.programmeId);
  await ownText(deps, caller, at);
  await untilUnchanged(() => dropText(deps, at));
}

export async function dropText(deps: Platform, { programmeId, questionId, textId }: TextAddress): Promise<void> {
  const thread = await circleTexts.list(deps.tables, programmeId, questionId);
  const gone = textId === questionId ? thread : thread.filter(({ value }) => value.id === textId);
  if (gone.length > 0) await deps.tables.commit(gone.map((one) => circleTexts.remove(one)));
}

/** Of an answer of somebody else: a number, and nobody learns whose press it was. */
export async function sayHelped(deps: Platform, caller: Caller, at: TextAddress, helped: boolean): Promise<void> {
  const { programmeId, questionId, textId } = at;
  requireOpen(await takePart(deps, caller, programmeId));
  const marks = await marksOf(deps, programmeId, caller.personId);
  await untilUnchanged(async () => {
    const row = await circleTexts.find(deps.tables, programmeId, questionId, textId);
    if (!row || isQuestion(row.value)) throw new Failure('not-found', 'circle-gone');
    if (row.value.mark === marks(textId)) throw new Failure('conflict', 'circle-own-answer');
    const own = marks(textId, 'helped');
    const others = row.value.helped.filter((one) => one !== own);
    const next = helped ? [...others, own] : others;
    if (next.length === row.value.helped.length) return;
    await deps.tables.commit([circleTexts.replace(row, { ...row.value, helped: next })]);
  });
}
