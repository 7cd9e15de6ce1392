/** Brings findings to those who were asked. Both re-read: who takes part by then, and what the findings say. */
import { z } from 'zod';
import { job, type Job } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { deliver } from '../../people/messages/usecases.ts';
import { findProgramme } from '../../programmes/usecases.ts';
import { toldCard } from './cards.ts';
import { tellingPeople } from './sends.ts';
import { askedAbout, spreadFindings, standingIn, toldBy } from './telling/usecases.ts';
import { toldLine } from './told/usecases.ts';

/** `round` is the telling: all its messages are one send. */
const ofTelling = z.strictObject({ programmeId: id, round: id });

export const findingsJobs: readonly Job[] = [
  job({
    name: 'insights.spread-findings',
    data: ofTelling,
    run: (deps, { programmeId, round }) => spreadFindings(deps, programmeId, round),
  }),
  job({
    name: 'insights.tell-findings',
    data: ofTelling.extend({ personId: id }),
    run: (deps, { programmeId, round, personId }, task) =>
      deliver(deps, {
        ...{ ...tellingPeople.as, table: 'programmes', partition: programmeId, sendId: task.id, personId },
        data: { programmeId, round, personId },
        card: async (language) => {
          const [programme, all, standing] = await Promise.all([
            findProgramme(deps, programmeId),
            toldBy(deps, programmeId, round),
            standingIn(deps, programmeId, personId),
          ]);
          const mine = await askedAbout(deps, personId, all, standing);
          if (!programme || mine.length === 0) return undefined;
          const lines = mine.flatMap((one) => toldLine(language, one));
          return toldCard(language, { programme: programme.name, programmeId }, lines);
        },
      }),
  }),
];
