import assert from 'node:assert/strict';
import type { ChangeLine } from '../../../../src/features/surveys/rounds/model.ts';
import { questionsOf } from '../../../../src/features/checkins/asks/rules.ts';
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
  goalsTeller,
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
  it('is a share only from ten on', () => {
    assert.equal(sayShare('en', 4, 9), undefined);
    assert.equal(sayShare('en', 20, 40), '50 %');
    assert.equal(sayShare('en', 3, 40), '0 to 10 %', 'few who did are not counted');
    assert.equal(sayShare('en', 38, 40), '90 to 100 %', 'nor few who did not');
  });

  it('counts statements that moved clearly, leaves out what may not be told, and says why it is silent', () => {
    const moved = (way: 'better' | 'worse', size: 'small' | 'unclear' | 'few'): ChangeLine => ({
      ...{ kind: 'scale', itemId: 'a', before: 3, after: 4, effect: { change: 1, size }, way },
    });
    const untold: ChangeLine = { kind: 'untold', itemId: 'a' };
    const lineOf = (measured: ChangeLine) => ({ text: 'I can', skill: 'S', measured, looking: untold });
    const sideOf = (side: 'mentor' | 'mentee', ...lines: ChangeLine[]) => {
      const people = { kind: 'exact' as const, people: 20 };
      return { side, before: people, after: people, lines: lines.map(lineOf) };
    };
    const sides = [
      sideOf('mentor', moved('better', 'small'), moved('better', 'unclear'), moved('worse', 'small'), untold),
      sideOf('mentee', untold, moved('better', 'few')),
    ];
    const { blocks, unsaid } = trainingTeller({ invited: 40, done: 20 }, { state: 'told', at: 1, sides })('en');
    const said = JSON.stringify(blocks);
    assert.match(said, /Mentors, of 3 statements about what they can do: clearly higher .*: 1; clearly lower: 1/);
    assert.match(said, /They say so of themselves/);
    assert.deepEqual(unsaid, ['Whether mentees say they can do more: too few answered before and after.']);
    const open = trainingTeller({ invited: 40, done: 20 }, { state: 'counting', closesAt: 1, mayTell: true })('en');
    assert.match(open.unsaid.join(), /not closed yet/);
  });

  it('is never an exact number of fewer than ten', () => {
    for (let few = 0; few < 10; few += 1) {
      const counts = { mentees: few, mentors: few, matched: few };
      const said = [
        matchingTeller({ published: { counts, proven: true }, fairness: [], byHand: few }),
        trainingTeller({ invited: few, done: few }, { state: 'soon' }),
        recognitionTeller({ thanks: few, stories: few }),
        costTeller({}),
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
      unsaidIn(meetingsTeller({ lines: [], pairs: { kind: 'under-5' }, isOver: false })),
      /fewer than ten pairs/,
    );
    assert.match(unsaidIn(costTeller({})), /Hours of fewer than ten pairs.*Nobody entered an amount/);
    assert.match(unsaidIn(goalsTeller([])), /no goals/);
    assert.match(unsaidIn(matchingTeller({ fairness: [], byHand: 0 })), /No matching has been published/);
    assert.match(unsaidIn(checkInsTeller({ rounds: [] })), /too few answers/);
    assert.match(unsaidIn(voicesTeller([])), /no released result of a survey/);
    assert.match(unsaidIn(findingsTeller([])), /taken up yet/);
    assert.match(unsaidIn(findingsTeller([aFinding()])), /has not been told/);
  });

  it('tells meetings, hours and cost as the page about the programme does', () => {
    const of = { kind: 'exact' as const, people: 40 };
    const told = { value: 75, low: 75, high: 75 };
    const meetings = meetingsTeller({
      ...{ isOver: false, pairs: of, hours: { value: 3, low: 3, high: 3 } },
      lines: [
        { key: 'met', told, of },
        { key: 'dated', of },
      ],
    });
    assert.match(saysIn(meetings), /pairs began: 40.*Met at least once: 75 %.*3.0 hours on average/);
    assert.match(unsaidIn(meetings), /Too few pairs for: Have a next meeting/);
    const cost = { amount: 1200, on: '2026-05-01', source: 'The budget', perPair: 30 };
    const says = saysIn(costTeller({ spent: { talks: 240, courses: 30 }, cost }));
    assert.match(
      says,
      /about 240 working hours.*about 30 working hours.*1,200 euro on 1 May 2026 \(source: The budget\)/,
    );
  });

  it('answers every goal with its figure and why, and lists those that cannot be said', () => {
    const goal = { text: 'Pairs meet', measure: 'Share that met', target: '90 %' };
    const shared = { goal, measure: 'pairs-met', unit: 'percent', aim: 90 } as const;
    const teller = goalsTeller([
      {
        ...{ ...shared, goalId: 'g1', verdict: 'reached', why: 'clear' },
        ...{ value: { value: 95, low: 95, high: 95 }, of: { kind: 'exact', people: 40 } },
      },
      { ...shared, goalId: 'g2', verdict: 'cannot-be-said', why: 'too-few' },
    ]);
    assert.match(saysIn(teller), /Pairs meet.*90 %.*95 % \(40 pairs\).*Reached. The figure reaches/);
    assert.match(unsaidIn(teller), /Pairs meet.*too few people/);
    assert.equal(JSON.parse(unsaidIn(teller)).length, 1);
  });

  it('tells a check-in item with its mean and interval, and names the ones that are withheld', () => {
    const responses = { kind: 'exact' as const, people: 20 };
    const figures = [
      { state: 'shown' as const, itemId: 'open-talks', shares: [0, 10, 20, 40, 30], mean: 3.9 },
      { state: 'withheld' as const, itemId: 'next-step', reason: 'not-yet' as const },
    ];
    const released = { number: 1, at: 0, isFinal: false, someLeftOut: false, responses, figures };
    const questions = [...questionsOf('day-30')];
    const asked = { kind: 'exact' as const, people: 40 };
    const teller = checkInsTeller({
      rounds: [{ round: 'day-30', asked, answered: 'half-or-more', questions, released }],
    });
    assert.match(
      saysIn(teller),
      /I can be open in our talks.*average 3.9 of 5 · with 95 % certainty between 3.\d and 4.\d/,
    );
    assert.match(unsaidIn(teller), /After a meeting I know my next step/);
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
