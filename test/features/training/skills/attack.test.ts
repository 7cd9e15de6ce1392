/** Random groups, attacked by somebody who has everything that coordinators are ever told of three rounds, and knows one answer. */
import assert from 'node:assert/strict';
import { held } from '../../../../src/features/release/answers/store.ts';
import type { Figure } from '../../../../src/features/release/model.ts';
import type { LinkedFigure } from '../../../../src/features/release/rounds/model.ts';
import { comparisons, linkBases, linkLedger, only } from '../../../../src/features/release/rounds/store.ts';
import { latestRelease } from '../../../../src/features/release/usecases.ts';
import { ratingScale as scale, stepFor } from '../../../../src/features/release/worlds/model.ts';
import { roundId } from '../../../../src/features/training/skills/counting/usecases.ts';
import { parts, type Part } from '../../../../src/features/training/skills/model.ts';
import { questionsOf } from '../../../../src/features/training/skills/set/rules.ts';
import { closeSkills, skillResults } from '../../../../src/features/training/skills/results/usecases.ts';
import { createRandom } from '../../../../src/sandbox/organisation/random.ts';
import { confined, derived, toldFrom, type Told } from '../../../support/attack.ts';
import { atSide, group } from './group.ts';

const at = atSide('mentee');
const items = questionsOf('mentee').map(({ id }) => id);
const keyOf = (person: number): string => `person-${String(person).padStart(3, '0')}`;

type Answers = Readonly<Record<Part, ReadonlyMap<number, Readonly<Record<string, number>>>>>;

/** Who answers what, by chance: some only before, some only after, some leave statements out. */
function draw(people: number, seed: number): Answers {
  const random = createRandom('skills', people, seed);
  const [stays, gap] = [0.5 + random.next() / 2, random.next() * 0.15];
  const rated = (lean: number) =>
    Object.fromEntries(
      items.flatMap((id) => {
        const value = Math.max(1, Math.min(5, Math.round(lean + (random.next() + random.next() - 1) * 2.5)));
        return random.next() < gap ? [] : [[id, value]];
      }),
    );
  const before = new Map<number, Record<string, number>>();
  const [now, back] = [new Map(before), new Map(before)];
  for (let person = 0; person < people; person += 1) {
    const isFirst = random.next() < 0.85;
    if (isFirst) before.set(person, rated(3));
    if (random.next() >= (isFirst ? stays : 0.6)) continue;
    now.set(person, rated(3.7));
    back.set(person, rated(2.6));
  }
  return { before, now, back };
}

/** A variable for each person and part. */
const variable = (people: number, part: Part, person: number): number => parts.indexOf(part) * people + person;

interface Attacked {
  readonly told: Told[];
  readonly groups: number[][];
  readonly values: number[];
}

/** What stands behind everything that was told of one statement, and the small groups that it may not give away. */
async function attackOf(
  deps: Awaited<ReturnType<typeof group>>['deps'],
  answers: Answers,
  people: number,
  itemId: string,
) {
  const saidIt = (part: Part): number[] => [...answers[part]].flatMap(([one, said]) => (itemId in said ? [one] : []));
  const values = parts.flatMap((part) =>
    Array.from({ length: people }, (_, one) => answers[part].get(one)?.[itemId] ?? 1),
  );
  const told: Told[] = [];
  for (const part of parts) {
    const members = saidIt(part).map((one) => variable(people, part, one));
    const figure = (await latestRelease(deps, roundId(at, part)))?.figures.find((one) => one.itemId === itemId);
    told.push(...wholeOf(figure, members));
  }
  const groups: number[][] = [];
  for (const [later, earlier] of [
    ['now', 'before'],
    ['back', 'now'],
  ] as const) {
    const [found, basis, ledger] = await Promise.all([
      comparisons.find(deps.tables, roundId(at, later), only),
      linkBases.find(deps.tables, roundId(at, later), only),
      linkLedger.list(deps.tables, roundId(at, later)),
    ]);
    const [first, last] = [new Set(saidIt(earlier)), new Set(saidIt(later))];
    const ids = ledger.flatMap(({ value }) => value.ids).map((key) => Number(key.slice('person-'.length)));
    const both = ids.filter((one) => first.has(one) && last.has(one));
    const behind = basis?.value.items[itemId];
    const figure = found?.value.figures.find((one) => one.itemId === itemId);
    const kept = both.slice(behind?.leftOut ?? 0);
    if (figure?.state === 'told' && behind) told.push(...linkedOf(figure, behind.as, kept, { people, earlier, later }));
    for (const [part, all] of [
      [earlier, first],
      [later, last],
    ] as const)
      for (const set of [both, kept]) {
        const rest = [...all].filter((one) => !set.includes(one));
        for (const few of [set, rest])
          if (few.length > 0 && few.length < 5) groups.push(few.map((one) => variable(people, part, one)));
      }
  }
  // Each person alone.
  for (const part of parts) for (const one of saidIt(part)) groups.push([variable(people, part, one)]);
  return { told, groups, values } satisfies Attacked;
}

function wholeOf(figure: Figure | undefined, members: readonly number[]): Told[] {
  if (figure?.state === 'shown')
    return [toldFrom(members, { mean: figure.mean, step: stepFor(members.length, scale) / scale.steps })];
  if (figure?.state !== 'nearly-all') return [];
  const [all, others] = [members.length, Math.ceil(Math.max(2, members.length / 20)) - 1];
  const [least, most] = figure.side === 'low' ? [all, 3 * all + 2 * others] : [4 * all - 3 * others, 5 * all];
  return [{ members, least, most }];
}

function linkedOf(
  { before, after }: Extract<LinkedFigure, { state: 'told' }>,
  as: number,
  kept: readonly number[],
  { people, earlier, later }: { people: number; earlier: Part; later: Part },
): Told[] {
  const step = stepFor(as, scale) / scale.steps;
  return (
    [
      [earlier, before],
      [later, after],
    ] as const
  ).map(([part, { mean }]) =>
    toldFrom(
      kept.map((one) => variable(people, part, one)),
      { mean, step },
    ),
  );
}

describe('somebody who has all figures of what people say they can do, and knows one answer', function () {
  this.timeout(300_000);

  it('names no answer of anybody and derives no small group, in random groups', async () => {
    let [shown, asked, linked] = [0, 0, 0];
    for (const [seed, people] of [7, 9, 14, 22, 30, 41, 60, 80].entries()) {
      const { app, deps, boss } = await group(0);
      const answers = draw(people, seed + 1);
      for (const part of parts)
        await deps.tables.commit(
          [...answers[part]].map(([one, ratings]) =>
            held.put(roundId(at, part), keyOf(one), { ratings: { ...ratings }, texts: {} }),
          ),
        );
      const isEnough = answers.now.size >= 5;
      if (isEnough) await closeSkills(deps, boss, 'p1');
      else app.pass({ days: 400 });
      await app.run();
      const results = await skillResults(deps, boss, 'p1');
      const text = JSON.stringify(results);
      assert.ok(!text.includes('person-'), 'no pseudonym leaves');
      for (const itemId of items) {
        const { told, groups, values } = await attackOf(deps, answers, people, itemId);
        const watched = new Set(groups.flat());
        const where = `${people} people, ${itemId}`;
        assert.equal(derived(told, groups, values.length), 0, where);
        assert.equal(confined(told, values, watched), 0, where);
      }
      if (results.state !== 'told') continue;
      const { lines } = results.sides.find(({ side }) => side === 'mentee')!;
      asked += lines.length;
      shown += lines.filter(({ measured }) => measured.kind === 'scale').length;
      linked += lines.filter(({ measured }) => measured.kind === 'scale' && measured.linked).length;
    }
    process.stdout.write(`      ${shown} of ${asked} statements told in 8 groups, ${linked} of the same people\n`);
    assert.ok(shown / asked > 0.5, 'silence is no proof');
  });
});
