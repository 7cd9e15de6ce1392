/** Entering beside somebody, and confirming by the code on paper: it ends in the same applying as in the tab. */
import type { Caller, JobResult } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { idFor, idOf, newCode } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { isSecret, keepSecret } from '../../../platform/short-secrets.ts';
import type { Change, Row } from '../../../platform/tables.ts';
import type { Language } from '../../../platform/words.ts';
import { isCandidate, type Person } from '../../people/model.ts';
import { findCards, findPerson } from '../../people/usecases.ts';
import type { Programme } from '../../programmes/model.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { requireComplete, requireOpenToPerson, saveApplication } from '../applying/usecases.ts';
import type { PaperForm } from '../forms/model.ts';
import { paperForms } from '../forms/store.ts';
import { helpedProgramme } from '../helping/usecases.ts';
import { kioskRequests } from '../kiosk/store.ts';
import { noteArrival } from '../sources/usecases.ts';
import { applicationOf, closingDayOf } from '../usecases.ts';
import {
  mostWrong,
  numberLength,
  secretLength,
  wholeOf,
  type Confirmation,
  type Handed,
  type Slip,
  type SlipDraft,
  type SlipLine,
} from './model.ts';
import { codePartsOf, slipEndOf, type CodeParts } from './rules.ts';
import { slips, slipsOf } from './store.ts';
import { handOver } from './writing/usecases.ts';

/** What somebody entered for somebody else. */
export type Spoken = Pick<Slip, 'personId' | 'answers' | 'channel' | 'language' | 'serial'>;

export interface Printed {
  readonly slip: Slip;
  readonly code: CodeParts;
  readonly person: Person;
}

/** For helpers and coordinators. Gives the paper with the code, once: nobody can read the slip again. */
export async function enterSlip(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  { requestId, ...draft }: SlipDraft,
): Promise<Handed> {
  const programme = await helpedProgramme(deps, caller, programmeId);
  const asked = requestId === undefined ? undefined : await kioskRequests.find(deps.tables, programmeId, requestId);
  // Also when the wish went with a slip whose answer was lost.
  const spoken = { ...draft, channel: requestId === undefined ? ('helped' as const) : ('kiosk' as const) };
  const made = await makeSlip(deps, caller, programme, spoken, asked ? [kioskRequests.remove(asked)] : []);
  return handOver(programme, [made]);
}

/** Takes the place of a slip that waits for the same person. `along` is committed with it. */
export async function makeSlip(
  deps: Platform,
  caller: Caller,
  programme: Programme,
  spoken: Spoken,
  along: readonly Change[] = [],
): Promise<Printed> {
  const person = await requireOther(deps, caller, programme, spoken);
  requireComplete(wholeOf(spoken.answers, undefined));
  const { id: programmeId, zone } = programme;
  const at = deps.clock.now();
  const until = slipEndOf(at, await closingDayOf(deps, programmeId), zone);
  await noteEntry(deps, caller, programmeId, spoken);
  for (let turn = 1; ; turn += 1) {
    const code = { number: newCode(numberLength), secret: newCode(secretLength) };
    const { salt, hash } = await keepSecret(code.secret);
    const slip: Slip = {
      ...{ ...spoken, programmeId, by: caller.personId, at, until, salt, hash },
      ...{ number: code.number, wrong: 0 },
    };
    try {
      await keep(deps, slip, along);
      return { slip, code, person };
    } catch (error) {
      // The number is taken, or a slip was made for the same person at the same moment.
      if (!isFailure(error, 'conflict') || turn === 3) throw error;
    }
  }
}

async function keep(deps: Platform, slip: Slip, along: readonly Change[]): Promise<void> {
  const { programmeId, personId, number, at, until } = slip;
  const line = await slipsOf.find(deps.tables, programmeId, personId);
  const before = line && (await slips.find(deps.tables, programmeId, line.value.number));
  const task = {
    ...{ id: dropIdOf(slip), job: 'recruitment.drop-slip', due: until },
    data: { programmeId, number, at: String(at) },
  };
  const changes = [
    slips.create(programmeId, number, slip),
    line ? slipsOf.replace(line, { number }) : slipsOf.create(programmeId, personId, { number }),
    ...(before ? [slips.remove(before)] : []),
    ...along,
  ];
  await deps.outbox.commit(changes, [task], before ? [dropIdOf(before.value)] : []);
}

const dropIdOf = ({ programmeId, number, at }: Slip): string =>
  idOf('recruitment.drop-slip', programmeId, number, String(at));

/** Nobody enters an application for themselves: the tab is there for that, and asks for no paper. */
export async function requireOther(
  deps: Platform,
  caller: Caller,
  { id: programmeId }: Programme,
  { personId, language }: Pick<Spoken, 'personId' | 'language'>,
): Promise<Person> {
  if (personId === caller.personId) throw new Failure('bad-input', 'not-yourself');
  const one = await findPerson(deps, personId);
  if (!one || !isCandidate(one)) throw new Failure('bad-input', 'person-gone');
  await requireOpenToPerson(deps, callerFor(personId, language), programmeId);
  return one;
}

/** Who entered something for whom stays in the audit log, whatever becomes of it. */
export async function noteEntry(
  deps: Platform,
  { personId: who }: Pick<Caller, 'personId'>,
  programmeId: string,
  { personId: about, channel }: Pick<Spoken, 'personId' | 'channel'>,
): Promise<void> {
  const object = `programme:${programmeId}`;
  await deps.audit.note({ who, what: 'application.entered', object, about, outcome: channel });
}

/** The person stands behind it, by a code or a signature: from here on it is as if they had pressed "apply" themselves. */
export async function applyFor(deps: Platform, programmeId: string, spoken: Spoken): Promise<'applied' | 'kept'> {
  const { personId, answers, channel, language } = spoken;
  const who = callerFor(personId, language);
  await requireOpenToPerson(deps, who, programmeId);
  const before = await applicationOf(deps, programmeId, personId);
  if (before?.status === 'applied') return 'kept';
  await noteArrival(deps, personId, { programmeId, channel, language });
  await saveApplication(deps, who, programmeId, { answers: wholeOf(answers, before?.answers), apply: true });
  return 'applied';
}

const callerFor = (personId: string, language: Language): Caller => ({ personId, language, roles: [] });

/**
 * By the code, of this programme only. A code that is wrong, used, too old or locked has one and the same answer.
 * `by` is the coordinator to whom the slip was handed; nobody at a kiosk.
 */
export async function confirmSlip(
  deps: Platform,
  programmeId: string,
  typed: string,
  by?: Pick<Caller, 'personId' | 'idempotencyKey'>,
): Promise<Confirmation> {
  const row = await slipByCode(deps, programmeId, typed, by?.idempotencyKey && idFor(by, `try ${typed}`));
  if (!row) return 'wrong';
  const { personId: about, channel } = row.value;
  const object = `programme:${programmeId}`;
  const entry = { what: 'application.confirmed' as const, object, about, outcome: channel };
  await deps.audit.note(by === undefined ? entry : { ...entry, who: by.personId });
  try {
    const end = await applyFor(deps, programmeId, row.value);
    await takeAway(deps, row.value);
    return end;
  } catch (error) {
    if (isFailure(error, 'gone') || isFailure(error, 'not-found')) return 'over';
    throw error;
  }
}

/** By whoever holds it: what was entered is deleted at once. False for a code that fits nothing. */
export async function refuseSlip(deps: Platform, programmeId: string, typed: string): Promise<boolean> {
  const row = await slipByCode(deps, programmeId, typed);
  if (row) await takeAway(deps, row.value);
  return row !== undefined;
}

/** `request`: one that may come again under its key; the same code once more is no other guess. */
async function slipByCode(
  deps: Platform,
  programmeId: string,
  typed: string,
  request?: string,
): Promise<Row<Slip> | undefined> {
  const code = codePartsOf(typed);
  if (!code) return undefined;
  const row = await takeTry(deps, programmeId, code.number, request);
  return (await isSecret(code.secret, row?.value)) ? row : undefined;
}

/** A try is counted before it is looked at, so that many at the same moment are counted as well. */
async function takeTry(
  deps: Platform,
  programmeId: string,
  number: string,
  request?: string,
): Promise<Row<Slip> | undefined> {
  for (let turn = 1; turn <= 2 * mostWrong; turn += 1) {
    const row = await slips.find(deps.tables, programmeId, number);
    if (!row || row.value.until <= deps.clock.now() || row.value.wrong >= mostWrong) return undefined;
    if (request !== undefined && row.value.request === request) return row;
    const value = { ...row.value, wrong: row.value.wrong + 1, ...(request === undefined ? {} : { request }) };
    try {
      const etag = await deps.tables.commit([slips.replace(row, value)]);
      return etag === undefined ? await slips.find(deps.tables, programmeId, number) : { ...row, value, etag };
    } catch (error) {
      if (!isFailure(error, 'conflict')) throw error;
    }
  }
  return undefined;
}

/** A slip that was confirmed, refused or replaced at the same moment is gone already. */
async function removeSlip(deps: Platform, row: Row<Slip>, along: readonly Change[] = []): Promise<void> {
  const { programmeId, personId, number } = row.value;
  const line = await slipsOf.find(deps.tables, programmeId, personId);
  const ours = line?.value.number === number ? [slipsOf.remove(line)] : [];
  await deps.tables.commit([slips.remove(row), ...ours, ...along]);
}

/** Also when another try was counted meanwhile; what was replaced or is gone already is left alone. */
function takeAway(deps: Platform, { programmeId, number, at }: Slip): Promise<void> {
  return untilUnchanged(async () => {
    const row = await slips.find(deps.tables, programmeId, number);
    if (row?.value.at === at) await removeSlip(deps, row);
  });
}

/** What waits, for coordinators: whose it is, and until when. */
export async function slipLines(deps: Platform, programmeId: string): Promise<SlipLine[]> {
  const now = deps.clock.now();
  const all = (await slips.list(deps.tables, programmeId)).map((row) => row.value).filter(({ until }) => until > now);
  const cards = await findCards(
    deps,
    all.flatMap((one) => [one.personId, one.by]),
  );
  const lines = all.map(({ number, personId, by, channel, at, until, wrong }): SlipLine => {
    const person = cards[personId] ?? { id: personId, name: '…' };
    return {
      ...{ number, person, channel, at, until, locked: wrong >= mostWrong },
      ...(cards[by] ? { by: cards[by] } : {}),
    };
  });
  return lines.toSorted((a, b) => a.at - b.at);
}

/** A coordinator got the slip in hand. */
export async function confirmByHand(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  typed: string,
): Promise<Confirmation> {
  await coordinatedProgramme(deps, caller, programmeId);
  return confirmSlip(deps, programmeId, typed, caller);
}

/** A paper form from which it was read can be given in again. */
export async function dropSlip(deps: Platform, caller: Caller, programmeId: string, number: string): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  await untilUnchanged(async () => {
    const row = await slips.find(deps.tables, programmeId, number);
    if (!row) return;
    const { serial = 'none' } = row.value;
    const form = await paperForms.find(deps.tables, programmeId, serial);
    await removeSlip(deps, row, form ? [paperForms.replace(form, withoutEntry(form.value))] : []);
  });
}

function withoutEntry(form: PaperForm): PaperForm {
  const { entered: _, ...printed } = form;
  return printed;
}

/** When its time is over; a number that was used again since is another slip. */
export async function dropOldSlip(
  deps: Platform,
  { programmeId, number, at }: { programmeId: string; number: string; at: string },
): Promise<JobResult> {
  const row = await slips.find(deps.tables, programmeId, number);
  if (row && String(row.value.at) === at) await removeSlip(deps, row);
  return undefined;
}
