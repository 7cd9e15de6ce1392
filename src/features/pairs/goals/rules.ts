/** The sentence that the helper makes, the order in which goals are read, and what came of a pair's goals as one word. */
import type { Language } from '../../../platform/words.ts';
import { smartAsks, type GoalNote, type GoalOutcome, type GoalStep, type GoalView, type PairGoal } from './model.ts';
import type { SmartAsk } from './model.ts';
import { say } from './words.ts';

export type SmartAnswers = Readonly<Record<SmartAsk, string>>;

/** Of whatever was answered, in the words that were typed; what is left out is left out. `day` is said already. */
export function sentenceOf(language: Language, answers: SmartAnswers, day: string | undefined): string {
  const said = smartAsks.flatMap((ask) => {
    const text = bare(answers[ask]);
    if (text === '') return [];
    const isDated = ask === 'what' && day !== undefined;
    return [say(language, isDated ? 'sentence.what.dated' : `sentence.${ask}`, { text, day: day ?? '' })];
  });
  return said.join(' ');
}

/** The sentence around it ends with its own full stop. */
const bare = (text: string): string => text.trim().replace(/[.\s]+$/, '');

/** Those that are open first, then what came to something, then what was put aside; in each the oldest first. */
export function inOrder<G extends Pick<PairGoal, 'at' | 'id' | 'droppedAt' | 'outcome'>>(goals: readonly G[]): G[] {
  const rank = ({ droppedAt, outcome }: G): number => (droppedAt !== undefined ? 2 : outcome === undefined ? 0 : 1);
  return goals.toSorted((a, b) => rank(a) - rank(b) || byAge(a, b));
}

interface Aged {
  readonly at: number;
  readonly id: string;
}

const byAge = (a: Aged, b: Aged): number => a.at - b.at || (a.id < b.id ? -1 : 1);

export function viewOf(
  one: PairGoal,
  {
    steps,
    notes,
    reader,
  }: { readonly steps: readonly GoalStep[]; readonly notes: readonly GoalNote[]; readonly reader: string },
): GoalView {
  const { id, text, until, droppedAt, outcome } = one;
  return {
    ...{ id, text, dropped: droppedAt !== undefined },
    ...(until === undefined ? {} : { until }),
    ...(outcome === undefined ? {} : { outcome }),
    steps: steps
      .filter(({ goalId }) => goalId === id)
      .toSorted(byAge)
      .map((step) => ({ id: step.id, text: step.text, done: step.done, ...dated(step.until) })),
    notes: notes
      .filter(({ goalId }) => goalId === id)
      .toSorted((a, b) => byAge(b, a))
      .map(({ by, meetingId, ...note }) => ({
        ...{ id: note.id, text: note.text, at: note.at, mine: by === reader },
        ...(meetingId === undefined ? {} : { meetingId }),
      })),
  };
}

const dated = (until: string | undefined) => (until === undefined ? {} : { until });

/**
 * One word for a pair, so that each mentee counts once: reached where all was reached, not where nothing was, else partly. Goals that were
 * put aside do not count. Nothing while a goal waits for its word, unless it is the last chance; and nothing where there is none.
 */
export function wordOf(
  goals: readonly Pick<PairGoal, 'droppedAt' | 'outcome'>[],
  isLastChance: boolean,
): GoalOutcome | undefined {
  const counted = goals.filter(({ droppedAt }) => droppedAt === undefined);
  const said = counted.flatMap(({ outcome }) => outcome ?? []);
  if (said.length === 0 || (said.length < counted.length && !isLastChance)) return undefined;
  const [first] = said;
  return said.every((one) => one === first) ? first : 'partly';
}
