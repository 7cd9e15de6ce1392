/** What may become of a finding: how it is decided and told, and what must be settled before a programme closes. */
import type { Language } from '../../../platform/words.ts';
import type { Pair } from '../../pairs/model.ts';
import type { ClosingWords, Programme } from '../../programmes/model.ts';
import { stateOf, type Deciding, type DecisionDraft, type Finding, type Following, type NewFinding } from './model.ts';

export type DecidingProblem = 'why-missing' | 'change-missing' | 'who-missing' | 'until-missing' | 'from-missing';

export interface FieldGap {
  readonly field: string;
  readonly reason: DecidingProblem;
}

/** A decision needs its reason, a change what, who and until when; a finding without a decision may be written in half. */
export function problemsOf({ choice, why, what, doing }: DecisionDraft): FieldGap[] {
  if (choice === undefined) return [];
  const isChange = choice === 'change';
  const found: [string, DecidingProblem, boolean][] = [
    ['why', 'why-missing', why === ''],
    ['what', 'change-missing', isChange && what === ''],
    ['doing.who', 'who-missing', isChange && doing.who === ''],
    ['doing.until', 'until-missing', isChange && doing.until === ''],
  ];
  return found.flatMap(([field, reason, isWrong]) => (isWrong ? [{ field, reason }] : []));
}

/** Own words say besides where they come from. */
export function problemsOfNew(one: NewFinding): FieldGap[] {
  const isOwn = one.offer === undefined;
  return [
    ...(isOwn && one.from === '' ? [{ field: 'from', reason: 'from-missing' as const }] : []),
    ...problemsOf(one),
  ];
}

/** As it stands after what a coordinator wrote; without a change there is nothing to do. */
export function decided(one: Finding, wanted: Deciding, { by, now }: { by: string; now: number }): Finding {
  const { choice, said, why, what, translations, doing } = wanted;
  const isChange = choice === 'change';
  const { decision: _former, ...rest } = one;
  return {
    ...{ ...rest, said, why, translations, what: isChange ? what : '', version: one.version + 1 },
    doing: isChange ? { ...doing, isDone: one.doing.isDone } : nothingToDo,
    ...(choice === undefined ? {} : { decision: { choice, at: now, by } }),
  };
}

export const nothingToDo: Finding['doing'] = { who: '', until: '', isDone: false };

/** The words and the decision stay as people read them; who does it, until when and that it is done may still change. */
export function followed(one: Finding, { who, until, isDone }: Following): Finding {
  return { ...one, doing: { who, until, isDone }, version: one.version + 1 };
}

export interface Closed {
  /** Without a decision, and without a word for it. */
  readonly left: readonly Finding[];
  /** With their decisions, to be told now. */
  readonly toTell: readonly Finding[];
}

/** A word for an open finding is its decision "not now" with that reason; what was decided and not told is told as it is. */
export function closedWith(
  all: readonly Finding[],
  words: ClosingWords,
  { by, now }: { readonly by: string; readonly now: number },
): Closed {
  const untold = all.filter((one) => stateOf(one) !== 'told');
  const left = untold.filter((one) => !one.decision && words[one.id] === undefined);
  const toTell = untold.map((one): Finding => {
    const why = words[one.id];
    if (one.decision || why === undefined) return one;
    return { ...one, why, decision: { choice: 'not-now', at: now, by }, what: '', doing: nothingToDo };
  });
  return { left, toTell };
}

/** A finding of a programme that has closed comes with its decision: nothing is left open there. */
export const mayStayOpen = ({ stage }: Pick<Programme, 'stage'>): boolean => stage !== 'close';

/** The same words in each language, where they are the coordinator's own. */
export const inEach = (text: string): Record<Language, string> => ({ nl: text, fr: text, de: text, en: text });

/** In the order of what is to be done: open ones, then those to be told, then the newest. */
export function inOrder(all: readonly Finding[]): Finding[] {
  const weight = (one: Finding): number => ['open', 'decided', 'told'].indexOf(stateOf(one));
  return all.toSorted((a, b) => weight(a) - weight(b) || b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
}

/** Both said yes once, whatever came of it: they were asked in check-ins. */
export const wereTogether = ({ state }: Pick<Pair, 'state'>): boolean =>
  state === 'active' || state === 'paused' || state === 'ended';
