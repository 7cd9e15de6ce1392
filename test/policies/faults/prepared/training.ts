/** States of courses, sessions and skills. */
import { pathOf } from '../../../../src/features/training/rules.ts';
import { someAnswers } from '../../../support/applications.ts';
import { seats, sessions } from '../../../../src/features/training/sessions/store.ts';
import type { Session } from '../../../../src/features/training/sessions/model.ts';
import { doNext, jobOf, only, undo, whenDue, type Hands, type Prepare } from '../hands.ts';
import { person, type View } from '../../people.ts';

const ratings = { 'goal-say': 3, 'need-no': 'skipped' };
const saidBefore = ['mentee', 'PUT', '/programmes/p1/skills/mentee/before', { ratings, counted: true }] as const;
const seatOf = (id: string): string => `/programmes/p1/sessions/${id}/seat`;

/** Two seats for three: the mentee has one, and the applicant is in line. */
async function seatsFull({ found, rows, ask }: Hands): Promise<void> {
  const [one] = await found<Session>('programmes', 'p1', 'session.session-1');
  const taken = { sessionId: 'session-1', personId: person.leaver.id, state: 'in', place: 1, at: 1 } as const;
  await rows(
    sessions.put('p1', 'session-1', { ...one!, seats: 2 }),
    seats.put('p1', [taken.sessionId, taken.personId], taken),
  );
  await ask('mentee', 'PUT', seatOf('session-1'));
  await ask('applicant', 'PUT', seatOf('session-1'));
}

async function saySkills({ ask }: Hands): Promise<void> {
  for (const view of ['mentee', 'applicant'] as const satisfies readonly View[])
    await ask(view, 'PUT', '/programmes/p1/skills/mentee/before', { ratings, counted: true });
}

const menteesOfMany = [
  ...(['applicant', 'mentee', 'employee', 'coordinator', 'other-coordinator', 'adviser', 'administrator'] as const),
] as const satisfies readonly View[];

/** Seven mentees said what they could before, and looked back. */
async function lookBack({ ask, work }: Hands): Promise<void> {
  const apply = { answers: someAnswers(), apply: true };
  const back = { ratings: { 'goal-say': 4 }, back: { 'goal-say': 2 }, counted: true };
  for (const view of menteesOfMany) {
    if (view !== 'applicant' && view !== 'mentee') await ask(view, 'PUT', '/programmes/p1/application', apply);
    for (const courseId of pathOf('mentee'))
      await ask(view, 'PUT', `/me/courses/${courseId}`, { step: 1, isDone: true });
    await ask(view, 'PUT', '/programmes/p1/skills/mentee/before', { ratings, counted: true });
    await ask(view, 'PUT', '/programmes/p1/skills/mentee/after', back);
  }
  await work();
}

export const trainingPrepared: Readonly<Record<string, Prepare>> = {
  'DELETE /programmes/:programmeId/training/exceptions/:personId': undo(
    ...(['coordinator', 'POST', '/programmes/p1/training/exceptions'] as const),
    { personId: person.applicant.id, why: 'Followed them elsewhere' },
    `/programmes/p1/training/exceptions/${person.applicant.id}`,
  ),
  'DELETE /programmes/:programmeId/training/courses/:side/:courseId': undo(
    ...(['coordinator', 'POST', '/programmes/p1/training/courses'] as const),
    { side: 'mentee', courseId: 'own-1' },
    '/programmes/p1/training/courses/mentee/own-1',
  ),
  'training.note': async (hands) => {
    await hands.ask('mentee', 'PUT', '/me/courses/active-listening', { step: 1, isDone: true });
    return whenDue(hands, 'training.note');
  },
  'POST /programmes/:programmeId/sessions/:sessionId/announce': only(
    ...(['coordinator', 'POST', '/programmes/p1/sessions/session-draft/announce'] as const),
    { version: 0 },
  ),
  'POST /programmes/:programmeId/sessions/:sessionId/entry': only(
    ...(['coordinator', 'POST', '/programmes/p1/sessions/session-held/entry'] as const),
  ),
  'DELETE /programmes/:programmeId/sessions/:sessionId/seat': undo('mentee', 'PUT', seatOf('session-1'), undefined),
  'DELETE /programmes/:programmeId/sessions/:sessionId/seat, somebody waits': async (hands) => {
    await seatsFull(hands);
    return doNext('mentee', 'DELETE', seatOf('session-1'));
  },
  'training.leave-session': async (hands) => {
    await seatsFull(hands);
    const subject = { programmeId: 'p1', sessionId: 'session-1' };
    return { view: 'mentee', method: 'PRESS', path: 'training.leave-session', subject, inputs: {} };
  },
  'training.fill-session': async (hands) => {
    await seatsFull(hands);
    const [one] = await hands.found<Session>('programmes', 'p1', 'session.session-1');
    const { seats: _, kind, forWhom, title, about, language, start, minutes, place, online, link, closesOn } = one!;
    await hands.ask('coordinator', 'PUT', '/programmes/p1/sessions/session-1', {
      ...{ kind, forWhom, title, about, language, start, minutes, place, online, link, closesOn },
      ...{ seats: 5, version: one!.version },
    });
    return whenDue(hands, 'training.fill-session');
  },
  'training.close-session': async (hands) => {
    const answers = { useful: 4 };
    await hands.ask('mentee', 'POST', '/programmes/p1/sessions/session-past/feedback', { answers });
    await hands.pass({ days: 60 });
    return jobOf('training.close-session', { programmeId: 'p1', sessionId: 'session-past' });
  },
  'training.forget-session': async (hands) => {
    await hands.pass({ days: 800 });
    return jobOf('training.forget-session', { programmeId: 'p1', sessionId: 'session-past' });
  },
  'training.forget-circle': async (hands) => {
    await hands.pass({ days: 1_200 });
    return jobOf('training.forget-circle', { programmeId: 'p1' });
  },
  'DELETE /programmes/:programmeId/skills/:side': undo(...saidBefore, '/programmes/p1/skills/mentee'),
  'DELETE /programmes/:programmeId/skills/:side/counted': undo(...saidBefore, '/programmes/p1/skills/mentee/counted'),
  'POST /programmes/:programmeId/skill-results': async (hands) => {
    await lookBack(hands);
    return doNext('coordinator', 'POST', '/programmes/p1/skill-results', {});
  },
  'training.tell-skills': async (hands) => {
    await lookBack(hands);
    await hands.ask('coordinator', 'POST', '/programmes/p1/skill-results', {});
    return whenDue(hands, 'training.tell-skills');
  },
  'training.close-skills': async (hands) => {
    await saySkills(hands);
    return whenDue(hands, 'training.close-skills');
  },
  'training.forget-skills': async (hands) => {
    await saySkills(hands);
    return whenDue(hands, 'training.forget-skills');
  },
  'POST /own-courses/:ownId/publish': only('coordinator', 'POST', '/own-courses/own-draft/publish', {
    ...{ onlyThese: true, revision: 1, revisions: { nl: 1 } },
  }),
};
