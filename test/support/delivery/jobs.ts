/** The jobs of these trials: one message to one person through the product's own `deliver`, in each of the three urgencies. */
import { z } from 'zod';
import { deliver } from '../../../src/features/people/messages/usecases.ts';
import { sentRows } from '../../../src/features/people/messages/store.ts';
import { paragraph, type Card } from '../../../src/platform/cards.ts';
import { job, type Job } from '../../../src/platform/doors.ts';
import { rowsOf } from '../../../src/platform/tables.ts';
import { writeMarker } from './marker.ts';

export const programmeId = 'trial';
/** What a feature reads before it writes to somebody: the programme and the person's part in it. */
export const programmeRows = rowsOf('programmes', 'programme', z.object({ name: z.string() }));

const data = z.strictObject({ personId: z.string(), message: z.string(), asked: z.string() });

export function cardOf({ personId, message, asked }: z.infer<typeof data>): Card {
  const marker = writeMarker({ personId, message, pid: process.pid, asked: Number(asked) });
  const buttons = ['Yes', 'No'].map((title) => ({ title, verb: 'trial.answer', subject: { message } }));
  return { summary: marker, body: [paragraph('A message of a trial. '.repeat(20))], buttons };
}

const send = (name: string, more: { when?: 'now'; invitation?: boolean }): Job =>
  job({
    name,
    data,
    run: (deps, given, task) =>
      deliver(deps, {
        ...{ table: 'programmes', partition: programmeId, kind: name, sendId: task.id, personId: given.personId },
        ...{ data: { ...given }, ...more },
        card: async () => {
          const [programme] = await Promise.all([
            programmeRows.find(deps.tables, programmeId, 'own'),
            deps.tables.read('programmes', programmeId, `part.${given.personId}`),
          ]);
          return programme && cardOf(given);
        },
      }),
  });

export const trialJobs: readonly Job[] = [
  send('trial.campaign', { invitation: true }),
  send('trial.usual', {}),
  send('trial.now', { when: 'now' }),
];

/** The order turned round, as some templates have it: first the mark, then the message. It must lose messages. */
export const markFirstJobs: readonly Job[] = trialJobs.map(({ name }) =>
  job({
    name,
    data,
    run: async (deps, given, task) => {
      if (await sentRows.programmes.find(deps.tables, programmeId, task.id)) return;
      const mark = { personId: given.personId, kind: name, at: deps.clock.now(), state: 'arrived' } as const;
      await deps.tables.commit([sentRows.programmes.create(programmeId, task.id, mark)]);
      await deps.teams.sendCard(given.personId, cardOf(given), {
        sendId: task.id,
        language: 'en',
        urgency: 'campaign',
      });
    },
  }),
);
