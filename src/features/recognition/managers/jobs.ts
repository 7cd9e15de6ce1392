/** Brings the thanks to the manager, if there is still the same one. */
import { z } from 'zod';
import { job, type Job } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { deliver } from '../../people/messages/usecases.ts';
import { personId } from '../../people/model.ts';
import { findPerson } from '../../people/usecases.ts';
import { findProgramme } from '../../programmes/usecases.ts';
import { managerTold } from '../../recruitment/informing/usecases.ts';
import { managerCard } from './cards.ts';
import { thankingManager } from './sends.ts';
import { managerThanksRows } from './store.ts';

export const managersJobs: readonly Job[] = [
  job({
    name: 'recognition.tell-manager',
    data: z.strictObject({ programmeId: id, personId }),
    run: async (deps, data, task) => {
      const { programmeId } = data;
      const said = (await managerThanksRows.find(deps.tables, programmeId, data.personId))?.value;
      if (!said) return undefined;
      return deliver(deps, {
        ...{ ...thankingManager.as, table: 'programmes', partition: programmeId, sendId: task.id },
        ...{ personId: said.managerId, data },
        card: async (language) => {
          const [told, person, programme] = await Promise.all([
            managerTold(deps, programmeId, said.personId),
            findPerson(deps, said.personId),
            findProgramme(deps, programmeId),
          ]);
          if (told !== said.managerId || !person || !programme) return undefined;
          return managerCard(language, { name: person.name, programme: programme.name, reasons: said.reasons });
        },
      });
    },
  }),
];
