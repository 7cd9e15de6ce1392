import assert from 'node:assert/strict';
import type { Application } from '../../../src/features/recruitment/model.ts';
import type { Choice } from '../../../src/features/recruitment/choosing/model.ts';
import { nothingChosen } from '../../../src/features/recruitment/choosing/model.ts';
import {
  hindranceOf,
  identityIn,
  placesOn,
  sideLineOf,
  whoseTurn,
  writingOf,
  type SideFacts,
} from '../../../src/features/recruitment/choosing/rules.ts';
import { someAnswers } from '../../support/applications.ts';

const anApplication = (personId: string, over: Partial<Application> = {}): Application => ({
  ...{ programmeId: 'p1', personId, status: 'applied', answers: someAnswers(), startedAt: 1, changedAt: 1 },
  ...{ waited: false, ...over },
});
const aMentor = (personId: string, capacity = 1): Application =>
  anApplication(personId, { answers: someAnswers({ role: 'mentor', capacity }) });
const decided = (personId: string, chosen: boolean, side: Choice['side'] = 'mentee'): Choice => ({
  ...{ personId, side, chosen, round: 1, criterionId: 'c1', by: 'x', at: 1 },
});
const facts = (over: Partial<SideFacts> = {}): SideFacts => ({
  ...{ applications: [], participants: [], choices: [], limits: {}, applying: 'list', matched: false },
  ...{ kept: { ...nothingChosen, criteria: [{ id: 'c1', words: { en: 'a' } }] }, ...over },
});
const three = [anApplication('a'), anApplication('b'), anApplication('c')];

describe('a criterion', () => {
  const named: [string, Parameters<typeof identityIn>[0]][] = [
    ['gender', { en: 'Women in technical roles' }],
    ['age', { nl: 'Jonger dan 35' }],
    ['origin', { fr: 'Personnes issues de l’immigration' }],
    ['language at home', { de: 'Deutsch als Muttersprache' }],
    ['health', { en: 'Colleagues with a disability' }],
    ['family', { nl: 'Wie kinderen heeft' }],
    ['study', { en: 'First in their family to study' }],
    ['orientation', { fr: 'Personnes LGBTQ' }],
    ['belief', { de: 'Religiöse Vielfalt im Team' }],
    ['in any of the languages', { en: 'Wants to lead', fr: 'Les femmes d’abord' }],
  ];
  for (const [name, words] of named) it(`about ${name} is refused`, () => assert.ok(identityIn(words), name));

  it('about what somebody wants or can is taken, in four languages', () => {
    const fine: Parameters<typeof identityIn>[0][] = [
      { en: 'Wants to lead a project this year' },
      { en: 'Has had no training of this kind in the last three years' },
      { en: 'Works at a site that has no other programme' },
      { nl: 'Wil dit jaar voor het eerst een team leiden' },
      { nl: 'Kreeg de laatste drie jaar geen opleiding van dit soort' },
      { fr: 'Souhaite diriger un projet cette année' },
      { fr: 'Connaît déjà bien ce genre de projet et veut changer de métier' },
      { de: 'Möchte in diesem Jahr ein Projekt leiten' },
      { de: 'Hatte in den letzten drei Jahren keine solche Schulung' },
    ];
    for (const words of fine) assert.equal(identityIn(words), undefined, JSON.stringify(words));
  });

  it('is written before the last day and before anybody looked', () => {
    assert.equal(writingOf(nothingChosen, 'open', 'recruit'), 'may');
    assert.equal(writingOf(nothingChosen, 'closed', 'prepare'), 'may');
    assert.equal(writingOf({ ...nothingChosen, readAt: 1 }, 'open', 'recruit'), 'read');
    assert.equal(writingOf(nothingChosen, 'open', 'match'), 'read', 'a proposal shows who applied');
    assert.equal(writingOf(nothingChosen, 'list', 'recruit'), 'late');
  });
});

describe('places', () => {
  it('are what mentors offer who may be shown, less those who have somebody', () => {
    const hidden = { ...aMentor('n'), answers: someAnswers({ role: 'mentor', mayShowName: false }) };
    const all = [...three, aMentor('m', 3), hidden];
    assert.equal(placesOn('mentee', facts({ applications: all })), 3);
    const participants = [{ personId: 'a', role: 'mentee', stage: 'paired' }] as const;
    assert.equal(placesOn('mentee', facts({ applications: all, participants })), 2);
    assert.equal(placesOn('mentee', facts({ applications: all, limits: { mentee: 1 } })), 1);
    assert.equal(placesOn('mentee', facts({ applications: all, choices: [decided('m', false, 'mentor')] })), 0);
    assert.equal(placesOn('mentor', facts({ applications: all })), undefined, 'any number is welcome');
  });

  it('that are enough leave nothing to choose', () => {
    const enough = sideLineOf('mentee', facts({ applications: [...three, aMentor('m', 3)] }));
    assert.equal(enough.stands, 'enough-places');
    const short = { applications: [...three, aMentor('m')] };
    assert.equal(sideLineOf('mentee', facts({ applications: three })).stands, 'no-places');
    assert.equal(sideLineOf('mentee', facts(short)).stands, 'choose');
    assert.equal(sideLineOf('mentee', facts({ ...short, applying: 'open' })).stands, 'still-open');
    assert.equal(sideLineOf('mentee', facts({ ...short, kept: nothingChosen })).stands, 'no-criteria');
    assert.equal(sideLineOf('mentee', facts({ ...short, matched: true })).stands, 'matched');
    assert.equal(sideLineOf('mentee', facts({ ...short, kept: { ...nothingChosen, sentAt: 1 } })).stands, 'sent');
    assert.equal(sideLineOf('mentor', facts({ ...short, limits: { mentor: 1 } })).stands, 'enough-places');
  });

  it('are asked for by those who have nobody yet', () => {
    const participants = [{ personId: 'a', role: 'mentee', stage: 'paired' }] as const;
    const applications = [...three, anApplication('d', { passedOver: { as: 'mentee', round: 1 } })];
    const asked = whoseTurn('mentee', facts({ applications, participants })).map(({ personId }) => personId);
    assert.deepEqual(asked, ['b', 'c']);
  });
});

describe('the answers', () => {
  const applications = [...three, aMentor('m', 2)];
  const hindered = (choices: readonly Choice[], over: Partial<SideFacts> = {}) =>
    hindranceOf('mentee', facts({ applications, choices, ...over }));
  it('go out when everybody is decided and no place stays empty', () => {
    assert.equal(hindered([decided('a', true), decided('b', true)]), 'not-all-decided');
    assert.equal(hindered([decided('a', true), decided('b', false), decided('c', false)]), 'places-left');
    assert.equal(hindered([decided('a', true), decided('b', true), decided('c', true)]), 'too-many-chosen');
    assert.equal(hindered([decided('a', true), decided('b', true), decided('c', false)]), undefined);
  });
  it('let nobody new come before who was not matched last time', () => {
    const waited = [anApplication('a'), anApplication('b'), anApplication('c', { waited: true }), aMentor('m', 2)];
    const choices = [decided('a', true), decided('b', true), decided('c', false)];
    assert.equal(hindered(choices, { applications: waited }), 'waited-first');
  });
});
