/** Looks at a pair when the rules say so, brings the hint to both, and a coordinator's message. All re-read. */
import { z } from 'zod';
import { job, type Job } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import { wasSuggestedOfLate } from '../../meetings/suggesting/usecases.ts';
import { partnerOf, sideOf } from '../../pairs/model.ts';
import { findPair } from '../../pairs/usecases.ts';
import { deliver } from '../../people/messages/usecases.ts';
import { callName } from '../../people/model.ts';
import { findPerson, personOf } from '../../people/usecases.ts';
import { coordinatesNow } from '../../programmes/usecases.ts';
import { words } from '../store.ts';
import { hintCard, letterCard } from './cards.ts';
import { hinting, writing } from './sends.ts';
import { isHintTrue, lookAtPair } from './usecases.ts';

const ofPair = z.strictObject({ programmeId: id, pairId: id });

export const signalsJobs: readonly Job[] = [
  job({ name: 'checkins.watch', data: ofPair, run: (deps, data) => lookAtPair(deps, data) }),
  job({
    name: 'checkins.hint',
    data: ofPair.extend({ personId: id, seenId: id }),
    run: (deps, data, task) =>
      deliver(deps, {
        ...{ ...hinting.as, table: 'programmes', partition: data.programmeId, sendId: task.id },
        ...{ personId: data.personId, data },
        card: async (language) => {
          const pair = await findPair(deps, data.programmeId, data.pairId);
          const why = await isHintTrue(deps, data, data.seenId);
          if (!pair || sideOf(pair, data.personId) === undefined) return undefined;
          if (why === undefined || why === 'cancelled-twice' || why === 'not-back') return undefined;
          // Whoever got times suggested needs no second card about the same.
          if (data.personId === pair.menteeId && (await wasSuggestedOfLate(deps, pair))) return undefined;
          const partner = callName(await personOf(deps, partnerOf(pair, data.personId)));
          return hintCard(language, why, { programmeId: data.programmeId, pairId: pair.id, partner });
        },
      }),
  }),
  job({
    name: 'checkins.write',
    data: z.strictObject({ programmeId: id, wordId: id, personId: id, coordinatorId: id }),
    run: (deps, data, task) =>
      deliver(deps, {
        ...{ ...writing.as, table: 'programmes', partition: data.programmeId, sendId: task.id },
        ...{ personId: data.personId, data },
        card: async (language, receiver) => {
          const one = (await words.find(deps.tables, data.programmeId, data.wordId))?.value;
          const from = await findPerson(deps, data.coordinatorId);
          if (!from || one?.state !== 'taken' || !one.people.includes(receiver.id)) return undefined;
          if (!(await coordinatesNow(deps, from.id, data.programmeId))) return undefined;
          return letterCard(language, one.why, { to: callName(receiver), from: from.name });
        },
      }),
  }),
];
