import assert from 'node:assert/strict';
import fc from 'fast-check';
import { audience, type Audience, type Participant } from '../../../src/features/surveys/audience/model.ts';
import {
  countBy,
  goneGroups,
  hindranceOf,
  isInAudience,
  kindsOf,
  mayShare,
  participantsIn,
} from '../../../src/features/surveys/audience/rules.ts';
import { aPerson } from '../../support/app.ts';

const chosen = (filters: object): Audience => audience.parse({ kind: 'chosen', ...filters });
const [ghent, liege] = [aPerson(1), aPerson(2, { site: 'Liège', department: 'Care', language: 'fr' })];
const everyone = [ghent, liege, aPerson(3, { department: 'Care', country: 'FR' })];
const idsIn = (whom: Audience, facts?: Parameters<typeof isInAudience>[2]): string[] =>
  everyone.filter((one) => isInAudience(one, whom, facts)).map(({ id }) => id);
const ids = (...places: number[]): string[] => places.map((place) => everyone[place]!.id);

describe('an audience', () => {
  it('takes any of one kind, and only who fits all kinds', () => {
    const cases: [object, number[]][] = [
      [{ departments: ['Care'] }, [1, 2]],
      [{ departments: ['Care', 'Finance'] }, [0, 1, 2]],
      [{ departments: ['Care'], sites: ['Ghent'] }, [2]],
      [{ sites: ['Ghent'], countries: ['BE'] }, [0]],
      [{ languages: ['fr', 'nl'] }, [1]],
      [{ languages: ['fr'], countries: ['FR'] }, []],
    ];
    for (const [filters, places] of cases) assert.deepEqual(idsIn(chosen(filters)), ids(...places));
  });

  it('never asks somebody for what the directory does not say', () => {
    assert.equal(isInAudience({ id: ghent.id }, chosen({ departments: ['Care'] })), false);
    assert.equal(isInAudience({ id: ghent.id }, { kind: 'everybody' }), true);
  });

  it('takes who is named by a group and by a programme, and both when both are given', () => {
    const group = { groups: [{ id: ghent.id, name: 'Network' }] };
    const inProgramme = { participants: { programmeId: 'p1', roles: ['mentor'], stages: ['paired'] } };
    const members = {
      groups: new Map([[ghent.id, new Set(ids(0, 1))]]),
      participants: new Map([['p1 mentor paired', new Set(ids(1, 2))]]),
      today: '2026-03-03',
    };
    assert.deepEqual(idsIn(chosen(group), members), ids(0, 1));
    assert.deepEqual(idsIn(chosen({ ...group, ...inProgramme }), members), ids(1));
    assert.deepEqual(idsIn(chosen(group)), [], 'nobody, as long as nobody knows who is in it');
  });

  it('reads what was kept before there were other kinds, and refuses one that says nothing', () => {
    assert.deepEqual(idsIn(audience.parse({ kind: 'departments', departments: ['Care'] })), ids(1, 2));
    assert.deepEqual(kindsOf(audience.parse({ kind: 'departments', departments: ['Care'] })), ['departments']);
    assert.equal(audience.safeParse({ kind: 'chosen' }).success, false);
    assert.equal(audience.safeParse({ kind: 'chosen', sites: [] }).success, false);
  });

  it('only gets smaller by a further kind', () => {
    const names = fc.uniqueArray(fc.constantFrom('Care', 'Finance', 'Ghent', 'Liège'), { minLength: 1 });
    fc.assert(
      fc.property(names, names, (departments, sites) => {
        const both = idsIn(chosen({ departments, sites }));
        const one = new Set(idsIn(chosen({ departments })));
        assert.ok(both.every((id) => one.has(id)));
      }),
    );
  });

  it('names participants by side and stage, each once', () => {
    const all: Participant[] = [
      { personId: ghent.id, role: 'mentor', stage: 'paired' },
      { personId: ghent.id, role: 'mentee', stage: 'applied' },
      { personId: liege.id, role: 'mentee', stage: 'ended' },
    ];
    const found = (roles: string[], stages: string[]): string[] => [...participantsIn(all, { roles, stages })];
    assert.deepEqual(found(['mentor', 'mentee'], ['applied', 'paired']), [ghent.id]);
    assert.deepEqual(found(['mentee'], ['paired']), []);
    assert.deepEqual(found(['mentee'], ['ended', 'applied']), [ghent.id, liege.id]);
  });

  it('takes whoever fits any rule, and nobody who fits an exception', () => {
    const rules = (any: object[], except: object[] = []): Audience => audience.parse({ kind: 'rules', any, except });
    const cases: [Audience, number[]][] = [
      [rules([{ sites: ['Liège'] }, { countries: ['FR'] }]), [1, 2]],
      [rules([{ departments: ['Care'] }], [{ languages: ['fr'] }]), [2]],
      [rules([], [{ departments: ['Care'] }]), [0]],
      [rules([{ departments: ['Care'] }], [{ departments: ['Care'], sites: ['Ghent'] }, { languages: ['de'] }]), [1]],
    ];
    for (const [whom, places] of cases) assert.deepEqual(idsIn(whom), ids(...places));
    assert.equal(audience.safeParse({ kind: 'rules', any: [], except: [] }).success, false);
    assert.equal(audience.safeParse({ kind: 'rules', any: [{}], except: [] }).success, false);
  });

  it('goes by title, level and time here, and by nothing that is not known', () => {
    const facts = { groups: new Map(), participants: new Map(), today: '2026-03-03' };
    const one = { id: ghent.id, jobTitle: 'Ingénieure senior', level: 3, hiredOn: '2025-10-01' };
    const fits = (filters: object, who: object = one): boolean => isInAudience(who, chosen(filters), facts);
    assert.ok(fits({ jobTitles: ['engineer', 'senior ingenieur'] }));
    assert.ok(!fits({ jobTitles: ['ingenieur junior'] }));
    assert.ok(fits({ levels: [2, 3] }) && !fits({ levels: [1] }));
    assert.ok(fits({ tenures: ['half-year'] }) && !fits({ tenures: ['year', 'longer'] }));
    for (const filters of [{ jobTitles: ['senior'] }, { levels: [3] }, { tenures: ['longer'] }])
      assert.ok(!fits(filters, { id: ghent.id }));
  });

  it('tells the members of a group from those of the groups in it', () => {
    const group = { id: ghent.id, name: 'Network' };
    const facts = {
      groups: new Map([
        [ghent.id, new Set(ids(0, 1))],
        [`${ghent.id} direct`, new Set(ids(0))],
      ]),
      ...{ participants: new Map(), today: '2026-03-03' },
    };
    assert.deepEqual(idsIn(chosen({ groups: [group] }), facts), ids(0, 1));
    assert.deepEqual(idsIn(chosen({ groups: [{ ...group, direct: true }] }), facts), ids(0));
  });

  it('says which groups are gone', () => {
    const rule = {
      groups: [
        { id: ghent.id, name: 'Here' },
        { id: liege.id, name: 'Gone' },
      ],
    };
    assert.deepEqual(goneGroups([rule, rule], { groups: new Map([[ghent.id, new Set<string>()]]) }), ['Gone']);
  });

  it('says why an account cannot be asked', () => {
    const cases = [
      [{}, undefined],
      [{ kind: 'guest' }, 'guest'],
      [{ kind: 'service' }, 'nobody'],
      [{ enabled: false }, 'disabled'],
      [{ enabled: false, leftAt: 1 }, 'left'],
    ] as const;
    for (const [over, why] of cases) assert.equal(hindranceOf(aPerson(1, over)), why);
  });

  it('counts by name, without those of whom it is not known', () => {
    assert.deepEqual(countBy(['b', 'a', undefined, 'b']), [
      { name: 'a', people: 1 },
      { name: 'b', people: 2 },
    ]);
  });

  it('meets another one unless no one can be in both', () => {
    const care = chosen({ departments: ['Care'] });
    assert.equal(mayShare(care, { kind: 'everybody' }), true);
    assert.equal(mayShare(care, { kind: 'departments', departments: ['Finance'] }), false);
    assert.equal(mayShare(care, chosen({ departments: ['Care', 'IT'], sites: ['Ghent'] })), true);
    assert.equal(mayShare(care, chosen({ sites: ['Ghent'] })), true);
    assert.equal(mayShare(chosen({ languages: ['nl'] }), chosen({ languages: ['fr'], sites: ['Ghent'] })), false);
  });
});
