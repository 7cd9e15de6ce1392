/** Who sits in a circle as what, how long a text can be changed, and in which order questions are shown. */
import { day } from '../../../platform/clock.ts';
import { folded, holdsWords } from '../../../platform/words.ts';
import type { Pair } from '../../pairs/model.ts';
import type { Stage } from '../../programmes/model.ts';
import type { Application } from '../../recruitment/model.ts';
import { isQuestion, newDays, type CircleQuery, type CircleText, type Seat } from './model.ts';

export interface SeatFacts {
  readonly personId: string;
  readonly programmeId: string;
  readonly isHost: boolean;
  readonly pairs: readonly Pick<Pair, 'programmeId' | 'mentorId' | 'state' | 'activeAt'>[];
  readonly application: Application['status'] | undefined;
}

/** A host stays one where he or she is a mentor too, so that nobody wonders as what a host writes. */
export function seatOf(facts: SeatFacts): Seat | undefined {
  if (facts.isHost) return 'host';
  return isMentorHere(facts) ? 'mentor' : undefined;
}

/** Whoever is a mentor in a pair; and who was, as long as they take part: they know most. An application alone lets nobody in. */
export function isMentorHere({ personId, programmeId, pairs, application }: Omit<SeatFacts, 'isHost'>): boolean {
  const own = pairs.filter((one) => one.programmeId === programmeId && one.mentorId === personId);
  if (own.some(({ state }) => state === 'active' || state === 'paused')) return true;
  return application === 'applied' && own.some(({ state, activeAt }) => state === 'ended' && activeAt !== undefined);
}

/** How many might be in it, of the pairs that were looked at: guests are not. */
export function mentorsIn(pairs: readonly Pick<Pair, 'mentorId' | 'state'>[], guests: ReadonlySet<string>): number {
  const living = pairs.filter(
    ({ state, mentorId }) => (state === 'active' || state === 'paused') && !guests.has(mentorId),
  );
  return new Set(living.map(({ mentorId }) => mentorId)).size;
}

/** New texts, changes and presses; reading and taking back go on after the close. */
export function isOpen(stage: Stage): boolean {
  return stage !== 'close';
}

/** On the day on which it was written, and on the next. */
export function isYoung({ on }: Pick<CircleText, 'on'>, today: string): boolean {
  return Date.parse(today) - Date.parse(on) <= day;
}

export function isNew({ on }: Pick<CircleText, 'on'>, today: string): boolean {
  return Date.parse(today) - Date.parse(on) < newDays * day;
}

export interface Thread {
  readonly question: CircleText;
  readonly answers: readonly CircleText[];
}

/** An answer without its question belongs nowhere. */
export function threadsOf(texts: readonly CircleText[]): Thread[] {
  const answers = new Map<string, CircleText[]>();
  for (const one of texts)
    if (!isQuestion(one)) answers.set(one.questionId, [...(answers.get(one.questionId) ?? []), one]);
  const inTurn = (a: CircleText, b: CircleText): number => a.place - b.place || (a.id < b.id ? -1 : 1);
  return texts.filter(isQuestion).map((question) => ({
    question,
    answers: (answers.get(question.id) ?? []).toSorted(inTurn),
  }));
}

/** Hosts see first what waits for an answer; then the newest. Within a day the order is that of the ids, which are chance. */
export function inOrder(threads: readonly Thread[], seat: Seat): Thread[] {
  const waits = ({ answers }: Thread): number => (seat === 'host' && answers.length === 0 ? 0 : 1);
  const pinned = ({ question }: Thread): number => (question.pinned ? 0 : 1);
  return threads.toSorted(
    (a, b) =>
      pinned(a) - pinned(b) ||
      waits(a) - waits(b) ||
      b.question.on.localeCompare(a.question.on) ||
      (a.question.id < b.question.id ? -1 : 1),
  );
}

export function isWanted(
  { question, answers }: Thread,
  { search = '', show = 'all', topic, language }: CircleQuery,
  isMine: (one: CircleText) => boolean,
): boolean {
  if (topic !== undefined && question.topic !== topic) return false;
  if (language !== undefined && question.language !== language) return false;
  if (show === 'unanswered' && answers.length > 0) return false;
  if (show === 'mine' && ![question, ...answers].some(isMine)) return false;
  if (search === '') return true;
  return holdsWords(folded([question.title, question.text, ...answers.map(({ text }) => text)].join(' ')), search);
}
