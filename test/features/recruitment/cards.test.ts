import assert from 'node:assert/strict';
import { answeredCard, inviteCard } from '../../../src/features/recruitment/cards.ts';
import { standings, type Call } from '../../../src/features/recruitment/model.ts';
import { borrowedLanguages, type Programme } from '../../../src/features/programmes/model.ts';
import type { Card } from '../../../src/platform/cards.ts';
import { languages, type Language } from '../../../src/platform/words.ts';
import { aDraft } from '../../support/applications.ts';
import { aPerson } from '../../support/app.ts';

const long = 'é'.repeat(800);
const programme: Programme = {
  ...aDraft({ name: 'Women in the lead', forWhom: long, why: long, howChosen: long }),
  ...{ id: 'p1', stage: 'recruit', zone: 'Europe/Brussels', createdAt: 1, createdBy: aPerson(900).id, stageAt: 1 },
};
const call: Call = {
  ...{ id: 'c1', programmeId: 'p1', createdAt: 1, createdBy: aPerson(900).id, closesOn: '2026-03-31' },
  ...{ audience: { kind: 'all' }, words: { nl: long, fr: long, de: long, en: long } },
};
const inviteIn = (language: Language, words: Call['words'] = call.words): Card =>
  inviteCard(language, { programme, call: { ...call, words }, from: 'Lotte', receiver: aPerson(1) });

function cardsIn(language: Language): Card[] {
  const answered = standings.flatMap((answer) => [
    answeredCard(language, { programme, answer, until: '2026-03-31' }),
    answeredCard(language, { programme, answer, hasApplied: true }),
    answeredCard(language, { programme, answer }),
  ]);
  return [inviteIn(language), ...answered];
}

describe('the cards of a call', () => {
  for (const language of languages)
    it(`are small, have at most six buttons and a summary without the programme (${language})`, () => {
      for (const card of cardsIn(language)) {
        assert.ok(Buffer.byteLength(JSON.stringify(card)) < 28_000);
        assert.ok((card.buttons ?? []).length <= 6);
        assert.ok(!card.summary.includes(programme.name));
        assert.ok(!JSON.stringify(card).includes('Invalid Date'));
      }
    });

  it('say something else in each language', () => {
    const [first, ...others] = languages.map((language) => cardsIn(language).map((card) => JSON.stringify(card.body)));
    for (const other of others) other.forEach((text, at) => assert.notEqual(text, first![at]));
  });

  it('offer applying only as long as it is possible', () => {
    for (const answer of standings) {
      const over = answeredCard('en', { programme, answer });
      assert.ok(!(over.buttons ?? []).some(({ title }) => title === 'Apply'), answer);
    }
    const open = answeredCard('en', { programme, answer: 'not-now', until: '2026-03-31' });
    assert.deepEqual(
      open.buttons?.map(({ title }) => title),
      ['Apply', 'Ask me again'],
    );
  });

  it('always offer the way back from "do not ask"', () => {
    for (const until of ['2026-03-31', undefined])
      for (const hasApplied of [true, false]) {
        const told = { programme, answer: 'do-not-ask', hasApplied, ...(until ? { until } : {}) } as const;
        const titles = answeredCard('en', told).buttons?.map(({ title }) => title);
        assert.ok(titles?.includes('Ask me again'));
      }
  });

  it('tell the programme in the language of the reader, and what is not written there in the binding one', () => {
    const french = { forWhom: 'Pour toutes et tous', why: '', howChosen: 'Tout Gand' };
    const told = { ...programme, forWhom: 'For everybody', why: 'To grow', howChosen: 'All of Ghent' };
    const facts = { call, from: 'Lotte', receiver: aPerson(1) };
    const read = (language: Language, one: Programme): string =>
      JSON.stringify(inviteCard(language, { ...facts, programme: one }).body);
    const translated = { ...told, translations: { fr: french } };
    for (const text of ['Pour toutes et tous', 'To grow', 'Tout Gand'])
      assert.ok(read('fr', translated).includes(text));
    for (const text of ['For everybody', 'To grow', 'All of Ghent']) assert.ok(read('de', translated).includes(text));
    assert.ok(!read('en', { ...translated, translations: { en: french } }).includes('Tout Gand'));
    assert.deepEqual(borrowedLanguages(translated), ['nl', 'fr', 'de']);
    assert.deepEqual(borrowedLanguages({ ...told, translations: { fr: { ...french, why: 'Grandir' } } }), ['nl', 'de']);
  });

  it('say the words of the binding language where there are none, or empty ones', () => {
    const words: readonly Call['words'][] = [{ en: 'Come and join' }, { en: 'Come and join', fr: '' }];
    for (const own of words) assert.ok(JSON.stringify(inviteIn('fr', own).body).includes('Come and join'));
  });

  it('show the words of people as they typed them', () => {
    const body = JSON.stringify(inviteIn('en', { en: '[press](https://evil.test) *now*' }).body);
    assert.ok(!body.includes('[press](https') && !body.includes('*now*"'));
  });

  it('say the last day that is true now', () => {
    const card = inviteCard('en', { programme, call, until: '2026-05-31', from: 'Lotte', receiver: aPerson(1) });
    assert.ok(JSON.stringify(card.body).includes('31 May 2026'));
  });
});
