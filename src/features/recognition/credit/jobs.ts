/** Thanks from the programme: a task for each receiver, and the card. Both re-read what is true then. */
import { z } from 'zod';
import { job, type Job } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { deliver } from '../../people/messages/usecases.ts';
import { personId } from '../../people/model.ts';
import { creditCard } from './cards.ts';
import { crediting } from './sends.ts';
import { creditFor, spreadCredit } from './usecases.ts';

const ofCredit = z.strictObject({ programmeId: id, creditId: id });

export const creditJobs: readonly Job[] = [
  job({
    name: 'recognition.spread-credit',
    data: ofCredit.extend({ upTo: z.string() }),
    run: (deps, data) => spreadCredit(deps, data),
  }),
  job({
    name: 'recognition.tell-credit',
    data: ofCredit.extend({ personId }),
    run: (deps, data, task) =>
      deliver(deps, {
        ...{ ...crediting.as, table: 'programmes', partition: data.programmeId, sendId: task.id },
        ...{ personId: data.personId, data },
        card: async (language) => {
          const one = await creditFor(deps, data);
          return one && creditCard(language, one);
        },
      }),
  }),
];
