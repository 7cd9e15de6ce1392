/** Which questions somebody gets to see, in whose words, and which three go onto a preparation. */
import { unbroken, type Language } from '../../../platform/words.ts';
import type { Side } from '../../recruitment/model.ts';
import type { Reason } from '../../matching/model.ts';
import {
  phases,
  talkTopics,
  type About,
  type Question,
  type QuestionSet,
  type QuestionsView,
  type QuestionView,
  type TalkTopic,
} from './model.ts';

/** Who reads, and what they and their partner read. */
export interface Reader {
  readonly side: Side;
  readonly language: Language;
  readonly partners: Language;
}

export function seenQuestion(one: Question, { language, partners }: Omit<Reader, 'side'>): QuestionView {
  const text = unbroken(language, one[language]);
  if (language === partners) return { id: one.id, text };
  return { id: one.id, text, other: { language: partners, text: unbroken(partners, one[partners]) } };
}

/** What is a point already is left out. */
export function seenSet(set: QuestionSet, reader: Reader, taken: ReadonlySet<string>): QuestionsView {
  const see = (all: readonly Question[]): QuestionView[] =>
    all.filter((one) => isFor(reader.side, one) && !taken.has(one.id)).map((one) => seenQuestion(one, reader));
  return {
    title: titleOf(set, reader.language),
    openers: see(set.openers),
    questions: see(set.questions),
  };
}

export const titleOf = ({ title }: QuestionSet, language: Language): string => unbroken(language, title[language]);

const isFor = (side: Side, { asks }: Question): boolean => asks === undefined || asks === side;

export function aboutOf(questionId: string): About | undefined {
  const about = questionId.replace(/-[oq]\d+$/, '');
  return [...phases, ...talkTopics].find((one) => one === about);
}

/** What brought the two together, as both were told it with the offer. */
export function topicsIn(reasons: readonly Reason[]): TalkTopic[] {
  const told = reasons.flatMap(({ kind, about }) => (kind === 'topics' ? about : []));
  return talkTopics.filter((one) => told.includes(one));
}

export const questionsForPreparing = 3;

export interface Picked {
  readonly opener: Question | undefined;
  readonly questions: readonly Question[];
}

/**
 * One opener and three questions: one of the phase, the others of what brought the two together, another topic first each time; of the
 * phase where there are not enough. `turn`: how many meetings the pair had before, so that each talk begins elsewhere.
 */
export function pickedFor(
  { phase, topics, taken }: { phase: QuestionSet; topics: readonly QuestionSet[]; taken: ReadonlySet<string> },
  side: Side,
  turn: number,
): Picked {
  const left = (all: readonly Question[]): Question[] => turned(all, turn).filter(({ id }) => !taken.has(id));
  const ofPhase = left(phase.questions.filter((one) => isFor(side, one)));
  const ofTopics = inTurn(turned(topics, turn).map((set) => left(set.questions.filter((one) => isFor(side, one)))));
  const questions = [...ofPhase.slice(0, 1), ...ofTopics, ...ofPhase.slice(1)];
  return { opener: left(phase.openers)[0], questions: questions.slice(0, questionsForPreparing) };
}

function turned<T>(all: readonly T[], by: number): T[] {
  const first = all.length === 0 ? 0 : by % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}

/** The first of each, then the second of each. */
function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list.slice(place, place + 1))).flat();
}
