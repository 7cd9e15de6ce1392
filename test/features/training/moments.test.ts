import assert from 'node:assert/strict';
import { nextFor } from '../../../src/features/insights/rules.ts';
import { meetings } from '../../../src/features/meetings/store.ts';
import { fittingCourse } from '../../../src/features/training/moments/rules.ts';
import { coursesNow } from '../../../src/features/training/moments/usecases.ts';
import { completeCourse } from '../../../src/features/training/usecases.ts';
import { hour, day } from '../../../src/platform/clock.ts';
import { aPerson, callerFor, testApp } from '../../support/app.ts';

const one = aPerson(1);
const who = callerFor(one);

async function pairOf(side: 'mentee' | 'mentor') {
  const app = await testApp();
  const pair = { id: 'pair', programmeId: 'p1', state: 'active', side } as const;
  let count = 0;
  const meet = async (daysFromNow: number, said?: 'no'): Promise<void> => {
    const start = app.clock.now() + daysFromNow * day;
    count += 1;
    await app.deps.tables.commit([
      meetings.create('p1', ['pair', `m${count}`], {
        ...{ id: `m${count}`, programmeId: 'p1', pairId: 'pair', start, end: start + hour, state: 'planned' },
        ...{ organiserId: one.id, byHand: true, sequence: 0 },
        ...(said ? { met: [{ personId: one.id, said }] } : {}),
      }),
    ]);
  };
  const now = async () => (await coursesNow(app.deps, who, [pair])).map(({ courseId }) => courseId);
  return { app, pair, meet, now };
}

describe('the course that fits now', () => {
  it('follows how often two have met, for each side', () => {
    const ids = (side: 'mentee' | 'mentor') => [0, 1, 2, 3, 9].map((held) => fittingCourse(side, held)?.courseId);
    assert.deepEqual(ids('mentor'), ['first-meeting', 'cultural-competence', 'feedback', undefined, undefined]);
    assert.deepEqual(ids('mentee'), ['first-meeting', undefined, undefined, undefined, undefined]);
  });

  it('is the first meeting until it was held, whether or not it is planned', async () => {
    const { now, meet } = await pairOf('mentor');
    assert.deepEqual(await now(), ['first-meeting']);
    await meet(1);
    assert.deepEqual(await now(), ['first-meeting']);
    await meet(-3, 'no');
    assert.deepEqual(await now(), ['first-meeting']);
    await meet(-2);
    assert.deepEqual(await now(), ['cultural-competence']);
    await meet(-1);
    assert.deepEqual(await now(), ['feedback']);
  });

  it('is nothing once it is done, and nothing for a pair that does not run', async () => {
    const { app, pair, now } = await pairOf('mentee');
    assert.deepEqual(await coursesNow(app.deps, who, [{ ...pair, state: 'paused' }]), []);
    await completeCourse(app.deps, one.id, 'first-meeting');
    assert.deepEqual(await now(), []);
  });

  it('stands on the home page after the path, and leads to its course', () => {
    const nothing = {
      ...{ pairs: [], planned: new Set(''), checkIns: [], applications: [], invitations: [], surveys: [] },
      ...{
        stories: [],
        events: [],
        toThank: new Set(''),
        toSayMet: new Set(''),
        doors: new Set(''),
        agreements: new Map(),
        goals: new Set(''),
      },
      ...{ skills: [], isGated: false },
    };
    const line = { title: 'Goals', minutes: 10, role: 'mentee', step: 0, steps: 5 } as const;
    const steps = nextFor({
      ...nothing,
      courses: [
        { ...line, id: 'setting-goals', doneAt: 1 },
        { ...line, id: 'taking-initiative' },
        { ...line, id: 'voicing-needs' },
      ],
      coursesNow: [{ moment: 'first-meeting', courseId: 'first-meeting', title: 'The first meeting' }],
    });
    assert.deepEqual(
      steps.map(({ kind, path }) => [kind, path]),
      [
        ['do-course', '/courses/taking-initiative'],
        ['course-first-meeting', '/courses/first-meeting'],
      ],
    );
    const gated = nextFor({ ...nothing, isGated: true, courses: [{ ...line, id: 'voicing-needs' }], coursesNow: [] });
    assert.deepEqual(
      gated.map(({ kind }) => kind),
      ['course-before-match'],
    );
  });
});
