import assert from 'node:assert/strict';
import fc from 'fast-check';
import { systemClock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';
import { createTables } from '../../src/platform/tables.ts';
import { createPace } from '../../src/platform/teams/pace.ts';
import { noAnswers, noSlots, sentLastMinute, takeInTurn, takeSpare } from '../../src/platform/teams/slots.ts';
import { nextAnswer, type Talk } from '../../src/platform/teams/talk.ts';
import { newLimits } from '../../src/sandbox/connector/limits.ts';
import { testStorage } from '../support/storage.ts';

const start = 1_800_000_000_000;

/** The most of these moments in any stretch of so many milliseconds. */
function mostWithin(moments: readonly number[], ms: number): number {
  const sorted = moments.toSorted((a, b) => a - b);
  return Math.max(0, ...sorted.map((from, place) => sorted.slice(place).filter((at) => at < from + ms).length));
}

describe('the budget of the organisation', () => {
  it('stays under what Teams takes in any second, whoever takes how many and however fast answers come', () => {
    const step = fc.record({ wait: fc.integer({ min: 0, max: 400 }), count: fc.integer({ min: 0, max: 8 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), fc.integer({ min: 1, max: 50 }), (steps, perSecond) => {
        let [row, spare, now] = [noSlots, noAnswers, start];
        const moments: number[] = [];
        for (const { wait, count } of steps) {
          now += wait;
          const answer = takeSpare(spare, now, perSecond);
          if (answer) moments.push(now);
          spare = answer ?? spare;
          const taken = takeInTurn(row, spare, { now, perSecond, count });
          row = taken.next;
          moments.push(...taken.at);
        }
        assert.ok(
          mostWithin(moments, 1_000) <= Math.max(50, perSecond + 6),
          `${mostWithin(moments, 1_000)} in a second`,
        );
      }),
    );
  });

  it('keeps to its rate over a longer time, answers included', () => {
    let [row, spare] = [noSlots, noAnswers];
    const moments: number[] = [];
    for (let now = start; now < start + 20_000; now += 200) {
      spare = takeSpare(spare, now, 30) ?? spare;
      // A process takes no more than it has messages for.
      const count = row.free < now + 200 ? 8 : 0;
      const taken = takeInTurn(row, spare, { now, perSecond: 30, count });
      row = taken.next;
      moments.push(...taken.at.filter((at) => at < start + 20_000));
    }
    const all = moments.length + spare.count;
    assert.ok(all > 560 && all <= 620, `${all} in 20 s`);
    assert.ok(sentLastMinute(row, start + 60_000) > 0);
  });

  it('is one for all processes, evenly spaced, and an answer does not wait for it', async () => {
    const tables = createTables({ connection: await testStorage(), prefix: `p${newId().slice(0, 10)}` });
    await tables.prepare();
    const [one, other] = [createPace(40, systemClock, tables), createPace(40, systemClock, tables)];
    const begun = performance.now();
    const moments: number[] = [];
    const turns = Array.from({ length: 40 }, (_, place) => (place % 2 === 0 ? one : other).turn('campaign'));
    let answered = 0;
    const answer = one.turnIn('a:1', 5_000).then(() => (answered = performance.now() - begun));
    await Promise.all([answer, ...turns.map((turn) => turn.then(() => moments.push(performance.now() - begun)))]);
    assert.ok(Math.max(...moments) >= 750, `40 took ${Math.max(...moments)} ms at 40 a second`);
    assert.ok(answered < Math.max(...moments) / 2, `the answer took ${answered} ms`);
  });

  it('lets what is more urgent go first when there is a line', async () => {
    const tables = createTables({ connection: await testStorage(), prefix: `p${newId().slice(0, 10)}` });
    await tables.prepare();
    const pace = createPace(20, systemClock, tables);
    const order: string[] = [];
    const turn = (urgency: 'campaign' | 'transactional') => pace.turn(urgency).then(() => order.push(urgency));
    await Promise.all([...Array.from({ length: 12 }, () => turn('campaign')), turn('transactional')]);
    assert.ok(order.indexOf('transactional') <= 3, order.join(' '));
  });
});

describe('the budget of one conversation', () => {
  it('never meets a limit of Teams, however fast somebody writes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 300 }), (waits) => {
        let [row, now]: [Talk | undefined, number] = [undefined, start];
        let last = start;
        const limits = newLimits(() => last);
        for (const wait of waits) {
          now = Math.max(now + wait, last);
          const { at, next } = nextAnswer(row, now);
          assert.ok(at >= last, 'in their order');
          last = at;
          row = next;
          assert.equal(limits.secondsToWait('a:1'), 0);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('stays under 1,800 in an hour', () => {
    let row: Talk | undefined;
    const moments: number[] = [];
    for (let now = start; now < start + 7_200_000;) {
      const { at, next } = nextAnswer(row, now);
      row = next;
      moments.push((now = at));
    }
    const most = Math.max(
      ...moments.map((from, place) => moments.findLastIndex((at) => at < from + 3_600_000) - place + 1),
    );
    assert.ok(most <= 1_800 && most > 1_000, `${most} in an hour`);
  });
});
