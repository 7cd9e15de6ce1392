import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  asSeen,
  calledOff,
  isSettled,
  lookSoon,
  nextNet,
  periodFor,
  saysNo,
} from '../../../src/features/meetings/following/rules.ts';
import { seriesPlan } from '../../../src/features/meetings/following/series/rules.ts';
import type { Meeting } from '../../../src/features/meetings/model.ts';
import type { SeenEvent } from '../../../src/platform/calendar.ts';
import { day, hour, minute } from '../../../src/platform/clock.ts';

const start = Date.UTC(2026, 2, 3, 9);
const partner = 'Partner@example.test';

function aMeeting(over: Partial<Meeting> = {}): Meeting {
  return {
    ...{ id: 'm', programmeId: 'p', pairId: 'pair', start, end: start + hour, state: 'planned', sequence: 0 },
    ...{ organiserId: '00000000-0000-4000-a000-000000000001', byHand: false, eventId: 'e', ...over },
  };
}
function anEvent(over: Partial<SeenEvent> = {}): SeenEvent {
  return {
    ...{ eventId: 'e', etag: 'W/"1"', start, end: start + hour, changedAt: start, kind: 'single', cancelled: false },
    ...{
      seriesId: undefined,
      joinUrl: undefined,
      answers: [{ address: partner.toLowerCase(), answer: 'none' }],
      ...over,
    },
  };
}
const seen = (one: Meeting, event: SeenEvent): Meeting => asSeen(one, event, partner);

describe('what a meeting becomes by what stands in Outlook', () => {
  it('is nothing new where it is what we know', () => {
    const one = aMeeting({ joinUrl: 'https://teams.test/' });
    assert.equal(seen(one, anEvent({ etag: 'W/"9"', changedAt: start + hour })), one);
  });

  it('ends with the newest state, in whatever order and however often the states are seen', () => {
    const answers = fc.constantFrom('none', 'accepted', 'tentativelyAccepted', 'declined');
    const state = fc.record({
      hours: fc.integer({ min: 1, max: 500 }),
      answer: answers,
      cancelled: fc.constant(false),
    });
    const history = fc.uniqueArray(state, { minLength: 1, maxLength: 6, selector: ({ hours }) => hours });
    const order = fc.array(fc.nat(), { maxLength: 20 });
    fc.assert(
      fc.property(history, order, (states, picks) => {
        const events = states.map(({ hours, answer, cancelled }, at) =>
          anEvent({
            ...{
              start: start + hours * hour,
              end: start + (hours + 1) * hour,
              changedAt: start + at * minute,
              cancelled,
            },
            answers: [{ address: partner, answer }],
          }),
        );
        const shuffled = [...picks.map((pick) => events[pick % events.length]!), ...events.toReversed()];
        const now = shuffled.reduce(seen, aMeeting());
        const once = seen(aMeeting(), events.at(-1)!);
        assert.deepEqual({ ...now, sequence: 0 }, { ...once, sequence: 0 });
      }),
      { numRuns: 500 },
    );
  });

  it('counts who else is asked, and takes an answer that is not told for the one that we knew', () => {
    const others = ['a@x.test', 'b@x.test'].map((address) => ({ address, answer: 'none' }));
    const one = seen(aMeeting(), anEvent({ answers: [{ address: partner, answer: 'accepted' }, ...others] }));
    assert.deepEqual([one.partnerAnswer, one.others], ['accepted', 2]);
    assert.equal(seen(one, anEvent({ answers: undefined, changedAt: undefined })), one);
  });

  it('hears a no once', () => {
    const no = seen(aMeeting(), anEvent({ answers: [{ address: partner, answer: 'declined' }] }));
    assert.equal(saysNo(aMeeting(), no), true);
    assert.equal(saysNo(no, { ...no, others: 1 }), false);
    assert.equal(saysNo(aMeeting(), calledOff(no)), false);
  });
});

describe('which row stands for which date of a series', () => {
  const row = (value: Meeting) => ({ partition: 'p', key: ['pair', value.id], value, etag: value.id });
  const on = (week: number, over: Partial<SeenEvent> = {}): SeenEvent =>
    anEvent({ eventId: `e${week}`, seriesId: 'e', kind: 'occurrence', start: start + week * 7 * day, ...over });

  it('gives the meeting that became a series its own date, and a meeting to each other one', () => {
    const plan = seriesPlan([row(aMeeting())], anEvent({ kind: 'series' }), [on(0), on(1), on(2)]);
    assert.deepEqual(
      plan.known.map(({ event }) => event !== 'gone' && event.eventId),
      ['e0'],
    );
    assert.deepEqual(
      plan.more.map(({ event }) => event.eventId),
      ['e1', 'e2'],
    );
  });

  it('takes a date that is missing for cancelled, and keeps the nearest where the series ended', () => {
    const rows = [0, 1].map((week) =>
      row(aMeeting({ id: `m${week}`, eventId: `e${week}`, seriesId: 'e', start: start + week * 7 * day })),
    );
    const plan = seriesPlan(rows, anEvent({ kind: 'series' }), [on(1)]);
    assert.deepEqual(
      plan.known.map(({ event }) => event === 'gone'),
      [true, false],
    );
    const single = seriesPlan(rows, anEvent({ start: start + 7 * day }), undefined);
    assert.deepEqual(
      single.known.map(({ event }) => event === 'gone'),
      [true, false],
    );
    const gone = seriesPlan(rows, 'gone', undefined);
    assert.deepEqual(
      gone.known.map(({ event }) => event === 'gone'),
      [true, true],
    );
  });
});

describe('when a mailbox is looked at', () => {
  it('is soon, once for all that is told within ten seconds', () => {
    const [one, two] = [lookSoon('p', 'changed', start + 1), lookSoon('p', 'changed', start + 9_999)];
    assert.equal(one.id, two.id);
    assert.ok((two.due ?? 0) >= start + 10_000 && (one.due ?? 0) <= start + minute);
    assert.notEqual(lookSoon('p', 'changed', start + 10_000).id, one.id);
    assert.notEqual(lookSoon('p', 'removed', start + 1).id, one.id);
  });

  it('is every hour, and the next one never is the one that runs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (now) => {
        const { due = 0, id } = nextNet(now);
        assert.ok(due > now && due <= now + hour);
        assert.notEqual(nextNet(due).id, id);
      }),
    );
  });

  it('asks for one thing only while all else is in order', () => {
    const subscription = { id: 's', until: start + 5 * day, secretHash: 'x' };
    const delta = { link: 'l', start: start - day, end: start + 60 * day };
    const good = { personId: 'p', subscription, delta, lookedAt: start };
    assert.equal(isSettled(good, start + hour), true);
    for (const over of [{ subscription: undefined }, { delta: undefined }, { lookedAt: start - 2 * day }])
      assert.equal(isSettled({ ...good, ...over }, start), false);
    assert.equal(isSettled(good, start + 4 * day), false);
    assert.equal(periodFor(good, [aMeeting()], start), undefined);
    const far = aMeeting({ start: start + 90 * day, end: start + 90 * day + hour });
    assert.ok((periodFor(good, [far], start)?.end ?? 0) > far.end);
    assert.ok(periodFor(good, [], start + 40 * day));
  });
});
