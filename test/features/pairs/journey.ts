/** A programme with applicants, as far as the tests of matching and pairs need it: written through the stores of their features. */
import type { Job } from '../../../src/platform/doors.ts';
import { makeProposal, publishProposal } from '../../../src/features/matching/usecases.ts';
import type { Publishing } from '../../../src/features/matching/proposals/model.ts';
import { pairsJobs } from '../../../src/features/pairs/jobs.ts';
import type { PairListener } from '../../../src/features/pairs/usecases.ts';
import { createProgramme } from '../../../src/features/programmes/usecases.ts';
import type { Application, Questionnaire, Role } from '../../../src/features/recruitment/model.ts';
import { applications } from '../../../src/features/recruitment/store.ts';
import { aPerson, coordinatorFor, testApp, type TestApp } from '../../support/app.ts';

export const coordinator = coordinatorFor(aPerson(900));
export const colleague = coordinatorFor(aPerson(901));

export function anApplication(
  programmeId: string,
  number: number,
  role: Role,
  over: Partial<Questionnaire> = {},
): Application {
  const answers: Questionnaire = {
    ...{ role, sought: [], offered: [], ambitions: [], interests: [], values: [], languages: ['en'] },
    ...{ meeting: 'either', hoursAMonth: 2, capacity: 1, wishes: { department: 'any', picks: [] } },
    ...{ ratherNot: [], motivation: '', mayShowName: true },
    ...(role === 'mentor' ? { offered: [{ topic: 'networking', level: 3 }] } : {}),
    ...(role === 'mentee' ? { sought: [{ topic: 'networking', level: 2 }] } : {}),
    ...over,
  };
  const personId = aPerson(number).id;
  return { programmeId, personId, status: 'applied', answers, startedAt: 1, changedAt: 1, appliedAt: 1, waited: false };
}

export async function apply(app: TestApp, ...wanted: readonly Application[]): Promise<void> {
  await app.addPeople(...wanted.map(({ personId }) => aPerson(Number(personId.slice(-12)))));
  for (const one of wanted) await app.deps.tables.commit([applications.put(one.programmeId, one.personId, one)]);
}

export interface Follow {
  readonly active?: PairListener[];
  readonly ended?: PairListener[];
}

/** A programme with its two coordinators; Graph answers no question about working hours, so it is always the usual ones. */
export async function aProgramme({ active = [], ended = [] }: Follow = {}, more: readonly Job[] = []) {
  const app = await testApp({ jobs: [...pairsJobs({ active, ended }), ...more] });
  Object.assign(app.deps, { directory: { workingHours: async () => undefined } });
  await app.addPeople(aPerson(900), aPerson(901));
  const { id } = await createProgramme(app.deps, coordinator, {
    ...{ name: 'Grow', forWhom: 'all', why: 'growth', howChosen: 'everybody', goals: [], language: 'en' },
    ...{ startsOn: '2026-03-02', endsOn: '2026-12-01' },
  });
  return { app, programmeId: id };
}

/** So many mentees (from 1) and mentors (from 501), published. */
export async function published(mentees: number, mentors: number, follow: Follow = {}, how: Publishing = {}) {
  const { app, programmeId } = await aProgramme(follow);
  await apply(
    app,
    ...Array.from({ length: mentees }, (_, at) => anApplication(programmeId, at + 1, 'mentee')),
    ...Array.from({ length: mentors }, (_, at) => anApplication(programmeId, at + 501, 'mentor')),
  );
  const proposal = await makeProposal(app.deps, coordinator, programmeId);
  await publishProposal(app.deps, coordinator, programmeId, proposal.id, how);
  return { app, programmeId, proposal };
}
