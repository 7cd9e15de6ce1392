/** Somebody of another group, all else being equal: what that changes in a proposal. */
import { computeProposal, type Asked } from '../../src/features/matching/proposals/rules.ts';
import { choicesOf, type Question } from '../../src/features/people/identity/model.ts';
import { sharedBy, type PrivateAnswer } from '../../src/features/people/identity/rules.ts';
import { drawsOf } from '../features/matching/crowd.ts';
import { aPool } from '../features/matching/engine/people.ts';

const asked: readonly Question[] = ['gender', 'origin', 'disability', 'care'];

/** What somebody says of a question, and whether the person made it a wish. */
function answersOf(ids: readonly string[], below: (n: number) => number, unwished: Question): PrivateAnswer[] {
  return ids.flatMap((personId) =>
    asked.flatMap((question) => {
      const choices: readonly string[] = choicesOf[question];
      const choice = choices[below(choices.length)]!;
      const wish = below(4) === 0 && question !== unwished;
      return below(5) === 0 ? [] : [{ personId, question, said: { kind: 'choice' as const, choice }, wish }];
    }),
  );
}

/** The same answers, but that one person belongs to another group. */
function swapped(answers: readonly PrivateAnswer[], place: number, below: (n: number) => number): PrivateAnswer[] {
  return answers.map((one, at) => {
    if (at !== place || one.said.kind !== 'choice') return one;
    const { choice } = one.said;
    const others = (choicesOf[one.question] as readonly string[]).filter((other) => other !== choice);
    return { ...one, said: { kind: 'choice', choice: others[below(others.length)]! } };
  });
}

function resultWith(bare: Asked['bare'], answers: readonly PrivateAnswer[]) {
  const none = { site: {}, department: {}, country: {}, language: {}, level: {}, meeting: {} };
  const work = computeProposal(undefined, { bare, shared: sharedBy(answers), partsOf: none });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

export interface Swapped {
  /** Results that changed although nobody had made a wish of what was swapped. */
  readonly changed: number;
  /** Results in which others have a mentor, because of what somebody else wishes to share. */
  readonly matchedOthers: number;
  /** Results in which that wish decided who is with whom, as it may. */
  readonly moved: number;
}

export function swapMany(swaps: number): Swapped {
  let [changed, matchedOthers, moved] = [0, 0, 0];
  for (let seed = 1; seed <= swaps; seed += 1) {
    const below = drawsOf(seed);
    const bare = aPool({ seed, mentees: 10, mentors: 6, places: 1 });
    const unwished = asked[below(asked.length)]!;
    const ids = [...bare.mentees, ...bare.mentors].map(({ id }) => id);
    const answers = answersOf(ids, below, unwished);
    const before = resultWith(bare, answers);
    const placeOf = (isWanted: (one: PrivateAnswer) => boolean): number => {
      const places = answers.flatMap((one, place) => (isWanted(one) ? [place] : []));
      return places[below(places.length)] ?? -1;
    };
    const plain = swapped(
      answers,
      placeOf(({ question }) => question === unwished),
      below,
    );
    if (JSON.stringify(resultWith(bare, plain)) !== JSON.stringify(before)) changed += 1;

    const wished = resultWith(
      bare,
      swapped(
        answers,
        placeOf(({ question, wish }) => question !== unwished && !wish),
        below,
      ),
    );
    const who = (result: typeof before): string =>
      result.pairs
        .map(({ menteeId }) => menteeId)
        .toSorted()
        .join();
    if (who(wished) !== who(before)) matchedOthers += 1;
    if (JSON.stringify(wished.pairs) !== JSON.stringify(before.pairs)) moved += 1;
  }
  return { changed, matchedOthers, moved };
}
