/**
 * Who can read what somebody says they can do: every reader opens every page of the API that there is an address for, in every state of
 * the figures, and gets every card. Only its person finds an answer.
 */
import assert from 'node:assert/strict';
import type { Pair } from '../../../../src/features/pairs/model.ts';
import { pairLines, pairs } from '../../../../src/features/pairs/store.ts';
import { saySkills } from '../../../../src/features/training/skills/usecases.ts';
import { closeSkills } from '../../../../src/features/training/skills/results/usecases.ts';
import type { SkillRatings } from '../../../../src/features/training/skills/model.ts';
import type { Caller } from '../../../../src/platform/doors.ts';
import { jobs } from '../../../../src/worker/jobs.ts';
import { aPerson, callerFor, coordinatorFor } from '../../../support/app.ts';
import { pagesWith, seenBy } from '../../../support/seen-by.ts';
import { atSide, coordinator, group, saying } from './group.ts';

const at = atSide('mentee');
const [manager, adviser, administrator, colleague] = [aPerson(950), aPerson(951), aPerson(952), aPerson(901)];

/** Said by one person alone, in this order: as it would stand in any answer of the API. */
const own: SkillRatings = { ...saying('mentee', 1), 'goal-say': 5, 'start-topic': 5, 'back-ask': 5, 'ask-on': 5 };
const text = JSON.stringify(own).slice(1, -1);

const known: Readonly<Record<string, readonly string[]>> = {
  ...{ programmeId: ['p1'], side: ['mentee', 'mentor'], pairId: ['pair-1'], round: ['day-30'] },
};
const open = pagesWith(known);

describe('what somebody says they can do', function () {
  this.timeout(300_000);

  it('is read by its person alone, on every page and in every card, before and after the figures are made', async () => {
    const made = await group(7, { mentors: 1, jobs });
    const { app, deps, people, say, learn } = made;
    const [one, other] = people;
    const mentor = people[6]!;
    await app.addPeople({ ...one!, managerId: manager.id }, manager, adviser, administrator, colleague);
    const pair: Pair = {
      ...{ id: 'pair-1', programmeId: 'p1', proposalId: 'x', menteeId: one!.id, mentorId: mentor.id },
      ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: app.clock.now() },
    };
    await deps.tables.commit([pairs.create('p1', 'pair-1', pair)]);
    for (const member of [one!, mentor])
      await deps.tables.commit([pairLines.put(member.id, 'pair-1', { programmeId: 'p1', pairId: 'pair-1' })]);
    for (const [place, who] of people.slice(0, 6).entries()) {
      await say(who, 'before', { ratings: place === 0 ? own : saying('mentee', 1 + (place % 5)) });
      await learn(who);
      const answers = { ratings: place === 0 ? own : saying('mentee', 1 + (place % 4)), back: saying('mentee', 2) };
      await saySkills(deps, callerFor(who), { ...at, moment: 'after' }, { ...answers, counted: true });
    }
    const readers: readonly (readonly [string, Caller, boolean])[] = [
      ['its person', callerFor(one!), true],
      ['the partner', callerFor(mentor), false],
      ['another mentee', callerFor(other!), false],
      ['the coordinator', coordinatorFor(coordinator), false],
      ['a coordinator of something else', coordinatorFor(colleague), false],
      ['the manager', callerFor(manager), false],
      ['the adviser', callerFor(adviser, { roles: ['Adviser'] }), false],
      ['the administrator', callerFor(administrator, { roles: ['Administrator'] }), false],
    ];
    assert.ok(
      open.some(({ path }) => path.endsWith('/skill-results')) && open.length > 60,
      `only ${open.length} pages`,
    );
    const look = async (when: string): Promise<void> => {
      for (const [who, as, finds] of readers)
        assert.equal((await seenBy(app, as, known)).includes(text), finds, `${who}, ${when}`);
    };
    await look('while answers come in');
    await closeSkills(deps, coordinatorFor(coordinator), 'p1');
    await app.run();
    await look('once the figures are made');
    const figures = await seenBy(app, coordinatorFor(coordinator), known);
    assert.ok(figures.includes('"state":"told"'), 'the coordinator does see the figures');
    assert.ok(people.slice(0, 6).every(({ id }) => !skillPartOf(figures).includes(id)));
  });
});

/** The line of the answer that holds the figures. */
const skillPartOf = (seen: string): string => seen.split('\n').find((line) => line.includes('"looking"')) ?? '';
