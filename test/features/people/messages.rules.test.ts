import assert from 'node:assert/strict';
import fc from 'fast-check';
import { day, hour, minute } from '../../../src/platform/clock.ts';
import * as rules from '../../../src/features/people/messages/rules.ts';
import type { Letterbox } from '../../../src/features/people/messages/model.ts';
import { usualHours } from '../../../src/features/people/rules.ts';

/** A Tuesday in March, ten o'clock in Brussels. */
const tuesday = Date.UTC(2026, 2, 3, 9, 0);

const wanted = (sendId: string, over: Partial<rules.Wanted> = {}): rules.Wanted => ({
  ...{ sendId, table: 'programmes', partition: 'p1', kind: 'tests.tell', answers: false, unsolicited: false },
  ...over,
});
const at = (now: number): rules.Moment => ({ now, machine: now, hours: usualHours });
const sentAt = (...times: number[]): Letterbox => ({
  ...rules.emptyLetterbox,
  sent: times.map((one) => ({ at: one, unsolicited: true })),
});

describe('whose turn it is', () => {
  it('goes at once in working hours, and waits for them otherwise, over the change to summer time too', () => {
    assert.equal(rules.turnOf(rules.emptyLetterbox, wanted('a'), at(tuesday), true).is, 'go');
    const friday = Date.UTC(2026, 2, 27, 17, 0);
    const turn = rules.turnOf(rules.emptyLetterbox, wanted('a'), at(friday), true);
    assert.deepEqual(turn, { is: 'wait', until: Date.UTC(2026, 2, 30, 7, 0), why: 'not-at-work' });
  });

  it('lets an answer to the person go at any time', () => {
    const night = tuesday + 12 * hour;
    assert.equal(rules.turnOf(rules.emptyLetterbox, wanted('a', { answers: true }), at(night), true).is, 'go');
  });

  it('keeps the third unsolicited message of a month for the tab, and only those', () => {
    const two = sentAt(tuesday - 20 * day, tuesday - 5 * day);
    assert.equal(rules.turnOf(two, wanted('a', { unsolicited: true }), at(tuesday), true).is, 'in-tab');
    assert.equal(rules.turnOf(two, wanted('a'), at(tuesday), true).is, 'go');
    const later = at(tuesday + 11 * day - 2 * day);
    assert.equal(rules.turnOf(two, wanted('a', { unsolicited: true }), later, true).is === 'in-tab', true);
    assert.equal(rules.turnOf(two, wanted('a', { unsolicited: true }), at(tuesday + 13 * day), true).is, 'go');
  });

  it('never makes what nobody asked for the third message of a day', () => {
    const box = {
      ...rules.emptyLetterbox,
      sent: [1, 2].map((one) => ({ at: tuesday - one * minute, unsolicited: false })),
    };
    const turn = rules.turnOf(box, wanted('a', { unsolicited: true }), at(tuesday), true);
    assert.deepEqual(turn, { is: 'wait', until: Date.UTC(2026, 2, 4, 8, 0), why: 'enough-today' });
  });

  it('keeps the order in which messages came', () => {
    const line = rules.inLine(
      rules.inLine(rules.emptyLetterbox, wanted('a'), tuesday - hour, tuesday),
      wanted('b'),
      tuesday - minute,
      tuesday,
    );
    assert.equal(rules.turnOf(line, wanted('b'), at(tuesday), true).is, 'wait');
    assert.equal(rules.turnOf(line, wanted('c'), at(tuesday), true).is, 'wait');
    assert.equal(rules.turnOf(line, wanted('a'), at(tuesday), true).is, 'go');
    // One that was stopped holds nobody up for ever.
    assert.equal(rules.turnOf(line, wanted('b'), at(tuesday + hour), true).is, 'go');
  });

  it('sends nothing else while a message is on its way and its end is not known', () => {
    const box: Letterbox = {
      ...rules.emptyLetterbox,
      sending: { ...wantedWhich('a'), since: tuesday - 1_000, again: false, counted: true },
    };
    assert.equal(rules.turnOf(box, wanted('b'), at(tuesday), false).is, 'wait');
    assert.equal(rules.turnOf(box, wanted('b'), at(tuesday), true).is, 'go');
  });

  it('tries a message without an answer once more, later, and then says that nobody knows', () => {
    const box = (again: boolean, since: number): Letterbox => ({
      ...rules.emptyLetterbox,
      sending: { ...wantedWhich('a'), since, again, counted: true },
    });
    assert.equal(rules.turnOf(box(false, tuesday - 1_000), wanted('a'), at(tuesday), false).is, 'wait');
    assert.deepEqual(rules.turnOf(box(false, tuesday - minute), wanted('a'), at(tuesday), false), {
      is: 'go',
      again: true,
      covers: [],
    });
    assert.equal(rules.turnOf(box(true, tuesday - minute), wanted('a'), at(tuesday), false).is, 'perhaps');
  });

  it('tells three that wait for the same moment in one card, and then none of them again', () => {
    const moment = at(tuesday);
    let box = rules.emptyLetterbox;
    for (const [place, sendId] of ['a', 'b', 'c'].entries())
      box = rules.inLine(box, wanted(sendId), tuesday - 10 * hour + place, tuesday);
    const turn = rules.turnOf(box, wanted('a'), moment, true);
    assert.ok(turn.is === 'go' && turn.covers.length === 2);
    box = rules.settingOut(box, wanted('a'), moment, turn);
    for (const sendId of ['b', 'c']) assert.equal(rules.turnOf(box, wanted(sendId), moment, true).is, 'told');
    assert.equal(box.sent.length, 1);
  });

  it('counts what surely did not arrive as not sent', () => {
    const moment = at(tuesday);
    const turn = rules.turnOf(rules.emptyLetterbox, wanted('a'), moment, true);
    assert.ok(turn.is === 'go');
    const out = rules.settingOut(rules.emptyLetterbox, wanted('a'), moment, turn);
    assert.deepEqual(rules.turnedBack(out), rules.emptyLetterbox);
  });

  it('stops nobody for ever: whoever is told to wait has its turn by then, or waits for something that ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 14 * 24 * 60 }), fc.boolean(), (minutes, unsolicited) => {
        let now = tuesday + minutes * minute;
        let box = sentAt(now - minute);
        for (let turns = 0; turns < 8; turns += 1) {
          const turn = rules.turnOf(box, wanted('a', { unsolicited }), at(now), true);
          if (turn.is !== 'wait') return;
          assert.ok(turn.until > now);
          box = rules.inLine(box, wanted('a'), now, turn.until);
          now = turn.until;
        }
        assert.fail('it still waits');
      }),
    );
  });
});

function wantedWhich(sendId: string) {
  const { table, partition, kind } = wanted(sendId);
  return { sendId, table, partition, kind };
}
