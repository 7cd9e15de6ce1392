/**
 * One trial: this survey answered by people drawn by chance, and released as it will be, by the release's own rules. What is told
 * of the trial is what would be told of the survey, had these people answered like this.
 */
import type { Response } from '../../../release/answers/model.ts';
import { answersTo, candidatesOf, newJudge, type TakenIn } from '../../../release/cuts/rules.ts';
import type { ReleaseItem } from '../../../release/model.ts';
import { nextRelease, type Published } from '../../../release/rules.ts';
import { ratingScale } from '../../../release/worlds/model.ts';
import type { PartId } from '../../model.ts';
import type { Question } from '../../questions/model.ts';
import { keptOf, partItemsOf, releaseItemsOf } from '../../questions/rules.ts';
import type { Parts } from '../../rules.ts';
import { chanceFrom, opinionsOn, rateIn, whoAnswers, type Chance } from '../chance/rules.ts';

export interface TrialFacts {
  readonly items: readonly Question[];
  /** Of each person who is asked, what is kept of where they belong. */
  readonly people: readonly Parts[];
  readonly partedBy: readonly PartId[];
  readonly floor: number;
  /** Per cent of those asked who are expected to answer. */
  readonly response: number;
  /** How often somebody looks at most while answers come; 0 where results come after the close only. */
  readonly looks?: number;
}

export type Fate = 'told' | 'too-few' | 'would-point';

export interface Told {
  readonly answers: number;
  /** By item of the release. */
  readonly items: ReadonlyMap<string, Fate>;
  /** By part of the organisation (`partKey`), of one question. */
  readonly parts: ReadonlyMap<string, Fate>;
}

export const partKey = (parts: Parts): string => JSON.stringify([parts.department ?? null, parts.site ?? null]);

/** Each look at the results while answers come makes a batch, which binds what may be told later. */
const usualLooks = 3;

/** Rests after each decision, so that whoever runs it can let others have their turn. */
export function* trial(facts: TrialFacts, seed: number): Generator<void, Told> {
  const chance = chanceFrom(seed);
  const { responses, whole } = answered({ ...facts, response: rateIn(seed, facts.response) }, chance);
  yield;
  const looks = chance.below((facts.looks ?? usualLooks) + 1);
  const { last, taken } = released(releaseItemsOf(facts.items), responses, { looks, chance });
  yield;
  const items = new Map<string, Fate>();
  for (const figure of last?.release.figures ?? [])
    items.set(figure.itemId, figure.state === 'withheld' ? 'too-few' : 'told');
  const parts = yield* partsTold(facts, { last, taken, seed });
  return { answers: whole, items, parts };
}

function answered({ items, people, response }: TrialFacts, chance: Chance): { responses: Response[]; whole: number } {
  const say = opinionsOn(items, chance);
  const places = whoAnswers(people, response, chance);
  const responses = places.map((place): Response => {
    const parts = people[place] ?? {};
    return { ...keptOf(items, say(parts)), of: { ...parts } };
  });
  return { responses, whole: places.length };
}

interface Released {
  readonly last: Published | undefined;
  readonly taken: readonly TakenIn[];
}

/** Answers come, somebody looks now and then, and the survey closes. */
function released(
  items: readonly ReleaseItem[],
  responses: readonly Response[],
  { looks: count, chance }: { readonly looks: number; readonly chance: Chance },
): Released {
  const looks = Array.from({ length: count }, () => chance.below(responses.length + 1));
  const since: (number | undefined)[] = responses.map(() => undefined);
  let last: Published | undefined;
  for (const [place, seen] of [...looks.toSorted((a, b) => a - b), responses.length].entries()) {
    const isClosing = place === looks.length;
    const next = nextRelease({ items, responses: responses.slice(0, seen), previous: last, isClosing, now: 0 });
    if (!next) continue;
    if (next.basis.responses > (last?.basis.responses ?? 0))
      for (let one = 0; one < seen; one += 1) since[one] ??= next.release.number;
    last = next;
  }
  return { last, taken: responses.map((response, place) => ({ response, since: since[place] })) };
}

/** Of one question that may be parted, another one in each trial. */
function* partsTold(
  { items, partedBy, floor }: TrialFacts,
  { last, taken, seed }: Released & { readonly seed: number },
): Generator<void, Map<string, Fate>> {
  const found = new Map<string, Fate>();
  const may = partItemsOf(items);
  const item = may[seed % Math.max(1, may.length)];
  const stands = item && last?.basis.since[item.id];
  if (stands === undefined || partedBy.length === 0) return found;
  const answers = answersTo(item?.id ?? '', taken, stands);
  const request = { attributes: partedBy.map((id) => ({ id })), answers, scale: ratingScale, floor };
  const judge = newJudge(request);
  for (const one of candidatesOf(request)) {
    yield;
    const figure = judge.decide(one);
    const parts: Parts = Object.fromEntries(one.parts.map(({ attribute, value }) => [attribute, value]));
    if (one.parts.length > 0) found.set(partKey(parts), figure.state === 'withheld' ? figure.reason : 'told');
  }
  return found;
}
