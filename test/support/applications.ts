/** Programmes and applications for tests, with overrides. */
import type { Application, Questionnaire } from '../../src/features/recruitment/model.ts';
import { applications, participations } from '../../src/features/recruitment/store.ts';
import type { Programme, ProgrammeDraft } from '../../src/features/programmes/model.ts';
import { onlyRow, programmes, teams, coordinated } from '../../src/features/programmes/store.ts';
import type { Person } from '../../src/features/people/model.ts';
import type { TestApp } from './app.ts';

export function someAnswers(over: Partial<Questionnaire> = {}): Questionnaire {
  return {
    ...{ role: 'mentee', sought: [{ topic: 'networking', level: 2 }], offered: [{ topic: 'networking', level: 2 }] },
    ...{ ambitions: [], interests: [], values: [], languages: ['en'], meeting: 'either', hoursAMonth: 1, capacity: 1 },
    ...{ wishes: { department: 'any', picks: [] }, ratherNot: [], motivation: '', mayShowName: true },
    ...over,
  };
}

export const aDraft = (over: Partial<ProgrammeDraft> = {}): ProgrammeDraft => ({
  ...{
    name: 'Growing together',
    forWhom: 'Newcomers',
    why: 'They get fewer chances',
    howChosen: 'Everyone in Finance',
  },
  ...{ goals: [], language: 'en', startsOn: '2026-04-06', endsOn: '2027-01-06' },
  ...over,
});

/** A programme with one coordinator, in any stage. */
export async function addProgramme(
  app: TestApp,
  coordinator: Person,
  over: Partial<Programme> = {},
): Promise<Programme> {
  const one: Programme = {
    ...aDraft(),
    ...{ id: 'p1', stage: 'recruit', zone: 'Europe/Brussels', createdAt: 1, createdBy: coordinator.id, stageAt: 1 },
    ...over,
  };
  await app.deps.tables.commit([
    programmes.create(one.id, onlyRow, one),
    teams.create(one.id, coordinator.id, { personId: coordinator.id, addedAt: 1 }),
  ]);
  await app.deps.tables.commit([coordinated.put(coordinator.id, one.id, { id: one.id })]);
  return one;
}

/** Somebody who has applied, written as `saveApplication` leaves it. */
export async function addApplication(app: TestApp, personId: string, answers: Questionnaire): Promise<Application> {
  const now = app.clock.now();
  const times = { startedAt: now, changedAt: now, appliedAt: now };
  const one: Application = { programmeId: 'p1', personId, status: 'applied', answers, waited: false, ...times };
  await app.deps.tables.commit([participations.put(personId, 'p1', { programmeId: 'p1' })]);
  await app.deps.tables.commit([applications.create('p1', personId, one)]);
  return one;
}
