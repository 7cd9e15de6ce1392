/** A department that is invited to one programme, and its coordinator. */
import { recruitmentJobs } from '../../../src/features/recruitment/jobs.ts';
import type { Application, CallDraft } from '../../../src/features/recruitment/model.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import type { Job, Reply } from '../../../src/platform/doors.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { addProgramme } from '../../support/applications.ts';
import { aPerson, callerFor, coordinatorFor, testApp } from '../../support/app.ts';

export const coordinator = aPerson(900);

export const aCall = (over: Partial<CallDraft> = {}): CallDraft => ({
  ...{ audience: { kind: 'departments', departments: ['Finance'] }, closesOn: '2026-03-31', words: {} },
  ...over,
});

export const reasonIs = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;

/** All that a reply says to the person. */
export const saidIn = (reply: Reply): string =>
  reply.kind === 'card' ? JSON.stringify(reply.card.body) : JSON.stringify(reply);

export async function office(count: number, more: readonly Job[] = []) {
  const heard: Application[] = [];
  const app = await testApp({ jobs: [...recruitmentJobs([async (_deps, one) => void heard.push(one)]), ...more] });
  Object.assign(app.deps, { directory: { workingHours: async () => usualHours } });
  const people = Array.from({ length: count }, (_, at) => aPerson(at + 1));
  await app.addPeople(...people, { ...coordinator, department: 'HR' });
  const programme = await addProgramme(app, coordinator, { stage: 'prepare' });
  const who = callerFor(people[0] ?? coordinator);
  return { app, people, heard, programme, who, me: coordinatorFor(coordinator) };
}
