import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asksOf, isFreeFor, type Side } from '../../../src/features/meetings/rules.ts';
import { roomsAt } from '../../../src/features/meetings/rooms/rules.ts';
import { fewTimes, isAskable, leastDisturbing, suggestTimes } from '../../../src/features/meetings/times/rules.ts';
import { beliefs } from '../../../src/features/people/passport/feasts/model.ts';
import { feastDays } from '../../../src/features/people/passport/feasts/rules.ts';
import { say } from '../../../src/features/people/passport/words.ts';
import {
  audiences,
  audiencesOf,
  emptyPassport,
  halfDays,
  marks,
  needs,
  passport,
  type Passport,
} from '../../../src/features/people/passport/model.ts';
import { forPartner, forPlanning } from '../../../src/features/people/passport/rules.ts';
import { passports } from '../../../src/features/people/passport/store.ts';
import { passportOf, toldToPartner } from '../../../src/features/people/passport/usecases.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import { day, hour, minute } from '../../../src/platform/clock.ts';
import { languages } from '../../../src/platform/words.ts';
import { aPerson, testApp } from '../../support/app.ts';
import { wallOf } from '../../support/slow-times.ts';

/** A Monday morning in Brussels; of the three weeks after it slots are looked for. */
const now = Date.UTC(2027, 5, 7, 6, 0);
const zone = usualHours.zone;
const dateIn = (days: number): string => new Date(now + days * day).toISOString().slice(0, 10);

const anyPassport: fc.Arbitrary<Passport> = fc.record({
  needs: fc
    .uniqueArray(fc.constantFrom(...needs), { maxLength: 6 })
    .chain((some) =>
      fc.tuple(...some.map((need) => fc.constantFrom(...audiencesOf(need)).map((to) => ({ need, for: to })))),
    ),
  words: fc.constant(emptyPassport.words),
  speak: fc.constant([]),
  halves: fc
    .uniqueArray(fc.constantFrom(...halfDays), { maxLength: 8 })
    .chain((some) =>
      fc.tuple(
        ...some.map((half) =>
          fc.record({ half: fc.constant(half), mark: fc.constantFrom(...marks), for: fc.constantFrom(...audiences) }),
        ),
      ),
    ),
  days: fc
    .uniqueArray(fc.integer({ min: 0, max: 21 }), { maxLength: 8 })
    .chain((some) =>
      fc.tuple(...some.map((n) => fc.record({ date: fc.constant(dateIn(n)), for: fc.constantFrom(...audiences) }))),
    ),
});
const anyBusy = fc.array(
  fc.record({ at: fc.integer({ min: 0, max: 21 * 96 }), long: fc.integer({ min: 1, max: 12 }) }),
  { maxLength: 40 },
);

function sideOf(one: Passport, busy: readonly { at: number; long: number }[]): Side {
  const { halves, days, needs: some } = forPlanning(one);
  return {
    ...{ hours: usualHours, halves, closed: days, meetings: [], ...asksOf(some, now) },
    busy: busy.map(({ at, long }) => ({ start: now + at * 15 * minute, end: now + (at + long) * 15 * minute })),
  };
}

const isKept = (one: { readonly for: string }): boolean => one.for !== 'nobody';

/** What of a passport a time would break, by the wall clock and without any code of the product. */
function brokenBy(one: Passport, side: Side, slot: { start: number; end: number }, isAsked = false): string[] {
  const wall = wallOf(slot.start, zone);
  const weekday = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'][wall.weekday];
  const touched = ['morning', 'afternoon'].filter((part) =>
    part === 'morning' ? wall.time < '12:30' : wallOf(slot.end - 1, zone).time >= '12:30',
  );
  const needed = new Set(one.needs.filter(isKept).map(({ need }) => need));
  const isEarly = (needed.has('interpreter') || needed.has('sign-language')) && slot.start < now + 7 * day;
  const isTight = side.busy.some((each) => each.start < slot.end + 15 * minute && each.end > slot.start - 15 * minute);
  return [
    ...one.days.filter(isKept).flatMap(({ date }) => (date === wall.date ? [`day ${date}`] : [])),
    ...one.halves
      .filter((each) => isKept(each) && each.mark === 'never')
      .flatMap(({ half }) => (touched.some((part) => half === `${weekday}-${part}`) ? [half] : [])),
    ...(isEarly ? ['no time for an interpreter'] : []),
    ...(needed.has('breaks') && isTight && !isAsked ? ['no break'] : []),
  ];
}

describe('finding a time, with passports', function () {
  this.timeout(300_000);

  it('never proposes what an entry for planning or for the partner leaves out, on the page, in a card or as a question', () => {
    const counts = { cases: 0, slots: 0, asked: 0 };
    fc.assert(
      fc.property(fc.tuple(anyPassport, anyPassport), fc.tuple(anyBusy, anyBusy), ([one, two], [mine, theirs]) => {
        const both = [one, two].map((each) => passport.parse(each));
        const sides = [sideOf(both[0]!, mine), sideOf(both[1]!, theirs)];
        const wish = { from: now + day, to: now + 21 * day, minutes: 60 };
        const slots = [...suggestTimes(sides, wish), ...fewTimes(sides, wish)];
        const asked = leastDisturbing(sides, wish);
        for (const [place, each] of both.entries()) {
          for (const slot of slots) assert.deepEqual(brokenBy(each, sides[place]!, slot), []);
          for (const slot of asked) assert.deepEqual(brokenBy(each, sides[place]!, slot, true), []);
        }
        assert.ok(slots.every((slot) => isFreeFor(sides, slot)) && asked.every((slot) => isAskable(sides, slot)));
        counts.cases += 1;
        counts.slots += slots.length;
        counts.asked += asked.length;
      }),
      { numRuns: 200, seed: 10 },
    );
    process.stdout.write(
      `      ${counts.cases} pairs of passports, ${counts.slots} times and ${counts.asked} questions looked at\n`,
    );
    assert.ok(counts.slots > 1_500 && counts.asked > 500);
  });

  it('uses nothing that is for nobody: without it, and with anything in its place, the times are the same', () => {
    fc.assert(
      fc.property(anyPassport, anyPassport, anyBusy, (one, two, busy) => {
        const wish = { from: now + day, to: now + 14 * day, minutes: 45 };
        const silent: Passport = {
          ...one,
          needs: one.needs.filter(isKept),
          halves: one.halves.filter(isKept),
          days: one.days.filter(isKept),
        };
        const other = sideOf(two, []);
        assert.deepEqual(
          suggestTimes([sideOf(one, busy), other], wish),
          suggestTimes([sideOf(silent, busy), other], wish),
        );
        assert.deepEqual(forPartner(one, dateIn(0)), forPartner(silent, dateIn(0)));
      }),
      { numRuns: 100, seed: 11 },
    );
  });

  it('keeps to an entry although both said yes to the time before it was there', () => {
    const slot = { start: now + 2 * day + 4 * hour, end: now + 2 * day + 5 * hour };
    const base = sideOf(emptyPassport, []);
    const yes = { ...base, agreed: [slot], busy: [slot] };
    assert.equal(isFreeFor([yes, { ...base, agreed: [slot] }], slot), true);
    assert.equal(isFreeFor([{ ...yes, closed: [dateIn(2)] }, base], slot), false);
  });

  it('offers only rooms without steps to whoever needs one, quiet ones first, and all to the others', () => {
    const aRoom = (name: string, stepFree: boolean, quiet: boolean) => ({
      ...{ address: `${name}@x.test`, name, seats: 4, places: ['Ghent'], stepFree, quiet },
    });
    const rooms = [aRoom('A', true, false), aRoom('B', false, true), aRoom('C', true, true)];
    const found = (...some: (typeof needs)[number][]) => roomsAt('Ghent', rooms, new Set(some)).map(({ name }) => name);
    assert.deepEqual(found(), ['A', 'B', 'C']);
    assert.deepEqual(found('step-free'), ['A', 'C']);
    assert.deepEqual(found('quiet-room'), ['B', 'C', 'A']);
    assert.deepEqual(found('quiet-room', 'step-free'), ['C', 'A']);
  });
});

describe('a passport', () => {
  it('of before each entry had a reader is read on, with the readers that were promised then', async () => {
    const app = await testApp();
    const former = { needs: ['captions'], speak: ['fr'], halves: { 'monday-morning': 'never' }, days: ['2027-12-24'] };
    await app.deps.tables.commit([passports.put(aPerson(1).id, 'own', former as never)]);
    const { today: _today, ...kept } = await passportOf(app.deps, aPerson(1).id);
    assert.deepEqual(kept, {
      ...emptyPassport,
      needs: [{ need: 'captions', for: 'partner' }],
      speak: [{ language: 'fr', for: 'partner' }],
      halves: [{ half: 'monday-morning', mark: 'never', for: 'times' }],
      days: [{ date: '2027-12-24', for: 'times' }],
    });
    const told = await toldToPartner(app.deps, aPerson(1).id);
    assert.deepEqual(told, { needs: ['captions'], speak: ['fr'], halves: [], days: [] });
  });

  it('takes no reader that could do nothing with an entry', () => {
    const withNeed = (need: string, to: string) =>
      passport.safeParse({ ...emptyPassport, needs: [{ need, for: to }] }).success;
    assert.equal(withNeed('captions', 'times'), false);
    assert.equal(withNeed('step-free', 'times'), true);
    assert.equal(withNeed('captions', 'everybody'), false);
    assert.equal(passport.safeParse({ ...emptyPassport, needs: [{ need: 'captions' }] }).success, false);
  });
});

describe('feast days', () => {
  const dateOf = (belief: (typeof beliefs)[number], feast: string, from: string): string | undefined =>
    feastDays(belief, from).find((one) => one.feast === feast)?.dates[0];

  it('are those of published calendars', () => {
    const known: [(typeof beliefs)[number], string, string, string][] = [
      ['christian', 'good-friday', '2027-01-01', '2027-03-26'],
      ['christian', 'ascension', '2028-01-01', '2028-05-25'],
      ['orthodox', 'orthodox-easter-monday', '2027-01-01', '2027-05-03'],
      ['orthodox', 'orthodox-good-friday', '2029-01-01', '2029-04-06'],
      ['jewish', 'yom-kippur', '2026-06-01', '2026-09-21'],
      ['jewish', 'passover', '2027-01-01', '2027-04-22'],
      ['jewish', 'purim', '2027-01-01', '2027-03-23'],
      ['jewish', 'rosh-hashanah', '2028-01-01', '2028-09-21'],
      ['muslim', 'eid-al-adha', '2026-01-01', '2026-05-27'],
      ['muslim', 'eid-al-fitr', '2027-01-01', '2027-03-09'],
      ['hindu', 'diwali', '2026-06-01', '2026-11-08'],
      ['hindu', 'diwali', '2028-06-01', '2028-10-17'],
      ['hindu', 'diwali', '2031-06-01', '2031-11-14'],
      ['hindu', 'diwali', '2033-06-01', '2033-10-22'],
      ['hindu', 'holi', '2027-01-01', '2027-03-22'],
      ['hindu', 'holi', '2029-01-01', '2029-03-01'],
      ['sikh', 'guru-nanak', '2026-06-01', '2026-11-24'],
      ['sikh', 'guru-nanak', '2029-06-01', '2029-11-21'],
      ['buddhist', 'vesak', '2027-01-01', '2027-05-20'],
      ['lunar', 'new-year', '2027-01-01', '2027-02-06'],
      ['lunar', 'mid-autumn', '2026-06-01', '2026-09-25'],
    ];
    for (const [belief, feast, from, date] of known) {
      const found = Date.parse(dateOf(belief, feast, from) ?? '');
      // The Chinese calendar of some browsers is a day off where the new moon is near midnight.
      const off = belief === 'lunar' && feast === 'new-year' ? 1 : 0;
      assert.ok(Math.abs(found - Date.parse(date)) <= off * day, `${feast} ${date}: ${dateOf(belief, feast, from)}`);
    }
  });

  it('come for every belief in every year, in order, and never one that is over', () => {
    for (const belief of beliefs)
      for (let year = 2026; year < 2034; year += 1) {
        const from = `${year}-04-15`;
        const found = feastDays(belief, from);
        assert.ok(found.length > 0, `${belief} ${year}`);
        const first = found.map(({ dates }) => dates[0] ?? '');
        assert.deepEqual(first, first.toSorted());
        assert.ok(first.every((date) => date >= from));
        for (const { feast } of found)
          for (const language of languages) assert.ok(say(language, `feast.${feast}`).length > 0);
      }
  });
});
