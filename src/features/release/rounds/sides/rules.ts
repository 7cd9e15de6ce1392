/**
 * From the answers of two confidential rounds to what is audited: whose answers every figure stands on, also where some were taken
 * back since. Their figures stay told, so they still count: each is given any answer with which all that was told comes out the same.
 */
import type { Response } from '../../answers/model.ts';
import type { Answered, Attribute, ItemCuts } from '../../cuts/model.ts';
import type { Figure } from '../../model.ts';
import { ratingScale } from '../../worlds/model.ts';
import { isAsTold, releaseLinked, type Compared, type Linked, type LinkRequest, type Side } from '../rules.ts';

/** A confidential round after its close. */
export interface Counted {
  /** By pseudonym, everybody whom its figures count; nothing where the answer was taken back since. */
  readonly answers: ReadonlyMap<string, Response | undefined>;
  /** Of those who took theirs back: where they belong. */
  readonly gone: ReadonlyMap<string, Answered['of']>;
  readonly wholes: readonly Figure[];
  readonly parts: readonly ItemCuts[];
}

/** A comparison of the earlier round with the one before that: whom it told of, and what they said then. */
export interface Former {
  readonly ids: readonly string[];
  readonly items: Readonly<Record<string, { readonly leftOut: number; readonly as: number }>>;
  readonly answers: Counted['answers'];
}

export interface Both {
  readonly before: Counted;
  readonly after: Counted;
  readonly former: Former | undefined;
  /** Those who answered both, in an order that says nothing. */
  readonly ids: readonly string[];
}

/** Pseudonyms are random to whoever has no key: their order says nothing. */
export function inBoth(before: Counted, after: Counted): string[] {
  return [...after.answers.keys()].filter((id) => after.answers.get(id) && before.answers.get(id)).toSorted();
}

export function linkedOf(
  { attributes, floor }: { readonly attributes: readonly Attribute[]; readonly floor: number },
  itemId: string,
  { before, after, former, ids }: Both,
): Linked {
  const ways = sidesOf(before, itemId, former).flatMap((first) =>
    sidesOf(after, itemId, undefined).map((last): LinkRequest => {
      const linked = ids.flatMap((id) => {
        const [one, other] = [first.places.get(id), last.places.get(id)];
        return one === undefined || other === undefined ? [] : [[one, other] as const];
      });
      return { itemId, attributes, floor, before: first.side, after: last.side, linked };
    }),
  );
  const [way, ...others] = ways;
  return way ? releaseLinked(way, ...others) : { figure: { state: 'withheld', itemId, reason: 'would-point' } };
}

interface Found {
  readonly side: Side;
  /** By pseudonym. */
  readonly places: ReadonlyMap<string, number>;
}

/**
 * One item in a round, once for each way in which those who took theirs back may have rated it or left it out: whoever knows that they did
 * must find no more than whoever does not. None where its figure was not told, or what was told can no longer be followed.
 */
function sidesOf({ answers, gone, wholes, parts }: Counted, itemId: string, former: Former | undefined): Found[] {
  const whole = wholes.find((one) => one.itemId === itemId);
  if (whole?.state !== 'shown' && whole?.state !== 'nearly-all') return [];
  const entries = [...answers].flatMap(([id, response]) => {
    const value = response?.ratings[itemId];
    return response && value !== undefined ? [{ id, answer: { of: response.of ?? {}, value, since: 1 } }] : [];
  });
  const places = new Map(entries.map(({ id }, place) => [id, place]));
  const lost = [...answers].flatMap(([id, response]) => (response ? [] : [gone.get(id)]));
  const compared = former ? comparedWith(former, itemId, { places, answers }) : [];
  if (!compared || lost.length > mostLost || lost.includes(undefined)) return [];
  const cuts = parts.find((one) => one.itemId === itemId)?.cuts ?? [];
  const said = entries.map(({ answer }) => answer);
  return fillings(lost.flatMap((of) => (of ? [of] : []))).flatMap((ways) => {
    const side = ways.map((filled): Side => ({ answers: [...said, ...filled], whole, cuts, compared })).find(isAsTold);
    return side ? [{ side, places }] : [];
  });
}

/** With more that were taken back it can no longer be proved whom a comparison would point at, and there is none. */
const mostLost = 2;

/** By who of those who took theirs back had rated it at all: every way in which they may have answered. */
function fillings(lost: readonly Answered['of'][]): Answered[][][] {
  const [of, ...more] = lost;
  if (!of) return [[[]]];
  const values = Array.from({ length: ratingScale.high }, (_, at) => at + ratingScale.low);
  const without = fillings(more);
  const rated = without.map((ways) =>
    values.flatMap((value) => ways.map((others) => [{ of, value, since: 1 }, ...others])),
  );
  return [...without, ...rated];
}

/** What a former comparison told of this item; nothing when somebody of whom it told took an answer back since. */
function comparedWith(
  { ids, items, answers: then }: Former,
  itemId: string,
  { places, answers }: { readonly places: Found['places']; readonly answers: Counted['answers'] },
): Compared[] | undefined {
  const told = items[itemId];
  if (!told) return [];
  if (ids.some((id) => !answers.get(id) || !then.get(id))) return undefined;
  const pairs = ids.flatMap((id) => {
    const [place, other] = [places.get(id), then.get(id)?.ratings[itemId]];
    return place === undefined || other === undefined ? [] : [[place, other] as const];
  });
  return [{ pairs: pairs.slice(told.leftOut), isEarlier: false, as: told.as }];
}
