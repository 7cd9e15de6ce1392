import assert from 'node:assert/strict';
import fc from 'fast-check';
import { groupOf } from '../../../src/features/people/messages/rules.ts';
import { sendStates, type SendLine } from '../../../src/features/people/messages/sends/model.ts';
import { lineOfTask } from '../../../src/features/people/messages/sends/rules.ts';
import { sendKinds, sorts } from '../../../src/features/insights/sends/model.ts';
import { isNamed, mayStopOne, pageOf, sendsOf } from '../../../src/features/insights/sends/rules.ts';
import { folded, holdsWords } from '../../../src/platform/words.ts';
import type { Task } from '../../../src/platform/outbox.ts';

const line = fc
  .record({
    id: fc.stringMatching(/^[0-9a-f]{4}$/),
    kind: fc.constantFrom(...sendKinds),
    state: fc.constantFrom(...sendStates),
    at: fc.integer({ min: 0, max: 5 }),
    mayBeSentAgain: fc.boolean(),
    personId: fc.constantFrom('a', 'b'),
  })
  .map((one): SendLine => ({ ...one, round: '', group: groupOf(one.kind, '') }));
const lines = fc.uniqueArray(line, { selector: ({ id }) => id, maxLength: 40 });

const aTask = (over: Partial<Task> = {}): Task => ({
  ...{ id: 't', job: 'pairs.ask', due: 1_000, lane: 'usual', data: { personId: 'a' }, state: 'waiting', attempts: 0 },
  ...{ leaseUntil: 0, fence: '', mark: 'm' },
  ...over,
});

describe('the messages of a send', () => {
  it('come page by page, each once and in order, whatever they are sorted by', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(...sorts), fc.integer({ min: 1, max: 7 }), (all, sort, most) => {
        const named = all.map((one) => ({ line: one, name: `${one.personId}${one.at}` }));
        const whole = pageOf(named, { sort, after: undefined, most: 1_000 }).lines.map(({ id }) => id);
        const paged: string[] = [];
        for (let after: string | undefined, turn = 0; turn === 0 || after !== undefined; turn += 1) {
          const page = pageOf(named, { sort, after, most });
          assert.ok(page.lines.length <= most);
          paged.push(...page.lines.map(({ id }) => id));
          after = page.next;
        }
        assert.deepEqual(paged, whole);
        assert.equal(paged.length, all.length);
      }),
    );
  });

  it('go on where a page ended, even when that message is gone by then', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const named = all.map((one) => ({ line: one, name: '' }));
        const first = pageOf(named, { sort: 'oldest', after: undefined, most: 3 });
        if (first.next === undefined) return;
        const gone = named.filter(({ line: { id } }) => id !== first.lines.at(-1)?.id);
        const rest = pageOf(gone, { sort: 'oldest', after: first.next, most: 1_000 });
        assert.equal(rest.lines.length, all.length - first.lines.length);
      }),
    );
  });

  it('begin anew after an edge that nobody gave out', () => {
    const one = { line: fc.sample(line, 1)[0]!, name: '' };
    for (const after of ['', '{}', '[1]', '[null,"x"]', 'null'])
      assert.equal(pageOf([one], { sort: 'newest', after, most: 5 }).lines.length, 1, after);
  });

  it('add up to the numbers of their sends', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const sum = sendsOf(all)
          .flatMap(({ counts }) => Object.values(counts))
          .reduce((total, one) => total + one, 0);
        assert.equal(sum, all.length);
      }),
    );
  });

  it('are named one by one only where the programme itself writes, or where somebody was not reached', () => {
    fc.assert(
      fc.property(line, (one) => {
        const invited = ['recruitment.send-invitation', 'recruitment.send-mail'].includes(one.kind);
        const open =
          invited || ['training.offer', 'training.invite-session', 'pairs.ask', 'pairs.remind'].includes(one.kind);
        const told = [
          ...[
            'training.missing',
            'pairs.tellBegun',
            'pairs.tellUnmatched',
            'recruitment.tell-choice',
            'recruitment.tell-taken-up',
            'training.remind-session',
            'training.tell-session',
          ],
        ].includes(one.kind);
        // Who let their manager be told is nobody else's business, also where the manager was not reached.
        const secret = ['recruitment.tell-manager', 'recognition.tell-manager'].includes(one.kind);
        assert.equal(isNamed(one), open || told || (one.state === 'not-reached' && !secret));
        if (mayStopOne(one)) assert.ok(isNamed(one) && ['planned', 'waiting'].includes(one.state));
      }),
    );
    const wish = { ...fc.sample(line, 1)[0]!, state: 'not-reached', reason: 'do-not-ask' } as const;
    assert.equal(isNamed(wish), false);
  });

  it('are found by every word of a name, without accents', () => {
    assert.ok(holdsWords(folded('Zoë Van den Brûle'), 'brule zoe'));
    assert.ok(!holdsWords(folded('Zoë Van den Brûle'), 'zoe x'));
  });
});

describe('what a task says about its message', () => {
  const moment = { now: 2_000, machine: 50_000 };
  const cases: [string, Partial<Task>, Partial<SendLine>][] = [
    ['planned', { due: 3_000 }, { state: 'planned', at: 3_000 }],
    ['waiting, and why', { due: 3_000, reason: 'enough-today' }, { state: 'waiting', at: 3_000, why: 'enough-today' }],
    ['in line', { reason: 'not-at-work' }, { state: 'waiting', why: 'in-line' }],
    ['resting after a failure', { leaseUntil: 51_000, reason: 'x' }, { state: 'waiting', at: 3_000, why: 'resting' }],
    ['under way', { leaseUntil: 51_000, fence: 'f' }, { state: 'waiting', why: 'under-way' }],
    ['given up', { state: 'failed', reason: 'x' }, { state: 'not-reached', reason: 'gave-up', mayBeSentAgain: true }],
  ];
  for (const [what, over, expected] of cases)
    it(`is ${what}`, () => {
      const found = lineOfTask(aTask(over), undefined, moment);
      assert.deepEqual({ ...found, ...expected }, found);
    });
});
