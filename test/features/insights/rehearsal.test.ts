import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { staleCard } from '../../../src/bot/replies.ts';
import { say as sayCheckIn } from '../../../src/features/checkins/words.ts';
import { adaptiveCard } from '../../../src/platform/cards.ts';
import { day } from '../../../src/platform/clock.ts';
import { languages, sayDay, type Language } from '../../../src/platform/words.ts';
import { exampleClosingDay, exampleTimes, rehearse } from '../../../src/features/insights/rehearsal/rules.ts';
import { rehearsal, type Part, type ShownMessage } from '../../../src/features/insights/rehearsal/model.ts';
import { rehearsalOf } from '../../../src/features/insights/rehearsal/usecases.ts';
import { exampleMentee, exampleMentor, exampleTexts } from '../../../src/features/insights/rehearsal/words.ts';
import type { Programme } from '../../../src/features/programmes/model.ts';
import type { Scene, Sending } from '../../../src/features/programmes/rehearsal/model.ts';
import { sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import { sends } from '../../../src/worker/sends.ts';
import { strangers } from '../../support/rehearsed.ts';
import { aProgramme, coordinator } from '../pairs/journey.ts';

const zone = 'Europe/Brussels';

function aScene(language: Language, over: Partial<Programme> = {}): { scene: Scene; parts: Part[] } {
  const programme: Programme = {
    ...{ id: 'p', name: 'Grow', forWhom: 'For all', why: 'To grow', howChosen: 'Everybody', goals: [], language: 'en' },
    ...{
      startsOn: '2027-03-01',
      endsOn: '2027-12-01',
      zone,
      stage: 'prepare',
      createdAt: 0,
      stageAt: 0,
      createdBy: 'c',
    },
    ...over,
  };
  const call = { closesOn: exampleClosingDay(programme), words: {} };
  const times = exampleTimes(programme, call);
  const scene: Scene = {
    ...{ language, programme, call, coordinator: { id: 'c', name: 'Mies Claes' } },
    ...{ mentee: exampleMentee(language), mentor: exampleMentor(language), texts: exampleTexts(language) },
    ...{ surveyClosesAt: times['call-sent'], meetingAt: times['meeting-moved'], link: (path) => `https://tab${path}` },
  };
  return { scene, parts: rehearse(sends, scene, times) };
}

const messagesOf = (parts: readonly Part[], persona: Part['persona']): readonly ShownMessage[] =>
  parts.find((one) => one.persona === persona)?.messages ?? [];

interface Button {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
}
const buttonsOf = (card: object | undefined): readonly Button[] =>
  (card as { readonly actions?: readonly Button[] } | undefined)?.actions ?? [];

describe('the rehearsal of a programme', () => {
  it('shows what every button brings that is answered in place, under its title, in four languages', () => {
    for (const language of languages) {
      const all = aScene(language).parts.flatMap(({ messages }) => messages);
      const answered = new Set(all.flatMap(({ answers }) => answers.map(({ press }) => press)));
      assert.ok(!answered.has(''), language);
      const cards = all.flatMap(({ card, answers }) => [card, ...answers.map((one) => one.card)]);
      const pressed = cards.flatMap(buttonsOf).filter(({ type }) => type === 'Action.Execute');
      assert.ok(pressed.length > 20);
      for (const { title, verb } of pressed) assert.ok(answered.has(title), `${language}: ${verb} “${title}”`);
    }
  });

  it('tells each kind of person something, and unfolds what a card keeps in a list', () => {
    const { parts } = aScene('en');
    for (const { persona, messages } of parts) assert.ok(messages.length > 0, persona);
    const survey = messagesOf(parts, 'asked').find(({ kind }) => kind === 'surveys.send');
    assert.deepEqual(
      survey?.folded.map((list) => list.length),
      [6],
    );
  });

  it('keeps to working hours, to the days of the rules and to two unasked messages in a month, whatever the dates', () => {
    const start = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(start, fc.integer({ min: 180, max: 400 }), (from, length) => {
        const date = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
        const over = { startsOn: date(from.getTime()), endsOn: date(from.getTime() + length * day) };
        for (const { persona, messages } of aScene('en', over).parts) {
          for (const { at, inWorkingHours } of messages) {
            const here = DateTime.fromMillis(at, { zone });
            if (inWorkingHours) assert.ok(here.weekday <= 5 && here.hour >= 9 && here.hour < 17, here.toISO() ?? '');
          }
          const times = messages.map(({ at }) => at);
          assert.deepEqual(
            times,
            times.toSorted((a, b) => a - b),
          );
          const unasked = messages.filter(({ budget }) => budget === 'counts').map(({ at }) => at);
          for (const at of unasked) {
            const month = unasked.filter((other) => other <= at && at - other < 30 * day);
            assert.ok(month.length <= 2, `${persona}: three within a month`);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('asks on day 14 and 30 after a pair begins, and suggests thanks within the budget', () => {
    const found = messagesOf(aScene('en').parts, 'mentee');
    const asked = found.filter(({ budget, after }) => budget === 'counts' && after === 'pair-began');
    assert.deepEqual(
      asked.map(({ kind, days, at }) => [kind, days, sayDay('en', at, zone)]),
      [
        ['checkins.ask', 14, '15 March 2027'],
        ['checkins.ask', 30, '31 March 2027'],
        ['recognition.suggest', 50, '20 April 2027'],
        ['meetings.ask-met', 60, '30 April 2027'],
        ['checkins.ask', 90, '31 May 2027'],
        ['checkins.ask', 150, '29 July 2027'],
        ['checkins.ask', 210, '27 September 2027'],
      ],
    );
  });

  it('says of a third unasked message in a month that it waits in the tab', () => {
    const { scene } = aScene('en');
    const times = exampleTimes(scene.programme, scene.call);
    const cheering: Sending = {
      as: { kind: 'pairs.cheer', unsolicited: true },
      occasions: [
        ...[35, 45].map((days) => ({
          ...{ to: ['mentee'] as const, after: 'pair-began' as const, days },
          show: () => ({ summary: 'Keep going', body: [] }),
        })),
      ],
    };
    const found = messagesOf(rehearse([...sends, cheering], scene, times), 'mentee');
    const unasked = found.filter(({ budget, days }) => budget !== 'free' && days > 0);
    assert.deepEqual(
      unasked.map(({ days, budget }) => [days, budget]),
      [
        [14, 'counts'],
        [30, 'counts'],
        [35, 'in-tab'],
        [45, 'counts'],
        [50, 'in-tab'],
        [60, 'counts'],
        [90, 'counts'],
        [150, 'counts'],
        [210, 'counts'],
        [183, 'counts'],
      ],
    );
  });

  it('asks the check-ins of the programme’s plan, within its dates, and once more at the close and half a year later', () => {
    const asked = (over: Partial<Programme>) =>
      messagesOf(aScene('en', over).parts, 'mentor').flatMap(({ kind, after, days }) =>
        kind === 'checkins.ask' ? [`${after} ${days}`] : [],
      );
    const start = ['pair-began 14', 'pair-began 30'];
    assert.deepEqual(asked({ checkIns: { every: 90, close: true, later: false } }), [
      ...start,
      'pair-began 120',
      'pair-began 210',
      'programme-closed 0',
    ]);
    assert.deepEqual(asked({ checkIns: { every: 'off', close: false, later: true } }), [
      ...start,
      'programme-closed 183',
    ]);
    assert.equal(asked({ checkIns: { every: 30, close: false, later: false } }).at(-1), 'pair-began 270');
  });

  it('is filled with the programme’s own words and dates, and in the language that was asked for', async () => {
    const { app, programmeId } = await aProgramme();
    const read = async (language: Language) =>
      rehearsal.parse(await rehearsalOf(app.deps, coordinator, { programmeId, language }, sends));
    const before = JSON.stringify(messagesOf((await read('en')).parts, 'asked'));
    assert.match(before, /growth/);
    assert.doesNotMatch(before, /Come along/);

    const words = { en: 'Come along', fr: 'Viens donc' };
    const draft = { audience: { kind: 'all' } as const, closesOn: '2026-03-20', words };
    await sendCall(app.deps, coordinator, programmeId, draft);
    const [english, french] = [await read('en'), await read('fr')];
    assert.match(JSON.stringify(messagesOf(english.parts, 'asked')), /Come along.*20 March 2026/);
    assert.match(JSON.stringify(messagesOf(french.parts, 'asked')), /Viens donc.*20 mars 2026/);
  });
});

describe('the comparison of what was sent with what was rehearsed', () => {
  const { scene, parts } = aScene('en');
  const { id: _id, ...rest } = scene.programme;
  const read = {
    programme: rest.name,
    startsOn: rest.startsOn,
    endsOn: rest.endsOn,
    zone,
    language: 'en',
    at: 0,
    parts,
  };
  const rehearsals = [rehearsal.parse(read)];
  const offer = messagesOf(parts, 'mentee').find(({ kind }) => kind === 'pairs.ask')?.card;
  const got = (change: (text: string) => string, kind = 'pairs.ask') => [
    { kind, language: 'en' as const, card: JSON.parse(change(JSON.stringify(offer))) as object },
  ];

  it('lets names and reasons differ', () => {
    const other = got((text) =>
      text.replaceAll('Luc', 'Aïssa').replace('Planning team lead', 'Nurse').replace('- Shared', '- Other'),
    );
    assert.deepEqual(strangers(other, rehearsals, []), []);
  });

  it('knows what comes in the place of a card that was pressed too late, whatever the card was', () => {
    for (const language of languages) {
      const told = aScene(language);
      const all = [rehearsal.parse({ ...read, language, parts: told.parts })];
      const closed = staleCard(language, 'https://tab/', sayCheckIn(language, 'failure.check-in-closed'));
      for (const card of [closed, staleCard(language, 'https://tab/')])
        assert.deepEqual(
          strangers([{ kind: 'checkins.ask', language, card: adaptiveCard(card, () => 'x') }], all, []),
          [],
        );
      const other = adaptiveCard(staleCard(language, 'https://tab/', 'Nobody rehearsed this.'), () => 'x');
      assert.equal(strangers([{ kind: 'checkins.ask', language, card: other }], all, []).length, 1);
    }
  });

  it('takes cards of before an adviser took requests, and not those that offer one where none does', () => {
    const offering = rehearse(sends, { ...scene, hasAdvisers: true }, exampleTimes(scene.programme, scene.call));
    const cardsIn = (all: readonly Part[]) =>
      messagesOf(all, 'mentee')
        .filter(({ kind }) => kind === 'checkins.ask')
        .flatMap(({ kind, card, answers }) =>
          [card, ...answers.map((one) => one.card)].flatMap((one) =>
            one ? [{ kind, language: 'en' as const, card: one }] : [],
          ),
        );
    const [before, since] = [cardsIn(parts), cardsIn(offering)];
    assert.ok(before.length > 20 && since.length === before.length);
    const later = [rehearsal.parse({ ...read, parts: offering })];
    assert.deepEqual(strangers([...before, ...since], later, []), []);
    assert.ok(strangers(since, rehearsals, []).length > 10);
  });

  it('sees a changed word, a missing line, another kind and another button', () => {
    const changes = [
      got((text) => text.replace('could be', 'may be')),
      got((text) => text.replace(/\{"type":"TextBlock","text":"For Grow[^}]*\},/, '')),
      got((text) => text, 'pairs.remind'),
      got((text) => text.replace('Rather someone else', 'No')),
    ];
    for (const [place, changed] of changes.entries())
      assert.equal(strangers(changed, rehearsals, []).length, 1, `change ${place}`);
  });
});
