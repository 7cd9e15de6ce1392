import assert from 'node:assert/strict';
import '../../../src/api/routes.ts';
import '../../../src/worker/jobs.ts';
import { keptOf, type TableName } from '../../../src/platform/kept.ts';
import { schemas } from '../../../src/platform/tables.ts';
import { languages, type Language, type Say } from '../../../src/platform/words.ts';
import { say as agreement } from '../../../src/features/pairs/agreement/words.ts';
import { say as pairs } from '../../../src/features/pairs/words.ts';
import { say as identity } from '../../../src/features/people/identity/words.ts';
import { say as passport } from '../../../src/features/people/passport/words.ts';
import { linesOf } from '../../../src/features/privacy/own-data/rules.ts';
import { fieldAt, fieldPlacesOf, sayValue } from '../../../src/features/privacy/own-data/values/rules.ts';
import { say } from '../../../src/features/privacy/own-data/values/words.ts';
import en from '../../../src/features/privacy/own-data/values/words/en.json' with { type: 'json' };
import { rules } from '../../../src/features/privacy/traces/rules.ts';
import { say as doors } from '../../../src/features/recognition/doors/words.ts';
import { say as events } from '../../../src/features/recognition/events/words.ts';
import { say as recognition } from '../../../src/features/recognition/words.ts';
import { say as recruitment } from '../../../src/features/recruitment/words.ts';
import { say as stories } from '../../../src/features/stories/words.ts';
import { say as topics } from '../../../src/features/training/topics/words.ts';

/** Kinds about people of which entries may be shown: tasks are the product's own work. */
const shown = [...schemas.keys()].filter((name) => {
  const [table, kind = ''] = name.split(' ') as [TableName, string?];
  const { hidden, secret } = rules[name] ?? {};
  return kind !== 'task' && keptOf(table, kind)?.about !== 'work' && hidden !== true && secret !== true;
});

interface Word {
  readonly kind: string;
  readonly field: string;
  readonly value: string;
}

const words: Word[] = shown.flatMap((kind) =>
  [...fieldPlacesOf(schemas.get(kind)).words].flatMap(([place, values]) =>
    [...values].map((value) => ({ kind, field: fieldAt(place), value })),
  ),
);

const inField = (all: readonly Word[], field: string): Word[] => all.filter((one) => one.field === field);

/** Where the product says the same thing elsewhere: the field, the list, and how its keys begin. */
const same: readonly [field: string, list: Say<never>, prefix: string][] = [
  ['topic', recruitment, 'topic'],
  ['topics', recruitment, 'topic'],
  ['interests', recruitment, 'interest'],
  ['ambitions', recruitment, 'ambition'],
  ['values', recruitment, 'value'],
  ['topic', topics, 'topic'],
  ['courses', topics, 'topic'],
  ['need', passport, 'need'],
  ['question', identity, 'identity.q'],
  ['part', agreement, 'part'],
  ['picture', recognition, 'picture'],
  ['scores', events, 'shows'],
  ['reach', stories, 'reach'],
];
const sameInKind: readonly [kind: string, field: string, list: Say<never>, prefix: string][] = [
  ['programmes parting', 'why', pairs, 'why'],
  ['programmes pair', 'state', pairs, 'state'],
  ['programmes door', 'kind', doors, 'kind'],
  ['programmes storyplace', 'kind', stories, 'place'],
];

describe('the values that are kept', () => {
  it('have words in every language, where they are words of the product', () => {
    assert.ok(new Set(words.map(({ value }) => value)).size > 250, 'the schemas were not read');
    const without = words.flatMap(({ kind, field, value }) =>
      languages.every((language) => (sayValue(language, field, value) ?? '').trim() !== '')
        ? []
        : [`${kind} ${field} ${value}`],
    );
    assert.deepEqual(without, []);
  });

  it('are said, and not shown as they are kept', () => {
    const raw = words.filter(({ field, value }) => sayValue('de', field, value) === value);
    assert.deepEqual(raw, []);
  });

  it('have no words that nothing needs', () => {
    const needed = new Set(words.flatMap(({ field, value }) => [`value.${field}.${value}`, `value.${value}`]));
    const unneeded = Object.keys(en).filter((key) => key.startsWith('value.') && !needed.has(key));
    assert.deepEqual(
      unneeded.filter((key) => !key.startsWith('value.criterion.')),
      [],
    );
    const everywhere = Object.keys(en).filter(
      (key) =>
        key.split('.').length === 2 &&
        key.startsWith('value.') &&
        words.every(({ field, value }) => key !== `value.${value}` || say.has(`value.${field}.${value}`)),
    );
    assert.deepEqual(everywhere, []);
  });

  it('are said as the product says them where people chose them', () => {
    const checks = [
      ...same.flatMap(([field, list, prefix]) => inField(words, field).map((one) => ({ ...one, list, prefix }))),
      ...sameInKind.flatMap(([kind, field, list, prefix]) =>
        inField(
          words.filter((one) => one.kind === kind),
          field,
        ).map((one) => ({ ...one, list, prefix })),
      ),
    ].filter(({ list, prefix, value }) => list.has(`${prefix}.${value}`));
    assert.ok(checks.length > 150, `only ${checks.length} were compared`);
    const otherwise = checks.flatMap(({ field, value, list, prefix }) =>
      languages.flatMap((language: Language) => {
        const said = sayValue(language, field, value);
        const there = list(language, `${prefix}.${value}` as never);
        // One word for pairs, stories and talks: Dutch says it in two ways elsewhere.
        if (`${field}.${value}` === 'state.withdrawn') return [];
        return said === there ? [] : [`${language} ${field} ${value}: ${said} / ${there}`];
      }),
    );
    assert.deepEqual(otherwise, []);
  });

  it('say weekdays, halves of days, languages, rounds and questions by their names', () => {
    assert.equal(sayValue('nl', 'days', 'monday'), 'maandag');
    assert.equal(sayValue('fr', 'half', 'friday-afternoon'), 'vendredi après-midi');
    assert.equal(sayValue('de', 'half', 'sunday-morning'), 'Sonntagvormittag');
    assert.equal(sayValue('nl', 'speaks', 'fr'), 'Frans');
    assert.equal(sayValue('en', 'languages', 'uk'), 'Ukrainian');
    assert.equal(sayValue('nl', 'round', 'day-30'), 'Na een maand');
    assert.equal(sayValue('nl', 'round', '0a1b2c'), undefined);
    assert.match(sayValue('en', 'items', 'talk-next') ?? '', /next step/);
  });

  it('mean in one field what they mean there', () => {
    assert.notEqual(sayValue('en', 'why', 'time'), sayValue('en', 'kind', 'time'));
    assert.notEqual(sayValue('en', 'topic', 'conflict'), sayValue('en', 'kind', 'conflict'));
    assert.notEqual(sayValue('en', 'told', 'asked'), sayValue('en', 'state', 'asked'));
    assert.equal(sayValue('en', 'status', 'nothing-of-ours'), undefined);
  });
});

describe('an entry in lines', () => {
  const linesFor = (name: string, value: unknown, names: [string, string][] = []) => {
    const [table, kind = ''] = name.split(' ') as [TableName, string?];
    const places = fieldPlacesOf(schemas.get(name));
    return linesOf({ table, kind }, value, { language: 'nl', zone: 'Europe/Brussels', names: new Map(names), places });
  };
  const texts = (name: string, value: unknown, names?: [string, string][]): string[] =>
    linesFor(name, value, names).map(({ text }) => text);

  it('says words, and leaves a text that somebody wrote as it is', () => {
    const answers = { role: 'mentee', languages: ['nl', 'fr'], interests: ['music'], motivation: 'music' };
    assert.deepEqual(texts('programmes application', { status: 'applied', answers }), [
      ...['Verstuurd', 'Mentee', 'Nederlands, Frans', 'Muziek', 'music'],
    ]);
    assert.deepEqual(texts('programmes trainingexception', { why: 'time' }), ['time']);
  });

  it('names a programme and a survey, and has no line for other ids', () => {
    assert.deepEqual(linesFor('people pair', { programmeId: 'p1', pairId: 'pair1' }, [['p1', 'Wegwijs']]), [
      { label: 'Programma', text: 'Wegwijs' },
    ]);
    assert.deepEqual(texts('people survey', { surveyId: 's1' }, [['s1', 'Draagvlak']]), ['Draagvlak']);
    assert.deepEqual(texts('people pair', { programmeId: 'gone', pairId: 'pair1' }), []);
    assert.deepEqual(texts('people completion', { courseId: 'feedback' }), ['Feedback geven en krijgen']);
    assert.deepEqual(texts('people completion', { courseId: '0123456789abcdef0123' }), []);
  });

  it('asks the question where an answer lies under its id', () => {
    const said = { round: 'day-30', ratings: { 'open-talks': 4, 'talk-next': 'skipped', 'not-asked-any-more': 2 } };
    const lines = linesFor('programmes checkin', { said });
    assert.deepEqual(
      lines.map(({ text }) => text),
      ['Na een maand', '4', 'Zeg ik liever niet', '2'],
    );
    assert.match(lines[2]?.label ?? '', /volgende stap/);
    assert.match(lines[3]?.label ?? '', /not-asked-any-more$/);
  });

  it('says what a juror thinks by criterion', () => {
    const [line] = linesFor('programmes judgement', { kind: 'given', scores: { listened: 'clearly' } }).slice(1);
    assert.equal(line?.text, 'Het is duidelijk te zien');
    assert.doesNotMatch(line?.label ?? '', /listened/);
  });

  it('has no line for what is sealed, nor for ids of other services', () => {
    const sealed = { iv: 'aaaa', tag: 'bbbb', data: 'cccc', keyId: 'k' };
    assert.deepEqual(texts('identity answer', { question: 'age', sealed }), ['Leeftijd']);
    assert.deepEqual(texts('programmes meeting', { state: 'planned', eventId: 'AAMk=' }), ['Gepland']);
    assert.deepEqual(texts('people passport', { halves: [{ half: 'monday-morning', mark: 'never', for: 'nobody' }] }), [
      ...['maandagvoormiddag', 'Niet', 'Alleen voor mij'],
    ]);
  });
});
