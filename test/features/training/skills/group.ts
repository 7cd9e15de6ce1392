/** A programme with mentors and mentees who look at themselves, for the tests of skills. */
import { skillsJobs } from '../../../../src/features/training/skills/jobs.ts';
import type { Moment, SkillSide, SkillRatings } from '../../../../src/features/training/skills/model.ts';
import { questionsOf } from '../../../../src/features/training/skills/set/rules.ts';
import { saySkills } from '../../../../src/features/training/skills/usecases.ts';
import { pathOf } from '../../../../src/features/training/rules.ts';
import { completions } from '../../../../src/features/training/store.ts';
import type { Person } from '../../../../src/features/people/model.ts';
import type { Programme } from '../../../../src/features/programmes/model.ts';
import type { Job } from '../../../../src/platform/doors.ts';
import { addApplication, addProgramme, someAnswers } from '../../../support/applications.ts';
import { aPerson, callerFor, coordinatorFor, testApp } from '../../../support/app.ts';

export const coordinator = aPerson(900);
export const atSide = (side: SkillSide) => ({ programmeId: 'p1', side });

/** The same rating to every statement, or by its place. */
export function saying(side: SkillSide, rating: number | ((place: number) => number | 'skipped')): SkillRatings {
  const of = typeof rating === 'number' ? () => rating : rating;
  return Object.fromEntries(questionsOf(side).map(({ id }, place) => [id, of(place)]));
}

type GroupOptions = Partial<Programme> & { readonly mentors?: number; readonly jobs?: readonly Job[] };

/** People from 1 on, as mentees; the last `mentors` of them as mentors. */
export async function group(size: number, over: GroupOptions = {}) {
  const { mentors = 0, jobs = skillsJobs, ...programme } = over;
  const app = await testApp({ jobs });
  const people = Array.from({ length: size }, (_, place) => aPerson(place + 1));
  await app.addPeople(...people, coordinator);
  await addProgramme(app, coordinator, programme);
  const sideOf = (place: number): SkillSide => (place >= size - mentors ? 'mentor' : 'mentee');
  for (const [place, one] of people.entries()) await addApplication(app, one.id, someAnswers({ role: sideOf(place) }));

  const learn = (one: Person, side: SkillSide = 'mentee') =>
    app.deps.tables.commit(pathOf(side).map((id) => completions.put(one.id, id, { courseId: id, doneAt: 1 })));

  async function say(
    one: Person,
    moment: Moment,
    given: { ratings: SkillRatings; back?: SkillRatings; counted?: boolean; side?: SkillSide },
  ) {
    const { side = 'mentee', counted = true, ...answers } = given;
    if (moment === 'after') await learn(one, side);
    return saySkills(app.deps, callerFor(one), { ...atSide(side), moment }, { ...answers, counted });
  }
  return { app, deps: app.deps, people, say, learn, boss: coordinatorFor(coordinator) };
}
