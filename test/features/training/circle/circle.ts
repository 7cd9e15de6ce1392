/** A programme with some mentors, each in a pair, and its coordinator; those who are named have joined the circle. */
import type { Pair } from '../../../../src/features/pairs/model.ts';
import { pairLines, pairs } from '../../../../src/features/pairs/store.ts';
import type { Programme } from '../../../../src/features/programmes/model.ts';
import { joinCircle } from '../../../../src/features/training/circle/leaving/usecases.ts';
import type { AnswerDraft, QuestionDraft } from '../../../../src/features/training/circle/model.ts';
import { answerQuestion, askQuestion } from '../../../../src/features/training/circle/writing/usecases.ts';
import type { Caller, Job } from '../../../../src/platform/doors.ts';
import { addApplication, addProgramme, someAnswers } from '../../../support/applications.ts';
import { aPerson, callerFor, coordinatorFor, testApp } from '../../../support/app.ts';

export const coordinator = aPerson(900, { name: 'Carla Claes' });
export const host = coordinatorFor(coordinator);
export const mentorAt = (number: number): Caller => callerFor(aPerson(500 + number));
export const menteeAt = (number: number): Caller => callerFor(aPerson(number));
export const nameAt = (number: number): string => `Mentor Zeta${'abcdefgh'[number]}`;

export type Circle = Awaited<ReturnType<typeof circleWith>>;

export async function circleWith(
  mentors: number,
  { joined = mentors, jobs = [], ...over }: Partial<Programme> & { joined?: number; jobs?: readonly Job[] } = {},
) {
  const app = await testApp({ jobs });
  const { deps } = app;
  await app.addPeople(coordinator);
  await addProgramme(app, coordinator, { stage: 'run', endsOn: '2026-12-31', ...over });
  const pairOf = (number: number): Pair => ({
    ...{ id: `pair-${number}`, programmeId: 'p1', proposalId: 'x', state: 'active', reasons: [], offeredAt: 1 },
    ...{ menteeId: menteeAt(number).personId, mentorId: mentorAt(number).personId, menteeSaid: 'yes', activeAt: 1 },
  });
  for (let number = 0; number < mentors; number += 1) {
    await app.addPeople(
      aPerson(number, { name: `Mentee Yota${'abcdefgh'[number]}`, givenName: 'Mentee' }),
      aPerson(500 + number, { name: nameAt(number), givenName: 'Mentor' }),
    );
    await addApplication(app, menteeAt(number).personId, someAnswers({ role: 'mentee' }));
    await addApplication(app, mentorAt(number).personId, someAnswers({ role: 'mentor' }));
    const one = pairOf(number);
    await deps.tables.commit([pairs.create('p1', one.id, one)]);
    for (const id of [one.menteeId, one.mentorId])
      await deps.tables.commit([pairLines.put(id, one.id, { programmeId: 'p1', pairId: one.id })]);
    if (number < joined) await joinCircle(deps, mentorAt(number), 'p1');
  }
  return {
    ...{ app, deps },
    ask: (who: Caller, id: string, over: Partial<QuestionDraft> = {}) =>
      askQuestion(deps, who, 'p1', { ...aQuestion(id), ...over }),
    answer: (who: Caller, questionId: string, id: string, over: Partial<AnswerDraft> = {}) =>
      answerQuestion(deps, who, { programmeId: 'p1', questionId }, { ...anAnswer(id), ...over }),
    /** The pair is over: `change` says how. */
    endPair: async (number: number): Promise<void> => {
      const row = (await pairs.find(deps.tables, 'p1', `pair-${number}`))!;
      await deps.tables.commit([pairs.replace(row, { ...row.value, state: 'ended', endedAt: app.clock.now() })]);
    },
  };
}

export function aQuestion(id: string): QuestionDraft {
  return {
    ...{ id, title: 'How do you begin a talk?', text: 'It was quiet for long.', topic: 'first-meeting' },
    ...{ language: 'en', nameless: false, notNames: [] },
  };
}

export const anAnswer = (id: string): AnswerDraft => ({
  ...{ id, text: 'I ask what went well.', language: 'en', nameless: false, notNames: [] },
});

export const reasonIs =
  (...reasons: readonly string[]) =>
  (error: unknown): boolean =>
    reasons.includes(String((error as { reason?: string }).reason));
