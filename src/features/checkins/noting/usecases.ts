/** What people wrote for the coordinators of a programme, with their names, until it was read. */
import type { Caller } from '../../../platform/doors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { cardOf } from '../../people/model.ts';
import { findPeople } from '../../people/usecases.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import type { NoteLine, Round } from '../model.ts';
import { checkIns, notesRead } from '../store.ts';
import { noteFor } from './rules.ts';

/** For whoever coordinates it; the newest first. */
export async function listNotes(deps: Platform, programmeId: string): Promise<NoteLine[]> {
  const [answers, reads] = await Promise.all([
    checkIns.list(deps.tables, programmeId),
    notesRead.list(deps.tables, programmeId),
  ]);
  const readUntil = new Map(reads.map((row) => [row.key.join(), row.value.at]));
  const open = answers.flatMap(({ key, value }) => {
    const text = noteFor('coordinator', value);
    return text !== undefined && value.at > (readUntil.get(key.join()) ?? -1) ? [{ ...value, text }] : [];
  });
  const people = await findPeople(
    deps,
    open.map(({ personId }) => personId),
  );
  return open
    .map(({ pairId, personId, said: { round }, text, at }) => {
      const found = people.get(personId);
      return { pairId, round, person: found ? cardOf(found) : { id: personId, name: '…' }, text, at };
    })
    .sort((a, b) => b.at - a.at);
}

interface ReadNote {
  readonly pairId: string;
  readonly round: Round;
  readonly personId: string;
  /** What was written later is not read by this. */
  readonly at: number;
}

/** Whoever of the team has read it takes it off the list for all. */
export async function readNote(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  { pairId, round, personId, at }: ReadNote,
): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  const row = await checkIns.find(deps.tables, programmeId, pairId, round, personId);
  if (row && noteFor('coordinator', row.value) !== undefined)
    await deps.tables.commit([
      notesRead.put(programmeId, [pairId, round, personId], { at: Math.min(at, row.value.at) }),
    ]);
}
