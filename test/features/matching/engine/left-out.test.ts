import assert from 'node:assert/strict';
import { propose } from '../../../../src/features/matching/engine/propose.ts';
import { aMentee, aMentor, aPool } from './people.ts';

const scarce = aPool({ seed: 22, mentees: 60, mentors: 25, places: 1 });

describe('left out', () => {
  it('says which rule took how many mentors out, when nobody fits', () => {
    const mentors = [
      aMentor({ id: 'a', languages: ['fr'] }),
      aMentor({ id: 'b', languages: ['fr'] }),
      aMentor({ id: 'c', capacity: 0 }),
    ];
    const { leftOut } = propose({ mentees: [aMentee({ languages: ['nl'] })], mentors });
    assert.deepEqual(leftOut, [
      {
        mentee: 'mentee',
        why: 'nobody-fits',
        compatible: 0,
        rules: [
          { rule: 'capacity', mentors: 1 },
          { rule: 'language', mentors: 2 },
        ],
        helps: [{ help: 'new-mentor', languages: ['nl'], topics: [] }],
      },
    ]);
  });

  it('never counts what is private', () => {
    const mentees = [aMentee({ excluded: ['mentor'] })];
    const refused = [{ mentee: 'mentee', mentor: 'other' }];
    const { leftOut } = propose({ mentees, mentors: [aMentor(), aMentor({ id: 'other' })], refused });
    assert.deepEqual(
      leftOut.map(({ why, rules }) => ({ why, rules })),
      [{ why: 'nobody-fits', rules: [] }],
    );
    assert.doesNotMatch(JSON.stringify(leftOut), /excluded|refused|private/);
  });

  it('names everybody who has no mentor, and nobody else', () => {
    const { leftOut, pairs } = propose(scarce);
    const matched = new Set(pairs.map(({ mentee }) => mentee));
    const without = scarce.mentees.filter(({ id }) => !matched.has(id)).map(({ id }) => id);
    assert.deepEqual(
      leftOut.map(({ mentee }) => mentee),
      without.toSorted(),
    );
    assert.ok(leftOut.length > 30);
  });

  it('shows the scarcity: a group with more mentees than places', () => {
    const { leftOut } = propose(scarce);
    const taken = leftOut.filter(({ why }) => why === 'places-taken');
    assert.ok(taken.length > 30);
    for (const { scarcity } of taken)
      assert.ok(scarcity && scarcity.mentees > scarcity.places && scarcity.places >= scarcity.mentors);
  });

  it('promises truly: one more place with a named mentor, and one mentee more is matched', () => {
    const { leftOut, objective } = propose(scarce);
    const named = new Set(
      leftOut.flatMap(({ helps }) => helps.flatMap((help) => (help.help === 'another-place' ? help.mentors : []))),
    );
    assert.ok(named.size > 5);
    for (const name of named) {
      const mentors = scarce.mentors.map((mentor) =>
        mentor.id === name ? { ...mentor, capacity: mentor.capacity + 1 } : mentor,
      );
      assert.equal(propose({ ...scarce, mentors }).objective.mentees, objective.mentees + 1);
    }
  });

  it('promises truly: meeting otherwise opens mentors with a free place', () => {
    const mentees = [aMentee({ site: 'Gent', meeting: 'site' }), aMentee({ id: 'other', site: 'Luik' })];
    const mentors = [aMentor({ id: 'taken', site: 'Luik' }), aMentor({ id: 'open', site: 'Luik' })];
    const [left] = propose({ mentees, mentors }).leftOut;
    assert.deepEqual(left?.helps, [
      { help: 'meet-otherwise', mentors: 1 },
      { help: 'new-mentor', languages: ['nl'], topics: [], site: 'Gent' },
    ]);
    assert.deepEqual(propose({ mentees: [{ ...mentees[0]!, meeting: 'either' }, mentees[1]!], mentors }).leftOut, []);
  });

  it('says when somebody would fit but scores below the floor that was set', () => {
    const [left] = propose({ mentees: [aMentee()], mentors: [aMentor()], floor: 9000 }).leftOut;
    assert.deepEqual([left?.why, left?.compatible], ['below-floor', 1]);
  });
});
