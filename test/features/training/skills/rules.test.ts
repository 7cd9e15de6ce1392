import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SkillsView } from '../../../../src/features/training/skills/model.ts';
import { dueOf, mayLookBack, type SkillFacts } from '../../../../src/features/training/skills/rules.ts';
import { levelOf, lowestOf, profileOf, turnOf } from '../../../../src/features/training/skills/profile/rules.ts';
import { skillsIn } from '../../../../src/features/training/skills/set/rules.ts';
import { courseOf } from '../../../../src/features/training/usecases.ts';
import { day } from '../../../../src/platform/clock.ts';

const now = 1000 * day;
const facts: SkillFacts = { kept: undefined, isTrained: false, activeAt: undefined, closedAt: undefined, now };
const due = (over: Partial<SkillFacts>) => dueOf({ ...facts, ...over });
const said = { before: now - 200 * day, counted: true };
const ago = (days: number): number => now - days * day;

describe('the time to look at oneself', () => {
  it('is before the courses, and no more once a pair has met for a month', () => {
    assert.equal(due({}), 'before');
    assert.equal(due({ activeAt: ago(29) }), 'before');
    assert.equal(due({ activeAt: ago(31) }), undefined);
    assert.equal(due({ kept: said }), undefined);
  });

  it('is after the path: whoever did the courses first looks back instead', () => {
    assert.equal(due({ kept: said, isTrained: true }), 'after');
    assert.equal(due({ isTrained: true }), 'after');
    assert.equal(due({ kept: { ...said, after: ago(3) }, isTrained: true }), undefined);
  });

  it('is around month three once more, unless somebody has just looked', () => {
    const trained = { isTrained: true, activeAt: ago(90) };
    assert.equal(due({ ...trained, activeAt: ago(84), kept: { ...said, after: ago(120) } }), undefined);
    assert.equal(due({ ...trained, kept: { ...said, after: ago(120) } }), 'after');
    assert.equal(due({ ...trained, kept: { ...said, after: ago(20) } }), undefined);
    assert.equal(due({ activeAt: ago(90) }), 'after', 'also without any answer or course');
  });

  it('is at the close, for two months, for those who learnt or practised something', () => {
    const closed = { activeAt: ago(200), closedAt: ago(10), kept: { ...said, after: ago(110) } };
    assert.equal(due(closed), 'after');
    assert.equal(due({ ...closed, closedAt: ago(61) }), undefined);
    assert.equal(due({ ...closed, kept: { ...said, after: ago(30) } }), undefined);
    assert.equal(due({ closedAt: ago(10) }), undefined, 'whoever only applied has nothing to look back on');
  });

  it('is never "before" after the first answer, whatever the facts', () => {
    const when = fc.option(fc.integer({ min: 0, max: 400 }).map(ago), { nil: undefined });
    fc.assert(
      fc.property(fc.boolean(), when, when, when, (isTrained, activeAt, closedAt, after) => {
        const kept = { ...said, ...(after === undefined ? {} : { after }) };
        const found = due({ kept, isTrained, activeAt, closedAt });
        assert.notEqual(found, 'before');
        if (found) assert.ok(mayLookBack({ isTrained, activeAt }), 'what is offered can be answered');
      }),
    );
  });
});

const skills = skillsIn('en', 'mentee', (id) => courseOf(id, 'en'));
const viewOf = (said: SkillsView['said']): Pick<SkillsView, 'skills' | 'said'> => ({ skills, said });

describe('the own profile', () => {
  it('is a mean of what was said of each skill, and nothing where nothing was', () => {
    const [goals, initiative] = profileOf(viewOf({ before: { 'goal-say': 2, 'goal-cut': 5 }, now: { 'goal-say': 4 } }));
    assert.deepEqual(goals?.means, { before: 3.5, now: 4 });
    assert.deepEqual([goals?.level, initiative?.level, initiative?.means], ['firm', undefined, {}]);
  });

  it('says in words what a number is, by half points', () => {
    assert.deepEqual([1, 2, 2.5, 3.5, 4.5, 5].map(levelOf), ['new', 'new', 'growing', 'firm', 'strong', 'strong']);
    assert.deepEqual([turnOf(3, 3.5), turnOf(3, 3.25), turnOf(4, 3.5)], ['more', 'same', 'less']);
  });

  it('names the two lowest that are no strength, of what was said last', () => {
    const all = (rating: number) =>
      Object.fromEntries(skills.flatMap((one) => one.items.map(({ id }) => [id, rating])));
    const lowest = (said: SkillsView['said']) => lowestOf(profileOf(viewOf(said))).map(({ skill }) => skill.id);
    assert.deepEqual(lowest({ before: { ...all(4), 'need-say': 1, 'ask-on': 2 } }), ['needs', 'differences']);
    assert.deepEqual(lowest({ before: all(1), now: { ...all(5), 'back-ask': 2 } }), ['feedback']);
    assert.deepEqual(lowest({ now: all(5) }), []);
    assert.deepEqual(lowest({}), []);
  });
});
