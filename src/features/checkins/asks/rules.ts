/**
 * What each round asks, the same of both sides: questions of the bank, and own ones in the first month, whose ids are for good.
 * Constructs of the own ones: relational quality and effectiveness after the Mentorship Working Alliance (Rogers & Byars-Winston 2025);
 * career after the mentoring functions (Castro, Scandura & Williams 2004); distancing as the warning sign (Eby et al. 2004). No
 * equivalence with these scales is claimed. Not for the browser.
 */
import { languages } from '../../../platform/words.ts';
import { bankItems } from '../../surveys/bank/rules.ts';
import type { FourTexts, Question } from '../../surveys/questions/model.ts';
import { isText, keptOf, problemsOf, type KeptAnswer } from '../../surveys/questions/rules.ts';
import { kindOf, type Rating, type RoundKind, type SaidRated } from '../model.ts';
import { say } from '../words.ts';

type OwnKey = 'item.open-talks' | 'item.next-step' | 'item.more-options' | 'item.often-moved' | 'note.label';

const wordsOf = (key: OwnKey): FourTexts =>
  Object.fromEntries(languages.map((language) => [language, say(language, key)])) as Record<
    (typeof languages)[number],
    string
  >;

const own: readonly Question[] = [
  {
    id: 'open-talks',
    kind: 'agree',
    construct: 'quality',
    favours: 'agree',
    text: wordsOf('item.open-talks'),
  },
  {
    id: 'next-step',
    kind: 'agree',
    construct: 'effectiveness',
    favours: 'agree',
    text: wordsOf('item.next-step'),
  },
  {
    id: 'more-options',
    kind: 'agree',
    construct: 'career',
    favours: 'agree',
    text: wordsOf('item.more-options'),
  },
  {
    id: 'often-moved',
    kind: 'agree',
    construct: 'distance',
    favours: 'disagree',
    text: wordsOf('item.often-moved'),
  },
  { id: 'note', kind: 'long', text: wordsOf('note.label') },
];

const ofBank = (...ids: readonly string[]): readonly Question[] =>
  ids.map((one) => {
    const found = bankItems.get(one);
    if (!found) throw new Error(`the bank has no question ${one}`);
    const { section: _, ...question } = found;
    return question;
  });

/** Ratings, then one open question. Ids are for good: a question that is replaced gets another one. */
const sets: Readonly<Record<RoundKind, readonly Question[]>> = {
  met: [],
  first: own,
  regular: ofBank('talk-open', 'talk-agreed', 'talk-next', 'mid-more', 'talk-moved', 'pulse-help'),
  close: ofBank('end-career', 'end-sure', 'end-use', 'end-mutual', 'end-advise', 'end-changed'),
  later: ofBank('later-use', 'later-path', 'later-pass', 'later-stay', 'later-advise', 'later-tell'),
};

export const questionsOf = (round: string): readonly Question[] => sets[kindOf(round)];
export const ratedOf = (round: string): readonly Question[] => questionsOf(round).filter((one) => !isText(one));
export const openOf = (round: string): Question | undefined => questionsOf(round).find(isText);

/** Everything that any round asks on a scale, by its id: what a card may bring. */
export const everyRated: ReadonlyMap<string, Question> = new Map(
  Object.values(sets).flatMap((items) => items.filter((one) => !isText(one)).map((one) => [one.id, one])),
);

/** Questions on which the two can be compared: scales of agreement, while there are talks to come. */
export function comparableOf(round: string): readonly Question[] {
  const kind = kindOf(round);
  return kind === 'first' || kind === 'regular' ? ratedOf(round).filter((one) => one.kind === 'agree') : [];
}

/** What somebody said of a question; what a card of an earlier version did not ask counts as not said. */
export const ratingOf = ({ ratings }: SaidRated, { id }: Pick<Question, 'id'>): Rating => ratings[id] ?? 'skipped';

/** Nothing in it is unknown to the round, or out of its scale. */
export function fitsRound({ round, ratings }: SaidRated): boolean {
  const items = ratedOf(round);
  const answers = Object.fromEntries(items.map(({ id }) => [id, null as number | null]));
  for (const [id, value] of Object.entries(ratings)) {
    if (!(id in answers)) return false;
    answers[id] = value === 'skipped' ? null : value;
  }
  return items.length > 0 && problemsOf(items, answers).length === 0;
}

/** What counts in the figures: ratings, and a note that its writer left for the whole. */
export function countedOf(said: SaidRated): KeptAnswer {
  const { round, ratings, note, noteFor = 'together' } = said;
  const open = openOf(round);
  const rated = Object.fromEntries(
    ratedOf(round).map(({ id }) => [id, typeof ratings[id] === 'number' ? ratings[id] : null]),
  );
  return keptOf(questionsOf(round), { ...rated, ...(open && noteFor === 'together' ? { [open.id]: note } : {}) });
}
