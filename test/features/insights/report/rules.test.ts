import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sectionIds, type Section } from '../../../../src/features/insights/report/model.ts';
import { reportPaper } from '../../../../src/features/insights/report/paper/rules.ts';
import {
  sectionsOf,
  sightOf,
  wordsIn,
  type Teller,
  type Tellers,
} from '../../../../src/features/insights/report/rules.ts';
import {
  costTeller,
  matchingTeller,
  meetingsTeller,
  recognitionTeller,
  sayShare,
  trainingTeller,
} from '../../../../src/features/insights/report/sections/rules.ts';
import {
  checkInsTeller,
  findingsTeller,
  voicesTeller,
} from '../../../../src/features/insights/report/sections/voices/rules.ts';
import { languages } from '../../../../src/platform/words.ts';
import { aFinding } from '../findings/finding.ts';

const saysIn = (teller: Teller, language = 'en' as const): string => JSON.stringify(teller(language).blocks);
const unsaidIn = (teller: Teller, language = 'en' as const): string => JSON.stringify(teller(language).unsaid);

const tellers: Tellers = {
  ...(Object.fromEntries(
    sectionIds.map((id) => [
      id,
      () => ({ blocks: [{ kind: 'text', text: `about ${id}` }], unsaid: [`why not ${id}`] }),
    ]),
  ) as unknown as Tellers),
};

describe('an evaluation report', () => {
  it('has every section in order, in four languages, and says in one place what cannot be said', () => {
    const sections = sectionsOf(tellers);
    assert.deepEqual(
      sections.map(({ id }) => id),
      sectionIds,
    );
    for (const language of languages) {
      const unsaid = JSON.stringify(sections.find(({ id }) => id === 'unsaid')!.told[language].blocks);
      for (const id of sectionIds.filter((one) => one !== 'unsaid')) assert.ok(unsaid.includes(`why not ${id}`), id);
    }
  });

  it('has another sight when a figure changes, and the same one when none does', () => {
    const [one] = sectionsOf(tellers) as [Section];
    const other = sectionsOf({ ...tellers, purpose: () => ({ blocks: [], unsaid: [] }) })[0]!;
    assert.equal(sightOf(one), sightOf(structuredClone(one)));
    assert.notEqual(sightOf(one), sightOf(other));
  });

  it('reads the words of a language, and else those of the binding one', () => {
    const written = { nl: { text: 'Goed' }, fr: { text: '' } } as Record<string, { text: string }>;
    const find = (language: string) => written[language];
    assert.deepEqual(wordsIn('nl', 'nl', find), { own: 'Goed' });
    assert.deepEqual(wordsIn('fr', 'nl', find), { own: '', borrowed: 'Goed' });
    assert.deepEqual(wordsIn('de', 'fr', find), { own: '' });
  });

  it('puts the coordinators’ words below the figures on paper, a paragraph for each', () => {
    const section = { title: 'The goals', blocks: [{ kind: 'text' as const, text: 'Figures' }], text: 'One.\n\nTwo.' };
    const paper = reportPaper({ programme: 'Grow', sections: [section], language: 'en', at: 0 });
    assert.deepEqual(
      paper.sections[0]!.blocks.map((one) => ('text' in one ? one.text : one.kind)),
      ['Figures', 'In our words', 'One.', 'Two.'],
    );
    const borrowed = reportPaper({
      ...{ programme: 'Grow', language: 'fr', at: 0 },
      sections: [{ ...section, text: '', borrowed: 'Geleend' }],
    });
    assert.match(JSON.stringify(borrowed.sections[0]), /Geleend/);
  });
});

describe('what a report says of people', () => {
  it('is a share only from ten on, in fives, within an interval that holds it', () => {
    assert.equal(sayShare('en', 4, 9), undefined);
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 3000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, part) => {
        const count = Math.floor(of * part);
        const [share, , from, to] = (sayShare('en', count, of) ?? '').match(/\d+/g)!.map(Number) as number[];
        assert.equal(share! % 5, 0);
        assert.ok(from! <= (100 * count) / of + 0.001 && (100 * count) / of <= to! + 0.001);
        assert.ok(from! >= 0 && to! <= 100 && Math.abs(share! - (100 * count) / of) <= 2.5001);
      }),
    );
  });

  it('is never an exact number of fewer than ten', () => {
    for (let few = 0; few < 10; few += 1) {
      const counts = { mentees: few, mentors: few, matched: few };
      const said = [
        matchingTeller({ published: { counts, proven: true }, fairness: [], byHand: few }),
        meetingsTeller({ pairs: few, met: few, active: few, planned: few, minutes: few * 60 }),
        trainingTeller({ invited: few, done: few }),
        recognitionTeller({ thanks: few, stories: few }),
        costTeller({ pairs: few, minutes: few * 60, courseMinutes: few * 20, trained: few }),
      ].map((one) => saysIn(one));
      for (const one of said) {
        const numbers = (one.replaceAll('95', '').match(/\d+/g) ?? []).map(Number);
        assert.ok(
          numbers.every((number) => [5, 9].includes(number)),
          one,
        );
      }
    }
  });

  it('gives a reason wherever it is silent', () => {
    assert.match(
      unsaidIn(meetingsTeller({ pairs: 4, met: 2, active: 4, planned: 1, minutes: 60 })),
      /fewer than ten pairs/,
    );
    assert.match(unsaidIn(matchingTeller({ fairness: [], byHand: 0 })), /No matching has been published/);
    assert.match(unsaidIn(checkInsTeller({ rounds: [] })), /too few answers/);
    assert.match(unsaidIn(voicesTeller([])), /no released result of a survey/);
    assert.match(unsaidIn(findingsTeller([])), /taken up yet/);
    assert.match(unsaidIn(findingsTeller([aFinding()])), /has not been told/);
  });

  it('tells meetings with their uncertainty', () => {
    const teller = meetingsTeller({ pairs: 40, met: 30, active: 30, planned: 20, minutes: 40 * 180 });
    assert.match(saysIn(teller), /Met at least once: 75 % \(with 95 % certainty between 55 % and 90 %\)/);
    assert.match(saysIn(teller), /3.0 hours on average/);
    assert.match(saysIn(teller), /with a next date set: 65 %/);
  });

  it('tells a check-in item with its mean and interval, and names the ones that are withheld', () => {
    const responses = { kind: 'exact' as const, people: 20 };
    const figures = [
      { state: 'shown' as const, itemId: 'open-talks', shares: [0, 10, 20, 40, 30], mean: 3.9 },
      { state: 'withheld' as const, itemId: 'next-step', reason: 'not-yet' as const },
    ];
    const released = { number: 1, at: 0, isFinal: false, someLeftOut: false, responses, figures };
    const teller = checkInsTeller({ rounds: [], released });
    assert.match(
      saysIn(teller),
      /I can be open in our talks.*average 3.9 of 5 · with 95 % certainty between 3.\d and 4.\d/,
    );
    assert.match(unsaidIn(teller), /After a talk I know my next step/);
  });

  it('tells what was told, and neither what waits nor who does it', () => {
    const decision = { choice: 'change', at: 1, by: '00000000-0000-4000-a000-000000000900' } as const;
    const doing = { who: 'Secret team', until: '2026-05-01', isDone: false };
    const told = aFinding({
      said: 'Talks are short',
      why: 'Many said it',
      what: 'An hour',
      decision,
      doing,
      tellingId: 't',
    });
    const waiting = aFinding({ id: 'f2', said: 'Still open here' });
    const says = saysIn(findingsTeller([told, waiting]));
    assert.match(says, /Talks are short.*An hour By 1 May 2026.*Many said it/);
    assert.doesNotMatch(says, /Secret|Still open/);
  });
});
