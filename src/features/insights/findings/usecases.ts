/** The verbs of "you said, we did": take a result up, decide, follow the change, and let nothing be left open when a programme closes. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { languages } from '../../../platform/words.ts';
import { programmes } from '../../programmes/store.ts';
import { coordinatedProgramme, type Closing } from '../../programmes/usecases.ts';
import {
  audienceOf,
  findingsPage,
  mostFindings,
  stateOf,
  type Deciding,
  type Finding,
  type FindingsPage,
  type Following,
  type NewFinding,
} from './model.ts';
import { releasedAbout } from './released/usecases.ts';
import {
  closedWith,
  decided,
  followed,
  inEach,
  inOrder,
  mayStayOpen,
  nothingToDo,
  problemsOf,
  problemsOfNew,
} from './rules.ts';
import { findings } from './store.ts';
import { replaced, tellingOf } from './telling/usecases.ts';

export async function findingsOf(deps: Platform, programmeId: string): Promise<Finding[]> {
  return (await findings.list(deps.tables, programmeId)).map(({ value }) => value);
}

/** What there is, and what was released and was not taken up yet, in the reader's language. */
export async function listFindings(deps: Platform, caller: Caller, programmeId: string): Promise<FindingsPage> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const [all, released] = await Promise.all([findingsOf(deps, programmeId), releasedAbout(deps, caller, programme)]);
  const taken = new Set(all.map(({ basis }) => basis[caller.language]));
  const { id, name, stage, language } = programme;
  const offers = released
    .map(({ key, source, tells }) => ({ key, source, says: tells(caller.language) }))
    .filter(({ says }) => !taken.has(says));
  return findingsPage.parse({
    programme: { id, name, stage, language },
    findings: inOrder(all).map(({ createdAt: _createdAt, basis, source, ...one }) => ({
      ...{ ...one, state: stateOf(one), to: audienceOf(source), basis: basis[caller.language] },
    })),
    offers,
  });
}

/**
 * The same words about the same result are one finding. In a programme that has closed it comes with its decision, and is told at
 * once: nothing is left open there.
 */
export async function addFinding(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  wanted: NewFinding,
): Promise<void> {
  const row = await coordinatedProgramme(deps, caller, programmeId);
  const { value: programme } = row;
  const { offer, from, said } = wanted;
  if (wanted.choice === undefined && !mayStayOpen(programme)) throw new Failure('conflict', 'programme-closed');
  const fields = problemsOfNew(wanted);
  if (fields.length > 0) throw new Failure('bad-input', 'finding-incomplete', { fields });
  const released =
    offer === undefined ? undefined : (await releasedAbout(deps, caller, programme)).find(({ key }) => key === offer);
  if (offer !== undefined && !released) throw new Failure('gone', 'result-gone');
  const id = idOf('finding', programmeId, offer ?? from, said);
  const all = await findings.list(deps.tables, programmeId);
  if (all.some(({ value }) => value.id === id)) return;
  if (all.length >= mostFindings) throw new Failure('conflict', 'findings-full');
  const now = deps.clock.now();
  const blank: Finding = {
    ...{ id, said, why: '', what: '', language: programme.language, translations: {} },
    source: released?.source ?? { kind: 'own' },
    basis: released ? toldInEach(released.tells) : inEach(from),
    ...{ createdAt: now, version: 0, doing: nothingToDo },
  };
  const made = decided(blank, { ...wanted, translations: {}, version: 0 }, { by: caller.personId, now });
  const { telling, told, follow } = mayStayOpen(programme)
    ? { telling: [], told: [made], follow: [] }
    : tellingOf(programmeId, [made], { by: caller.personId, now });
  // With the programme's own row: of a new finding and a close at the same moment one is told.
  await deps.outbox.commit(
    [...told.map((one) => findings.create(programmeId, id, one)), ...telling, programmes.replace(row, programme)],
    follow,
  );
}

function toldInEach(tells: (language: (typeof languages)[number]) => string): Finding['basis'] {
  return Object.fromEntries(languages.map((one) => [one, tells(one)])) as Finding['basis'];
}

/** The words, the decision and the change, until people are told. */
export async function decideFinding(
  deps: Platform,
  caller: Caller,
  { programmeId, findingId }: FindingAddress,
  wanted: Deciding,
): Promise<void> {
  const row = await findingFor(deps, caller, { programmeId, findingId });
  const { value: one } = row;
  if (one.tellingId !== undefined) throw new Failure('conflict', 'finding-told');
  if (one.version !== wanted.version) throw new Failure('conflict', 'finding-changed');
  const fields = problemsOf(wanted);
  if (fields.length > 0) throw new Failure('bad-input', 'finding-incomplete', { fields });
  if (one.decision && wanted.choice === undefined) throw new Failure('conflict', 'decision-stays');
  const next = decided(one, wanted, { by: caller.personId, now: deps.clock.now() });
  await deps.tables.commit([findings.replace(row, next)]);
}

/** Who does it, until when, and that it is done: also after people were told. */
export async function followFinding(
  deps: Platform,
  caller: Caller,
  { programmeId, findingId }: FindingAddress,
  wanted: Following,
): Promise<void> {
  const row = await findingFor(deps, caller, { programmeId, findingId });
  const { value: one } = row;
  if (one.version !== wanted.version) throw new Failure('conflict', 'finding-changed');
  if (one.decision?.choice !== 'change') throw new Failure('conflict', 'nothing-to-follow');
  await deps.tables.commit([findings.replace(row, followed(one, wanted))]);
}

export interface FindingAddress {
  readonly programmeId: string;
  readonly findingId: string;
}

async function findingFor(
  deps: Platform,
  caller: Caller,
  { programmeId, findingId }: FindingAddress,
): Promise<Row<Finding>> {
  await coordinatedProgramme(deps, caller, programmeId);
  const row = await findings.find(deps.tables, programmeId, findingId);
  if (!row) throw new Failure('not-found', 'finding-gone');
  return row;
}

/** A programme closes when every finding has its word; all that nobody was told of yet is told then. */
export const closeFindings: Closing = async (deps, { personId }, { id: programmeId }, words) => {
  const rows = await findings.list(deps.tables, programmeId);
  const all = rows.map(({ value }) => value);
  const { left, toTell } = closedWith(all, words, { by: personId, now: deps.clock.now() });
  if (left.length > 0) throw new Failure('conflict', 'findings-open');
  if (toTell.length === 0) return { changes: [], follow: [] };
  const { telling, told, follow } = tellingOf(programmeId, toTell, { by: personId, now: deps.clock.now() });
  return { changes: [...telling, ...replaced(rows, told)], follow };
};
