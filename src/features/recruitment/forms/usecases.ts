/** Reading papers back in, one by one or as the lines of a file. A number counts once; a line that is not taken says why. */
import { stringify } from 'csv-stringify/sync';
import type { Caller } from '../../../platform/doors.ts';
import { isFailure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { folded } from '../../../platform/words.ts';
import type { Person } from '../../people/model.ts';
import { candidates } from '../../people/usecases.ts';
import { mayCoordinate } from '../../programmes/policy.ts';
import type { Programme } from '../../programmes/model.ts';
import { coordinatorsOf } from '../../programmes/usecases.ts';
import { helpedProgramme } from '../helping/usecases.ts';
import { applyFor, makeSlip, noteEntry, requireOther, type Printed, type Spoken } from '../slips/usecases.ts';
import { handOver } from '../slips/writing/usecases.ts';
import {
  columns,
  formVersion,
  mostLines,
  type EntryDraft,
  type EntryProblem,
  type EntryResult,
  type FormFigures,
  type LinesResult,
  type PaperForm,
  type WrongEntry,
} from './model.ts';
import { formLineOf, hasColumns, readLines, type FormLine } from './reading/rules.ts';
import { plainSerial, readForm } from './rules.ts';
import { paperForms } from './store.ts';

interface Desk {
  readonly deps: Platform;
  readonly caller: Caller;
  readonly programme: Programme;
  /** Of the team, who may know who has applied. */
  readonly isTeam: boolean;
}

type Entered =
  { readonly outcome: 'applied' } | { readonly outcome: 'waiting'; readonly printed: Printed } | WrongEntry;

const wrong = (problem: EntryProblem, about = ''): WrongEntry => ({ problem, about: about.slice(0, 200) });

/** One paper. Not signed, it gives the slip by which its person confirms. */
export async function enterForm(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  draft: EntryDraft,
): Promise<EntryResult> {
  const desk = await deskOf(deps, caller, programmeId);
  const end = await enterOne(desk, draft);
  if ('problem' in end) return { outcome: 'wrong', wrong: end };
  if (end.outcome === 'applied') return end;
  return { outcome: 'waiting', slip: await handOver(desk.programme, [end.printed]) };
}

/** The lines of a file; what is right is taken, whatever is wrong with the others, and those come back as they were. */
export async function enterLines(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  text: string,
): Promise<LinesResult> {
  const desk = await deskOf(deps, caller, programmeId);
  const { head, lines } = readLines(text);
  if (!hasColumns(head))
    return { applied: 0, waiting: 0, wrong: [{ line: 1, ...wrong('no-columns', columns.join(', ')) }], rest: text };
  const people = await candidates(deps);
  const [failed, printed, left]: [LinesResult['wrong'], Printed[], (readonly string[])[]] = [[], [], []];
  let applied = 0;
  for (const [at, { line, cells }] of lines.entries()) {
    const given = formLineOf(head, cells);
    const end = at >= mostLines ? wrong('busy') : given ? await enterLine(desk, given, people) : wrong('cells');
    if ('problem' in end) {
      failed.push({ line, ...end });
      left.push(cells);
    } else if (end.outcome === 'applied') applied += 1;
    else printed.push(end.printed);
  }
  return {
    ...{ applied, waiting: printed.length, wrong: failed },
    ...(left.length === 0 ? {} : { rest: stringify([head, ...left], { bom: true, record_delimiter: 'windows' }) }),
    ...(printed.length === 0 ? {} : { slips: await handOver(desk.programme, printed) }),
  };
}

/** How many papers are out, and how many came back. */
export async function formFiguresOf(deps: Platform, programmeId: string): Promise<FormFigures> {
  const all = await paperForms.list(deps.tables, programmeId);
  return { printed: all.length, entered: all.filter(({ value }) => value.entered !== undefined).length };
}

async function deskOf(deps: Platform, caller: Caller, programmeId: string): Promise<Desk> {
  const programme = await helpedProgramme(deps, caller, programmeId);
  const isTeam = mayCoordinate(caller, await coordinatorsOf(deps, programmeId));
  return { deps, caller, programme, isTeam };
}

async function enterLine(desk: Desk, given: FormLine, people: readonly Person[]): Promise<Entered> {
  const { serial, name, department, boxes, motivation } = given;
  const named = people.filter((one) => isNamed(one, name, department));
  const [one, other] = named;
  if (!one) return wrong('person-unknown', name);
  if (other) return wrong('person-twice', name);
  return enterOne(desk, { serial, personId: one.id, boxes, motivation });
}

/** By the whole name, or an address; the department tells people apart who are called the same. */
function isNamed(one: Person, name: string, department: string): boolean {
  const wanted = folded(name);
  const isCalled = wanted !== '' && (folded(one.name) === wanted || folded(one.mail ?? '') === wanted);
  return isCalled && (department === '' || folded(one.department ?? '') === folded(department));
}

async function enterOne(desk: Desk, draft: EntryDraft): Promise<Entered> {
  try {
    return await untilUnchanged(() => enterOnce(desk, draft));
  } catch (error) {
    return wrong(problemOf(error), draft.serial);
  }
}

async function enterOnce(desk: Desk, draft: EntryDraft): Promise<Entered> {
  const { deps, programme } = desk;
  const { personId } = draft;
  const row = await paperForms.find(deps.tables, programme.id, plainSerial(draft.serial));
  if (!row) return wrong('serial-unknown', draft.serial);
  const { version, entered, language } = row.value;
  if (version !== formVersion) return wrong('form-version', draft.serial);
  // What was cut off between the signature and the application goes on where it was.
  if (entered && entered.for !== personId) return wrong('serial-used', draft.serial);
  const read = readForm(draft.boxes, draft.motivation);
  if ('problem' in read) return read;
  const spoken = { personId, answers: read.answers, channel: 'paper' as const, language };
  await requireOther(deps, desk.caller, programme, spoken);
  return read.signed ? enterSigned(desk, row, spoken) : enterUnsigned(desk, row, spoken);
}

async function enterUnsigned(desk: Desk, row: Row<PaperForm>, spoken: Spoken): Promise<Entered> {
  const { deps, caller, programme } = desk;
  const { serial } = row.value;
  if (row.value.entered) return wrong('serial-used', serial);
  const along = [paperForms.replace(row, { ...row.value, entered: enteredBy(desk, false) })];
  return { outcome: 'waiting', printed: await makeSlip(deps, caller, programme, { ...spoken, serial }, along) };
}

/** The number is taken first, so that of two who give it in at the same moment one is told; what then cannot be done gives it back. */
async function enterSigned(desk: Desk, row: Row<PaperForm>, spoken: Spoken): Promise<Entered> {
  const { deps, caller, programme } = desk;
  const { entered: _, ...printed } = row.value;
  const entered = row.value.entered ?? enteredBy(desk, true);
  await deps.tables.commit([paperForms.replace(row, { ...printed, entered: { ...entered, for: spoken.personId } })]);
  try {
    await noteEntry(deps, caller, programme.id, spoken);
    const end = await applyFor(deps, programme.id, spoken);
    await settle(deps, programme.id, { ...printed, entered: { at: entered.at, by: entered.by, signed: true } });
    return end === 'kept' && desk.isTeam ? wrong('already-applied', printed.serial) : { outcome: 'applied' };
  } catch (error) {
    if (isFailure(error) && error.code !== 'unavailable') await settle(deps, programme.id, printed);
    throw error;
  }
}

async function settle(deps: Platform, programmeId: string, next: PaperForm): Promise<void> {
  const row = await paperForms.find(deps.tables, programmeId, next.serial);
  if (row) await deps.tables.commit([paperForms.replace(row, next)]);
}

const enteredBy = ({ deps, caller }: Desk, signed: boolean) => ({ at: deps.clock.now(), by: caller.personId, signed });

/** What was expected is told; what was not is thrown on. A line that the storage did not take is tried again later. */
function problemOf(error: unknown): EntryProblem {
  if (!isFailure(error)) throw error;
  if (error.reason === 'not-yourself') return 'not-yourself';
  if (error.reason === 'person-gone') return 'person-unknown';
  if (error.reason === 'changed-meanwhile') return 'busy';
  if (error.code === 'conflict') return 'serial-used';
  if (error.code === 'unavailable') return 'busy';
  return 'applying-over';
}
