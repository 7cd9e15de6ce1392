/** Opening and closing a kiosk, and what can be done at one. */
import { day } from '../../../platform/clock.ts';
import type { Caller, JobResult } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf, newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { sayDay, type Language } from '../../../platform/words.ts';
import { programmeIn, type Programme } from '../../programmes/model.ts';
import { coordinatedProgramme, findProgramme } from '../../programmes/usecases.ts';
import { kitOf } from '../kit/usecases.ts';
import { monthsOf } from '../kit/rules.ts';
import { say as sayReady } from '../kit/texts/words.ts';
import { confirmSlip, refuseSlip } from '../slips/usecases.ts';
import type { Confirmation } from '../slips/model.ts';
import { mostRequests, requestDays, type ContactDraft, type KioskRequest } from './model.ts';
import { kioskLinks, kioskPartition, kioskRequests, kiosks, ownKiosk } from './store.ts';
import { say } from './words.ts';

const hashOf = (token: string): string => idOf('recruitment.kiosk', token);

/** A new link each time; the one before leads nowhere from now on. It is told here and never again. */
export async function openKiosk(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  days: number,
): Promise<{ link: string; until: number }> {
  await coordinatedProgramme(deps, caller, programmeId);
  await shut(deps, programmeId);
  const token = newId();
  const [at, hash] = [deps.clock.now(), hashOf(token)];
  const until = at + days * day;
  // First the row that names the link: whoever is cut off after it leaves no link that nobody takes away.
  await deps.tables.commit([kiosks.put(programmeId, ownKiosk, { hash, until, at, by: caller.personId })]);
  await deps.tables.commit([kioskLinks.put(kioskPartition, hash, { programmeId })]);
  return { link: `${deps.config.baseUrl}/kiosk/${token}`, until };
}

/** From the next touch on the page is not there. */
export async function closeKiosk(deps: Platform, caller: Caller, programmeId: string): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  await shut(deps, programmeId);
}

async function shut(deps: Platform, programmeId: string): Promise<void> {
  await untilUnchanged(async () => {
    const row = await kiosks.find(deps.tables, programmeId, ownKiosk);
    if (!row) return;
    const link = await kioskLinks.find(deps.tables, kioskPartition, row.value.hash);
    if (link) await deps.tables.commit([kioskLinks.remove(link)]);
    await deps.tables.commit([kiosks.remove(row)]);
  });
}

/** Until when a kiosk is open; nothing when none is. */
export async function kioskEndOf(deps: Platform, programmeId: string): Promise<number | undefined> {
  const row = await kiosks.find(deps.tables, programmeId, ownKiosk);
  return row && row.value.until > deps.clock.now() ? row.value.until : undefined;
}

/** The programme of a link that is open now; else Failure `not-found`, whatever the link once was. */
export async function kioskProgramme(deps: Platform, token: string): Promise<Programme> {
  const hash = hashOf(token);
  const link = await kioskLinks.find(deps.tables, kioskPartition, hash);
  const programmeId = link?.value.programmeId ?? 'none';
  const [row, programme] = await Promise.all([
    kiosks.find(deps.tables, programmeId, ownKiosk),
    findProgramme(deps, programmeId),
  ]);
  const isOpen = row !== undefined && row.value.hash === hash && row.value.until > deps.clock.now();
  if (!isOpen || !programme || programme.stage === 'prepare' || programme.stage === 'close')
    throw new Failure('not-found', 'programme-gone');
  return programme;
}

/** What the programme is, as on its posters. */
export async function kioskTexts(
  deps: Platform,
  programme: Programme,
  language: Language,
): Promise<{ title: string; paragraphs: string[] }> {
  const { ask, closesOn } = await kitOf(deps, programme);
  const told = programmeIn(language, programme);
  const until = closesOn === undefined ? undefined : sayDay(language, Date.parse(closesOn), programme.zone);
  const paragraphs = [
    sayReady(language, 'forWhom', { forWhom: told.forWhom }),
    sayReady(language, 'why', { why: told.why }),
    sayReady(language, 'asks', { months: monthsOf(programme) }),
    ...(until === undefined ? [] : [sayReady(language, 'until', { until })]),
    sayReady(language, 'ask', { ask: ask || say(language, 'ask') }),
  ];
  return { title: programme.name, paragraphs };
}

export async function confirmAtKiosk(deps: Platform, token: string, typed: string): Promise<Confirmation> {
  const { id } = await kioskProgramme(deps, token);
  return confirmSlip(deps, id, typed);
}

export async function refuseAtKiosk(deps: Platform, token: string, typed: string): Promise<boolean> {
  const { id } = await kioskProgramme(deps, token);
  return refuseSlip(deps, id, typed);
}

/** False when so many wait already that somebody must play with it. */
export async function askAtKiosk(
  deps: Platform,
  token: string,
  language: Language,
  draft: ContactDraft,
): Promise<boolean> {
  const { id: programmeId } = await kioskProgramme(deps, token);
  const waiting = await kioskRequests.list(deps.tables, programmeId);
  if (waiting.length >= mostRequests) return false;
  const at = deps.clock.now();
  const one: KioskRequest = { ...draft, id: newId(), language, at };
  const task = {
    id: idOf('recruitment.drop-request', programmeId, one.id),
    job: 'recruitment.drop-request',
    data: { programmeId, requestId: one.id },
    due: at + requestDays * day,
  };
  await deps.outbox.commit([kioskRequests.create(programmeId, one.id, one)], [task]);
  return true;
}

/** The oldest first: whoever waits longest is spoken with first. */
export async function kioskRequestsOf(deps: Platform, programmeId: string): Promise<KioskRequest[]> {
  const all = (await kioskRequests.list(deps.tables, programmeId)).map((row) => row.value);
  return all.toSorted((a, b) => a.at - b.at);
}

/** A coordinator has spoken with the person, or gave up. */
export async function dropRequest(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  requestId: string,
): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  await dropOldRequest(deps, { programmeId, requestId });
}

export async function dropOldRequest(
  deps: Platform,
  { programmeId, requestId }: { programmeId: string; requestId: string },
): Promise<JobResult> {
  const row = await kioskRequests.find(deps.tables, programmeId, requestId);
  if (row) await deps.tables.commit([kioskRequests.remove(row)]);
  return undefined;
}
