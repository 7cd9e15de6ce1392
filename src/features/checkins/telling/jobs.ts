/** Tells those whom somebody wants to reach: coordinators and the partner. Each re-reads whether it is still so. */
import { z } from 'zod';
import type { Card } from '../../../platform/cards.ts';
import { job, type Job } from '../../../platform/doors.ts';
import { id } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/words.ts';
import { sideOf } from '../../pairs/model.ts';
import { findPair } from '../../pairs/usecases.ts';
import { deliver } from '../../people/messages/usecases.ts';
import { callName } from '../../people/model.ts';
import { findPerson } from '../../people/usecases.ts';
import { coordinatesNow, findProgramme } from '../../programmes/usecases.ts';
import { round } from '../model.ts';
import { noteFor, readersFor } from '../noting/rules.ts';
import { checkIns, words } from '../store.ts';
import { contactCard, notedCard, wroteCard } from './cards.ts';
import { tellingCoordinator, tellingNote, tellingPartner } from './sends.ts';

const ofNote = z.strictObject({ programmeId: id, pairId: id, round, from: id, to: id });
type OfNote = z.infer<typeof ofNote>;

export const tellingJobs: readonly Job[] = [
  job({
    name: 'checkins.tell-coordinator',
    data: z.strictObject({ programmeId: id, wordId: id, coordinatorId: id }),
    run: (deps, { programmeId, wordId, coordinatorId }, task) =>
      deliver(deps, {
        ...{ ...tellingCoordinator.as, table: 'programmes', partition: programmeId, personId: coordinatorId },
        data: { programmeId, wordId, coordinatorId },
        sendId: task.id,
        card: async (language) => {
          const one = (await words.find(deps.tables, programmeId, wordId))?.value;
          const [who, programme] = await Promise.all([
            one?.people[0] ? findPerson(deps, one.people[0]) : undefined,
            findProgramme(deps, programmeId),
          ]);
          if (one?.state !== 'open' || !who || !programme) return undefined;
          if (!(await coordinatesNow(deps, coordinatorId, programmeId))) return undefined;
          return contactCard(language, { name: who.name, programme: programme.name, programmeId });
        },
      }),
  }),
  job({
    name: 'checkins.tell-note',
    data: ofNote,
    run: (deps, data, task) =>
      deliver(deps, {
        ...{ ...tellingNote.as, table: 'programmes', partition: data.programmeId, personId: data.to },
        ...{ data, sendId: task.id, card: (language) => notedFor(deps, data, language) },
      }),
  }),
  job({
    name: 'checkins.tell-partner',
    data: ofNote,
    run: (deps, data, task) =>
      deliver(deps, {
        ...{ ...tellingPartner.as, table: 'programmes', partition: data.programmeId, personId: data.to },
        ...{ data, sendId: task.id, card: (language) => wroteFor(deps, data, language) },
      }),
  }),
];

/** Taken back, or for somebody else by now: nobody hears of it. */
async function isStillFor(deps: Platform, reader: 'partner' | 'coordinator', data: OfNote): Promise<boolean> {
  const { programmeId, pairId, round: asked, from } = data;
  const row = await checkIns.find(deps.tables, programmeId, pairId, asked, from);
  return row !== undefined && noteFor(reader, row.value) !== undefined;
}

async function notedFor(deps: Platform, data: OfNote, language: Language): Promise<Card | undefined> {
  const { programmeId, from, to } = data;
  const [who, programme] = await Promise.all([findPerson(deps, from), findProgramme(deps, programmeId)]);
  if (!who || !programme || !(await isStillFor(deps, 'coordinator', data))) return undefined;
  if (!(await coordinatesNow(deps, to, programmeId))) return undefined;
  return notedCard(language, { name: who.name, programme: programme.name, programmeId });
}

async function wroteFor(deps: Platform, data: OfNote, language: Language): Promise<Card | undefined> {
  const { programmeId, pairId, from, to } = data;
  const [who, pair] = await Promise.all([findPerson(deps, from), findPair(deps, programmeId, pairId)]);
  if (!who || !pair || sideOf(pair, to) === undefined || from === to) return undefined;
  if (!readersFor(pair, data.round).includes('partner') || !(await isStillFor(deps, 'partner', data))) return undefined;
  return wroteCard(language, { programmeId, pairId, name: callName(who) });
}
