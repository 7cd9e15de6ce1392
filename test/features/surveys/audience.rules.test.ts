import assert from 'node:assert/strict';
import fc from 'fast-check';
import { audience, type Audience, type Participant } from '../../../src/features/surveys/audience/model.ts';
import {
  countBy,
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
const idsIn = (whom: Audience, members?: Parameters<typeof isInAudience>[2]): string[] =>
  everyone.filter((one) => isInAudience(one, whom, members)).map(({ id }) => id);
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
    const members = { groups: new Set(ids(0, 1)), participants: new Set(ids(1, 2)) };
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
