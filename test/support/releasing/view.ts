/** What anybody may see of a round at a moment, and what an attacker who saw everything keeps of it. */
import type { Platform } from '../../../src/platform/platform.ts';
import type { Mode, Response } from '../../../src/features/release/answers/model.ts';
import { answersFor } from '../../../src/features/release/answers/store.ts';
import { releasedParts } from '../../../src/features/release/cuts/usecases.ts';
import { releasedRates } from '../../../src/features/release/missing/usecases.ts';
import { moves } from '../../../src/features/release/rounds/model.ts';
import { linkBases, linkLedger, only } from '../../../src/features/release/rounds/store.ts';
import { releasedComparison } from '../../../src/features/release/rounds/usecases.ts';
import { latestPublished, ledger } from '../../../src/features/release/store.ts';
import { ratingScale, stepFor } from '../../../src/features/release/worlds/model.ts';
import { toldFrom } from '../attack.ts';
import { fromFigure, fromShares, waysTold, type Known } from './attacker.ts';

/** By person: the last answer that was kept of each, whatever became of it; `tag` is asked of nobody and says who it was. */
export interface Watched {
  readonly surveyId: string;
  readonly mode: Mode;
  /** Answers by the id under which a release counted them. */
  readonly counted: Map<string, Response>;
  /** By question: figures with who is behind them, each once. */
  readonly known: Map<string, Map<string, Known>>;
  /** By question: people who answered the round before too, of the comparison that was told. */
  readonly linked: Map<string, ReadonlySet<number>>;
}

export const watch = (surveyId: string, mode: Mode): Watched => ({
  ...{ surveyId, mode, counted: new Map(), known: new Map(), linked: new Map() },
});

export const numberOf = ({ texts }: Response): number => Number(texts['tag']?.slice(1) ?? -1);

const toldKinds = ['release.', 'cuts.', 'rates.', 'linked.'];

/** Everything that was ever told of a round, as it lies there. */
export async function seenOf({ tables }: Platform, surveyId: string): Promise<string> {
  const rows = await tables.range('surveys', surveyId, { from: '!', to: '~' });
  const told = rows.filter(({ rowKey }) => toldKinds.some((kind) => rowKey.startsWith(kind)));
  return told.map(({ rowKey, text }) => `${rowKey} ${text}`).join('\n');
}

/** Right after something may have been told: nothing of it is forgotten by the attacker. */
export async function remember(deps: Platform, round: Watched): Promise<void> {
  const { surveyId, mode, counted } = round;
  const last = await latestPublished(deps.tables, surveyId);
  if (!last) return;
  const rows = new Map(
    (await answersFor(mode).list(deps.tables, surveyId)).map(({ key, value }) => [key.join(), value]),
  );
  const parts = (await ledger.list(deps.tables, surveyId)).map(({ value }) => value);
  for (const id of parts.flatMap(({ responseIds }) => responseIds)) {
    const answer = rows.get(id);
    if (answer) counted.set(id, answer);
  }
  for (const figure of last.release.figures) {
    const since = last.basis.since[figure.itemId];
    if (since === undefined) continue;
    const ids = parts.flatMap(({ number, responseIds }) => (number <= since ? responseIds : []));
    const members = membersOf(
      ids.flatMap((id) => counted.get(id) ?? []),
      figure.itemId,
    );
    keep(round, figure.itemId, `${since} ${JSON.stringify(figure)}`, () => fromFigure(members, figure));
  }
}

function membersOf(answers: readonly Response[], itemId: string): number[] {
  return answers
    .filter(({ ratings }) => ratings[itemId] !== undefined)
    .map(numberOf)
    .toSorted((a, b) => a - b);
}

function keep({ known }: Watched, itemId: string, name: string, make: () => readonly Known[]): void {
  const facts = known.get(itemId) ?? new Map<string, Known>();
  known.set(itemId, facts);
  if (facts.has(name)) return;
  for (const [at, one] of make().entries()) facts.set(at === 0 ? name : `${name} ${at}`, one);
}

/** Once the parts are out: means of parts of those whom the last figure of everybody counts. */
export async function rememberParts(deps: Platform, round: Watched): Promise<number> {
  let told = 0;
  for (const { itemId, cuts } of await releasedParts(deps, round.surveyId))
    for (const { parts, figure } of cuts) {
      if (figure.state === 'withheld') continue;
      told += 1;
      const inside = [...round.counted.values()].filter(({ of = {} }) =>
        parts.every((one) => of[one.attribute] === one.value),
      );
      const members = membersOf(inside, itemId);
      const how =
        figure.state === 'nearly-all'
          ? figure.side === 'low'
            ? 'low'
            : 'high'
          : { mean: figure.mean, step: stepFor(members.length, ratingScale) / ratingScale.steps };
      keep(round, itemId, JSON.stringify(parts), () => [toldFrom(members, how)]);
    }
  return told;
}

/** Once the comparison is out: of both rounds, what those who answered both said, and by how much they moved, the other round being known. */
export async function rememberLinked(
  deps: Platform,
  before: Watched,
  after: Watched,
  people: ReadonlyMap<string, number>,
) {
  const told = await releasedComparison(deps, after.surveyId);
  const basis = (await linkBases.find(deps.tables, after.surveyId, only))?.value.items ?? {};
  const ids = (await linkLedger.list(deps.tables, after.surveyId)).flatMap(({ value }) => value.ids);
  let comparisons = 0;
  for (const figure of told?.figures ?? []) {
    const behind = basis[figure.itemId];
    if (figure.state !== 'told' || !behind) continue;
    comparisons += 1;
    const saidIn = ({ counted }: Watched) =>
      new Map(
        [...counted.values()].flatMap((one) =>
          one.ratings[figure.itemId] === undefined ? [] : [[numberOf(one), one.ratings[figure.itemId]!]],
        ),
      );
    const [first, last] = [saidIn(before), saidIn(after)];
    const both = ids.map((id) => people.get(id) ?? -1).filter((one) => first.has(one) && last.has(one));
    const members = both.slice(behind.leftOut);
    for (const [round, of, other, sign] of [
      [before, figure.before, last, -1],
      [after, figure.after, first, 1],
    ] as const) {
      keep(round, figure.itemId, `linked ${after.surveyId}`, () => [
        fromShares(members, of, behind.as),
        {
          ...{ members, least: -Infinity, most: Infinity, ways: waysTold(members.length, figure.moved, behind.as) },
          placeOf: (person, answer) =>
            Math.max(0, Math.min(moves.length - 1, 2 + sign * (answer - other.get(person)!))),
        },
      ]);
      round.linked.set(figure.itemId, new Set(members));
    }
  }
  return comparisons;
}

/** How many parts were told of who answered how often. */
export async function ratesTold(deps: Platform, surveyId: string): Promise<number> {
  return (await releasedRates(deps, surveyId)).filter(({ rate }) => rate !== undefined).length;
}
