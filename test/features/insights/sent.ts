/** A programme with an invitation to so many people, to look at what is sent. */
import assert from 'node:assert/strict';
import type { Job } from '../../../src/platform/doors.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { idOf } from '../../../src/platform/ids.ts';
import { checkinsJobs } from '../../../src/features/checkins/jobs.ts';
import type { LineQuery, Send } from '../../../src/features/insights/sends/model.ts';
import * as sends from '../../../src/features/insights/sends/usecases.ts';
import { peopleJobs } from '../../../src/features/people/jobs.ts';
import { deliver } from '../../../src/features/people/messages/usecases.ts';
import { job } from '../../../src/platform/doors.ts';
import { paragraph } from '../../../src/platform/cards.ts';
import { z } from 'zod';
import { aPerson, type TestApp } from '../../support/app.ts';
import { aProgramme, coordinator } from '../pairs/journey.ts';

export const name = 'recruitment.send-invitation';
export const data = z.object({ programmeId: z.string(), personId: z.string(), callId: z.string() });
export const personOf = (number: number): string => aPerson(number).id;
export const sendIdOf = (number: number): string => idOf('invite', String(number));

/** An invitation as the programme sends it, without the rest of recruiting. */
export const invite: Job = job({
  name,
  data,
  run: (deps, given, { id: sendId }) =>
    deliver(deps, {
      ...{
        table: 'programmes',
        partition: given.programmeId,
        sendId,
        kind: name,
        personId: given.personId,
        data: given,
      },
      invitation: true,
      card: () => ({ summary: 'Hello', body: [paragraph('The words of the invitation')] }),
    }),
});

export interface Letter {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** A programme, its call, and so many people (from 1) who are to be invited. */
export async function called(people: number, due?: number) {
  const { app, programmeId } = await aProgramme({}, [invite, ...peopleJobs([]), ...checkinsJobs]);
  const letters: Letter[] = [];
  Object.assign(app.deps, {
    config: { ...app.deps.config, mailFrom: 'mentoring@example.test' },
    mail: { send: async (letter: Letter) => void letters.push(letter) },
  });
  await app.addPeople(...Array.from({ length: people }, (_, at) => aPerson(at + 1)));
  for (let number = 1; number <= people; number += 1) await plan(app, programmeId, number, due);
  return { app, programmeId, letters };
}

export function plan({ deps }: TestApp, programmeId: string, number: number, due?: number): Promise<void> {
  const task = { id: sendIdOf(number), job: name, data: { programmeId, personId: personOf(number), callId: 'call-1' } };
  return deps.outbox.ask('programmes', programmeId, {
    ...task,
    lane: 'campaign',
    ...(due === undefined ? {} : { due }),
  });
}

export async function only({ deps }: TestApp, programmeId: string): Promise<Send> {
  const { sends: all } = await sends.sendsOfProgramme(deps, coordinator, programmeId);
  assert.equal(all.length, 1);
  return all[0]!;
}

export async function linesOf(app: TestApp, programmeId: string, query: LineQuery = {}) {
  const { id } = await only(app, programmeId);
  return sends.linesOfSend(app.deps, coordinator, { programmeId, sendGroup: id }, query);
}

export const isOver = (error: unknown): boolean => isFailure(error, 'gone');
