import assert from 'node:assert/strict';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { askMetCard, askOffCard, offerCard } from '../../../src/features/meetings/after/cards.ts';
import { cancelledText, categoryText, entryTexts, meetingCard, offText } from '../../../src/features/meetings/cards.ts';
import { calendarFile } from '../../../src/features/meetings/files/rules.ts';
import type { Meeting } from '../../../src/features/meetings/model.ts';
import { hour } from '../../../src/platform/clock.ts';
import { languages } from '../../../src/platform/words.ts';

const one: Meeting = {
  ...{
    id: 'm1',
    programmeId: 'p1',
    pairId: 'pair-1',
    start: Date.UTC(2027, 2, 28, 0, 30),
    end: Date.UTC(2027, 2, 28, 1, 0),
  },
  ...{ state: 'planned', organiserId: '00000000-0000-4000-a000-000000000001', byHand: true, sequence: 3 },
};
const names = { me: 'Sofia', partner: 'Tom' };

/** What would tell who looks over a shoulder what kind of programme it is. */
const telling =
  /ment(?:o|ee)|mentor|coach|tandem|divers|inclu|inkl|équité|equity|gelijk|egalit|égalit|gleichstell|programm|minder|minorit|gender|genre|geschlecht|handicap|beperk|behinder|afkomst|origine|herkunft|buddy|parrain|marrain|pair|paar|duo|binôme|match|talent|koppel/iu;

const textsOf = (language: (typeof languages)[number]): string[] => {
  const { subject, body } = entryTexts(language, names);
  const news = (['booked', 'moved', 'cancelled', 'asked', 'off'] as const).map(
    (what) => meetingCard(language, { news: what, one, partner: 'Tom', zone: 'Europe/Brussels' }).summary,
  );
  const at = { programmeId: 'p1', pairId: 'pair-1' };
  const after = [
    askMetCard(language, one, { partner: 'Tom', zone: 'Europe/Brussels' }),
    offerCard(language, at, 'Tom'),
    askOffCard(language, at, 'Tom'),
  ].map(({ summary }) => summary);
  return [subject, body, cancelledText(language), offText(language), categoryText(language), ...news, ...after];
};

describe('what others may read over a shoulder', () => {
  for (const language of languages)
    it(`says nothing of the kind of programme: titles, texts, categories, files and summaries in ${language}`, () => {
      for (const text of textsOf(language)) assert.doesNotMatch(text, telling);
      const { subject, body } = entryTexts(language, names);
      const file = calendarFile(one, { title: subject, text: body });
      // The identity of the entry and of the program that made it are read by programs only.
      assert.doesNotMatch(file.replace(/^(UID|PRODID):.*$/gm, ''), telling);
    });

  it('is a test that can fail', () => {
    assert.match('Your mentor meeting', telling);
    assert.match('Inklusion', telling);
  });
});

describe('a calendar file', () => {
  const organiser = { name: 'Sofia Peeters', email: 'sofia@example.test' };
  const read = (text: string) => {
    const calendar = new ICAL.Component(ICAL.parse(text) as never);
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
    return { calendar, event, property: (name: string) => event.component.getFirstPropertyValue(name) };
  };

  for (const language of languages)
    it(`is read by a public parser as it was meant, in ${language}`, () => {
      const { subject, body } = entryTexts(language, names);
      const { calendar, event, property } = read(calendarFile(one, { title: subject, text: body, organiser }));
      assert.deepEqual([event.uid, event.summary, event.description, event.sequence], ['m1@tandem', subject, body, 3]);
      assert.deepEqual(
        [event.startDate.toJSDate().getTime(), event.endDate.toJSDate().getTime()],
        [one.start, one.end],
        'the hour before summer time begins',
      );
      assert.deepEqual([calendar.getFirstPropertyValue('method'), property('status')], ['PUBLISH', 'CONFIRMED']);
      assert.deepEqual([property('class'), property('organizer')], ['PRIVATE', 'MAILTO:sofia@example.test']);
    });

  it('with a higher number takes the place of the former one, and one that is cancelled cancels', () => {
    const cancelled = calendarFile({ ...one, state: 'cancelled', sequence: 4 }, { title: 'T', text: '', organiser });
    const { calendar, event, property } = read(cancelled);
    assert.deepEqual([calendar.getFirstPropertyValue('method'), property('status')], ['CANCEL', 'CANCELLED']);
    assert.deepEqual([event.uid, event.sequence], ['m1@tandem', 4]);
  });

  it('is one entry whatever the names are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.integer({ min: 0, max: 10 ** 6 }),
        (title, text, at) => {
          const start = Date.UTC(2027, 0, 1) + at * 15 * 60_000;
          const { calendar, event } = read(
            calendarFile(
              { ...one, start, end: start + hour },
              { title, text, organiser: { name: title, email: 'a@b.test' } },
            ),
          );
          assert.equal(calendar.getAllSubcomponents('vevent').length, 1);
          assert.equal(event.startDate.toJSDate().getTime(), start);
        },
      ),
      { numRuns: 300 },
    );
  });
});
