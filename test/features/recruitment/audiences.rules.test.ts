import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Colleague } from '../../../src/features/people/everybody/usecases.ts';
import { audience, straightened } from '../../../src/features/recruitment/audiences/model.ts';
import {
  compositionOf,
  countedOn,
  countTold,
  isHidden,
  leftOutTold,
  nameOfSame,
  reachedTold,
  splitAsked,
} from '../../../src/features/recruitment/audiences/rules.ts';
import { suggest } from '../../../src/features/recruitment/audiences/suggesting/rules.ts';
import type { Audience } from '../../../src/features/surveys/audience/model.ts';
import { aPerson } from '../../support/app.ts';

const today = '2026-03-03';
const aColleague = (number: number, over: Partial<Colleague> = {}): Colleague => ({
  ...{ jobTitle: 'Analyst', department: 'Finance', site: 'Ghent', country: 'BE', language: 'nl', hiredOn: undefined },
  ...{ level: 3, leftAt: undefined, kind: 'member', enabled: true, name: `Person ${number}` },
  ...{ id: aPerson(number).id, ...over },
});
const crowd = (count: number, over: (at: number) => Partial<Colleague> = () => ({})): Colleague[] =>
  Array.from({ length: count }, (_, at) => aColleague(at + 1, over(at)));

describe('the audience of a call', () => {
  it('is read as it was kept before, and means the same', () => {
    const groupId = aPerson(1).id;
    assert.deepEqual(straightened(audience.parse({ kind: 'all' })), { kind: 'everybody' });
    assert.deepEqual(straightened(audience.parse({ kind: 'group', groupId, name: 'Roots' })), {
      kind: 'chosen',
      groups: [{ id: groupId, name: 'Roots' }],
    });
    const departments = audience.parse({ kind: 'departments', departments: ['Care'] });
    assert.deepEqual(straightened(departments), departments);
  });

  it('is the same in whatever order it is written', () => {
    const rules = (any: object[]) => nameOfSame(audience.parse({ kind: 'rules', any, except: [] }));
    const [one, other] = [{ departments: ['A', 'B'], sites: ['X'] }, { levels: [2, 10] }];
    assert.equal(rules([one, other]), rules([{ levels: [10, 2] }, { sites: ['X'], departments: ['B', 'A'] }]));
    assert.notEqual(rules([one, other]), rules([one]));
    assert.equal(nameOfSame({ kind: 'all' }), nameOfSame({ kind: 'everybody' }));
  });

  it('asks nobody twice for a programme, and nobody more often than the limit', () => {
    const [a, b, c, d] = crowd(4);
    const times = new Map([
      [b!.id, 2],
      [c!.id, 1],
      [d!.id, 5],
    ]);
    const split = splitAsked([a!, b!, c!, d!], { invited: new Set([d!.id]), times, limit: 2 });
    assert.deepEqual(split.reached, [a, c]);
    assert.deepEqual([split.invitedBefore, split.askedEnough], [1, 1]);
  });
});

describe('what is told of an audience', () => {
  const group = { id: aPerson(90).id, name: 'Roots' };
  const factsOf = (ids: readonly string[]) => ({
    groups: new Map([[group.id, new Set(ids)]]),
    ...{ participants: new Map<string, Set<string>>(), today },
  });

  it('is no number where a rule with a group fits fewer than ten people, wherever it stands', () => {
    const people = crowd(40, (at) => ({ site: at < 12 ? 'Ghent' : 'Liège' }));
    const facts = factsOf(people.slice(0, 20).map(({ id }) => id));
    const hidden = (whom: Audience): boolean => isHidden(people, whom, facts);
    assert.equal(hidden({ kind: 'chosen', groups: [group] }), false);
    assert.equal(hidden({ kind: 'chosen', groups: [group], sites: ['Ghent'] }), false);
    assert.equal(hidden({ kind: 'chosen', groups: [group], sites: ['Liège'] }), true);
    assert.equal(hidden({ kind: 'rules', any: [], except: [{ groups: [group], sites: ['Liège'] }] }), true);
    assert.equal(hidden({ kind: 'chosen', sites: ['Nowhere'] }), false, 'everybody could look that up');
  });

  it('is a band where a group is in it, and otherwise exact from ten on', () => {
    assert.deepEqual(countTold(23, false), { kind: 'exact', people: 23 });
    assert.deepEqual(countTold(23, true), { kind: 'band', from: 20, to: 29 });
    assert.deepEqual(countTold(3, false), { kind: 'under-5' });
    assert.deepEqual(reachedTold(0, false), { kind: 'nobody' });
    assert.deepEqual(reachedTold(0, true), { kind: 'under-5' });
  });

  it('says why somebody is left out, but not of a few in a group', () => {
    const split = { reached: [], invitedBefore: 2, askedEnough: 12 };
    const hindered = new Map([['guest', 3]] as const);
    assert.deepEqual(
      leftOutTold(split, hindered, false).map(({ why }) => why),
      ['invited-before', 'asked-enough', 'guest'],
    );
    assert.deepEqual(
      leftOutTold(split, hindered, true).map(({ why }) => why),
      ['asked-enough'],
    );
  });

  it('shows no part, and no rest, of one to four people', () => {
    const sizes = fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(sizes, sizes, (here, elsewhere) => {
        const reached = here.flatMap((size, at) => crowd(size, () => ({ department: `D${at}` })));
        const others = elsewhere.flatMap((size, at) => crowd(size, () => ({ department: `D${at}` })));
        const parts = compositionOf(countedOn(today, reached), countedOn(today, [...reached, ...others])).find(
          ({ by }) => by === 'department',
        )?.parts;
        if (!parts) return;
        const told = parts.flatMap(({ name }) => name ?? []);
        const counts = told.map((name) => here[Number(name.slice(1))] ?? 0);
        const rest = reached.length - counts.reduce((sum, one) => sum + one, 0);
        for (const count of [...counts, rest]) assert.ok(count === 0 || count >= 5, `${count}`);
      }),
    );
  });

  it('sets an audience beside everybody', () => {
    const everybody = crowd(400, (at) => ({ site: at % 4 === 0 ? 'Ghent' : 'Liège', level: 1 + (at % 2) }));
    const reached = everybody.filter(({ level }) => level === 1);
    const made = compositionOf(countedOn(today, reached), countedOn(today, everybody));
    assert.deepEqual(made.find(({ by }) => by === 'site')?.parts, [
      { name: 'Liège', audience: 50, organisation: 75 },
      { name: 'Ghent', audience: 50, organisation: 25 },
    ]);
    assert.deepEqual(
      compositionOf(countedOn(today, reached.slice(0, 19)), countedOn(today, everybody)),
      [],
      'too few to be made up of parts',
    );
  });
});

describe('whom one might ask to be a mentor', () => {
  const people = crowd(120, (at) => ({
    department: ['Care', 'Finance', 'Sales', 'Tiny'][at % 40 === 0 ? 3 : at % 3]!,
    level: 1 + (at % 5),
    hiredOn: at % 2 === 0 ? '2010-01-01' : '2025-12-01',
  }));
  const grounds = { people, short: [], invited: new Set<string>(), times: new Map<string, number>(), limit: 2, today };

  it('are those who are likely to know what is short, and where fewest were asked', () => {
    const asked = people.filter(({ department }) => department === 'Care').map(({ id }) => [id, 1] as const);
    const found = suggest({ ...grounds, times: new Map(asked), short: [{ topic: 'lead', name: 'Leading' }] });
    const [lead, fewest] = found;
    assert.deepEqual([lead?.topic, fewest?.topic], ['lead', undefined]);
    assert.deepEqual(lead?.audience.kind === 'chosen' && lead.audience.levels, [1, 2, 3]);
    assert.ok(lead?.audience.kind === 'chosen' && !lead.audience.departments?.includes('Tiny'));
    assert.ok(found.every(({ people: count }) => count.kind !== 'exact'));
  });

  it('spares those who were asked as often as is allowed', () => {
    const [all] = suggest(grounds);
    const enough = people.filter(({ hiredOn }) => hiredOn === '2010-01-01').map(({ id }) => [id, 2] as const);
    assert.ok(all);
    assert.deepEqual(suggest({ ...grounds, times: new Map(enough) }), []);
  });

  it('goes by level where the directory has no days of hiring', () => {
    const [one] = suggest({ ...grounds, people: people.map((colleague) => ({ ...colleague, hiredOn: undefined })) });
    assert.ok(one?.audience.kind === 'chosen' && one.audience.levels && !one.audience.tenures);
  });
});
