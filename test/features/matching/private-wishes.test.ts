import assert from 'node:assert/strict';
import type { MatchProblem, PairIds } from '../../../src/features/matching/engine/model.ts';
import { propose } from '../../../src/features/matching/engine/propose.ts';
import { answerWith } from '../../../src/features/matching/proposals/rules.ts';
import { withPrivateWishes } from '../../../src/features/matching/rules.ts';
import { currentProposal, makeProposal, viewMatching } from '../../../src/features/matching/usecases.ts';
import { jobs } from '../../../src/worker/jobs.ts';
import { textVersion, type AnswerDraft } from '../../../src/features/people/identity/model.ts';
import { sharedBy, type PrivateAnswer } from '../../../src/features/people/identity/rules.ts';
import { answerQuestion, withdrawAnswer } from '../../../src/features/people/identity/usecases.ts';
import { participations } from '../../../src/features/recruitment/store.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import type { Ring } from '../../../src/platform/sealed.ts';
import { aPerson } from '../../support/app.ts';
import { anApplication, aProgramme, apply, coordinator } from '../pairs/journey.ts';
import { aPool } from './engine/people.ts';
import { listsNow, pairsNow } from './proposed.ts';

const idOf = (number: number): string => aPerson(number).id;
const shares = (choice: string): AnswerDraft => ({
  ...{ question: 'origin', said: { kind: 'choice', choice }, wish: true, textVersion },
});

/** Two mentees and two mentors: only what the first mentee and the second mentor share can change who is with whom. */
async function twoAndTwo() {
  const all = await aProgramme(
    {},
    jobs.filter(({ name }) => name === 'people.consentEnded'),
  );
  const { app, programmeId } = all;
  await apply(
    app,
    anApplication(programmeId, 1, 'mentee'),
    anApplication(programmeId, 2, 'mentee'),
    anApplication(programmeId, 501, 'mentor'),
    anApplication(programmeId, 502, 'mentor'),
  );
  await app.deps.tables.commit([participations.put(idOf(1), programmeId, { programmeId })]);
  await answerQuestion(app.deps, idOf(1), shares('born-abroad'));
  await answerQuestion(app.deps, idOf(502), { ...shares('born-abroad'), wish: false });
  return all;
}

const mentorIn = async (deps: Platform, programmeId: string): Promise<string | undefined> =>
  (await pairsNow(deps, programmeId)).find((one) => one.menteeId === idOf(1))?.mentorId;

describe('private wishes in the matching', () => {
  it('count where nothing else decides, and leave no trace in what anybody sees', async () => {
    const { app, programmeId } = await twoAndTwo();
    await makeProposal(app.deps, coordinator, programmeId);
    assert.equal(await mentorIn(app.deps, programmeId), idOf(502));
    const lists = await listsNow(app.deps, programmeId);
    const seen = JSON.stringify([await viewMatching(app.deps, coordinator, programmeId), lists]);
    assert.doesNotMatch(seen, /origin|born-abroad|identity|wish|-asked/);
  });

  it('that are taken back while a proposal is computed are not in it', async () => {
    const { app, programmeId } = await twoAndTwo();
    let isTaken = false;
    const ringOf = app.deps.identityRing;
    const open = async (field: string, ...what: Parameters<Ring['open']>): Promise<string> => {
      const text = await ringOf(field).open(...what);
      if (!isTaken) {
        isTaken = true;
        await withdrawAnswer(app.deps, idOf(1), 'origin');
      }
      return text;
    };
    const deps = {
      ...app.deps,
      identityRing: (field: string) => ({ ...ringOf(field), open: open.bind(undefined, field) }),
    };
    await makeProposal(deps, coordinator, programmeId);
    assert.equal(await mentorIn(app.deps, programmeId), idOf(501));
  });

  it('that are taken back later are out of the draft within a minute', async () => {
    const { app, programmeId } = await twoAndTwo();
    await makeProposal(app.deps, coordinator, programmeId);
    const before = await currentProposal(app.deps, programmeId);
    await withdrawAnswer(app.deps, idOf(1), 'origin');
    app.pass({ minutes: 1 });
    assert.equal(await app.run(), 1);
    assert.equal(await mentorIn(app.deps, programmeId), idOf(501));
    assert.notEqual((await currentProposal(app.deps, programmeId))?.id, before?.id);
  });

  it('give nobody a better or a worse chance of a match: 1,000 synthetic programmes', function () {
    this.timeout(300_000);
    const scarce = gaps({ mentees: 14, mentors: 6, places: 2 }, 'mentee', asProposed);
    const ample = gaps({ mentees: 8, mentors: 10, places: 2 }, 'mentor', asProposed);
    tell('mentees, with too few places', scarce);
    tell('mentors, with too few mentees', ample);
    assert.ok(scarce.length > 950 && ample.length > 950);
    assert.ok([...scarce, ...ample].every((gap) => gap === 0));
  });

  it('would give an advantage, and the experiment would show it, if they counted before it is known who has a place', function () {
    this.timeout(300_000);
    const { mean, half } = intervalOf(gaps({ mentees: 14, mentors: 6, places: 2 }, 'mentee', undecided));
    assert.ok(mean - half > 0);
  });
});

type Way = (pool: MatchProblem, shared: ReadonlyMap<string, readonly string[]>) => readonly PairIds[];
const asProposed: Way = (pool, shared) => answerWith(pool, shared).answer.pairs;
const undecided: Way = (pool, shared) => propose(withPrivateWishes(pool, shared)).pairs;

interface Interval {
  readonly mean: number;
  readonly half: number;
}

function intervalOf(all: readonly number[]): Interval {
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
  const spread = Math.sqrt(all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (all.length - 1));
  return { mean, half: (1.96 * spread) / Math.sqrt(all.length) };
}

function tell(whose: string, all: readonly number[]): void {
  const { mean, half } = intervalOf(all);
  const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
  const interval = `${percent(mean - half)} to ${percent(mean + half)}`;
  process.stdout.write(
    `      match rate of ${whose}, with less without identity answers: ${percent(mean)} (95 % ${interval}, ${all.length} programmes)\n`,
  );
}

type Size = Omit<Parameters<typeof aPool>[0], 'seed'>;

/**
 * Every second person, by a throw of the dice, has given an answer with a wish. The gap is what the answers change: the match rate of
 * those who gave one, with the answers and without any, less the same for the others.
 */
function gaps(size: Size, whose: 'mentee' | 'mentor', way: Way): number[] {
  return Array.from({ length: 1_000 }, (_, at) => gapIn(size, whose, way, at + 1)).flatMap((gap) => gap ?? []);
}

function gapIn(size: Size, whose: 'mentee' | 'mentor', way: Way, seed: number): number | undefined {
  const people = aPool({ ...size, seed });
  // As the product has it: one mentor for each mentee.
  const pool = { ...people, mentees: people.mentees.map((one) => ({ ...one, wants: 1 })) };
  const throwOf = dice(seed);
  const answers: PrivateAnswer[] = [...pool.mentees, ...pool.mentors].flatMap(({ id: personId }) =>
    throwOf(2) === 0
      ? []
      : [
          {
            personId,
            question: 'origin',
            said: { kind: 'choice', choice: `choice-${throwOf(3)}` },
            wish: true,
          } as const,
        ],
  );
  const matchedBy = (some: readonly PrivateAnswer[]) => new Set(way(pool, sharedBy(some)).map((pair) => pair[whose]));
  const [before, after] = [matchedBy([]), matchedBy(answers)];
  const answered = new Set(answers.map(({ personId }) => personId));
  const side = whose === 'mentee' ? pool.mentees : pool.mentors;
  const groups = [true, false].map((isWith) => side.filter(({ id }) => answered.has(id) === isWith));
  if (groups.some((group) => group.length === 0)) return undefined;
  const [withAnswer = 0, without = 0] = groups.map((group) => {
    const rate = (matched: ReadonlySet<string>): number =>
      group.filter(({ id }) => matched.has(id)).length / group.length;
    return rate(after) - rate(before);
  });
  return withAnswer - without;
}

function dice(seed: number): (sides: number) => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}
