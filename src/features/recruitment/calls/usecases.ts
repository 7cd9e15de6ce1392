/** The call: whom it would reach, what it says in each language, and sending it. */
import type { Caller, JobResult } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change } from '../../../platform/tables.ts';
import { localDate } from '../../../platform/clock.ts';
import { deliver } from '../../people/messages/usecases.ts';
import { isCandidate, type Person } from '../../people/model.ts';
import { languages } from '../../../platform/words.ts';
import { allPeople } from '../../people/store.ts';
import { personOf, whoSaidDoNotAsk } from '../../people/usecases.ts';
import { coordinatedProgramme, findProgramme, reachStage } from '../../programmes/usecases.ts';
import { inviteCard, textsOf } from '../cards.ts';
import type { Audience, Call, CallDraft, CallPreview, PreviewDraft, Reach, RecruitmentPage } from '../model.ts';
import { isIn, isOpen, sortAudience, type Sorted } from '../rules.ts';
import { inviting } from '../sends.ts';
import { applications, calls, closingDays, invitations, invitedTo, lastKey } from '../store.ts';
import { keepSource } from '../sources/usecases.ts';
import { applicantsOf, closingDayOf, outcomeOf } from '../usecases.ts';

export async function recruitmentPageOf(deps: Platform, caller: Caller, programmeId: string): Promise<RecruitmentPage> {
  await coordinatedProgramme(deps, caller, programmeId);
  const [rows, outcome, applicants] = await Promise.all([
    calls.list(deps.tables, programmeId),
    outcomeOf(deps, programmeId),
    applicantsOf(deps, programmeId),
  ]);
  const lines = rows.map(({ value: { id, audience, closesOn, createdAt } }) => ({ id, audience, closesOn, createdAt }));
  return { calls: lines.sort((a, b) => b.createdAt - a.createdAt), ...outcome, applicants };
}

/** How many a call would reach now, and who is left out. */
export async function reachOf(deps: Platform, caller: Caller, programmeId: string, audience: Audience): Promise<Reach> {
  await coordinatedProgramme(deps, caller, programmeId);
  const { reached, doNotAsk, noCandidates, invitedBefore } = await sorted(deps, programmeId, audience);
  return { reached: reached.length, doNotAsk, noCandidates, invitedBefore };
}

/** The departments of people who can be asked, with how many are in each. */
export async function departmentsOf(deps: Platform): Promise<{ name: string; people: number }[]> {
  const counts = new Map<string, number>();
  for (const { value } of await allPeople(deps.tables))
    if (value.department && value.kind === 'member' && value.enabled && value.leftAt === undefined)
      counts.set(value.department, (counts.get(value.department) ?? 0) + 1);
  return [...counts].map(([name, people]) => ({ name, people })).sort((a, b) => a.name.localeCompare(b.name));
}

async function sorted(deps: Platform, programmeId: string, audience: Audience): Promise<Sorted> {
  const { people, invited } = await inAudience(deps, programmeId, audience);
  const fresh = people.filter((one) => isCandidate(one) && !invited.has(one.id));
  return sortAudience(people, { invited, doNotAsk: await whoSaidDoNotAsk(deps, fresh) });
}

async function inAudience(
  deps: Platform,
  programmeId: string,
  audience: Audience,
): Promise<{ people: Person[]; invited: Set<string> }> {
  const members = new Set(audience.kind === 'group' ? await deps.directory.membersOf(audience.groupId) : []);
  const [all, rows] = await Promise.all([allPeople(deps.tables), invitations.list(deps.tables, programmeId)]);
  const people = all.map((row) => row.value).filter((one) => isIn(audience, one, members));
  return { people, invited: new Set(rows.map((row) => row.value.personId)) };
}

/** The sentences that would go out, as if to the coordinator. */
export async function previewOf(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  { words, closesOn }: PreviewDraft,
): Promise<CallPreview> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const receiver = await personOf(deps, caller.personId);
  const call = { words, ...(closesOn === undefined ? {} : { closesOn }) };
  return languages.map((language) => ({
    language,
    texts: textsOf(language, { programme, call, from: receiver.name, receiver }, (text) => text),
  }));
}

/**
 * Sends the call; the invitations follow by themselves. The same draft is one call, however often and from however many
 * windows it is sent: sent again later, it reaches those who have joined the audience since.
 */
export async function sendCall(deps: Platform, caller: Caller, programmeId: string, draft: CallDraft): Promise<Call> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const now = deps.clock.now();
  if (draft.closesOn < localDate(now, programme.zone))
    throw new Failure('bad-input', 'day-is-past', { fields: [{ field: 'closesOn', reason: 'day-is-past' }] });
  if (programme.stage === 'run' || programme.stage === 'close') throw new Failure('conflict', 'recruiting-over');
  const words = Object.fromEntries(Object.entries(draft.words).filter(([, text]) => text !== ''));
  const made = { ...draft, words, programmeId, createdBy: caller.personId };
  return keepCall(deps, { ...made, id: callIdOf(made), createdAt: now }, 4);
}

function callIdOf({ programmeId, createdBy, audience, closesOn, words }: Omit<Call, 'id' | 'createdAt'>): string {
  const whom = audience.kind === 'departments' ? audience.departments.toSorted() : [JSON.stringify(audience)];
  const said = languages.map((language) => words[language] ?? '');
  return idOf('recruitment.call', programmeId, createdBy, closesOn, ...said, audience.kind, ...whom);
}

async function keepCall(deps: Platform, call: Call, tries: number): Promise<Call> {
  const { programmeId } = call;
  const data = { programmeId, callId: call.id };
  const task = { id: idOf('recruitment.invite', call.id), job: 'recruitment.invite', data };
  const before = await calls.find(deps.tables, programmeId, call.id);
  if (before) {
    await deps.outbox.ask('programmes', programmeId, task);
    return before.value;
  }
  try {
    await reachStage(deps, programmeId, 'recruit');
    const change = calls.create(programmeId, call.id, call);
    await deps.outbox.commit([change, ...(await prolonged(deps, call))], [task]);
    return call;
  } catch (error) {
    // Somebody else sends at the same time: the same call is there by then, another one comes after it.
    if (!isFailure(error, 'conflict') || tries <= 1) throw error;
    return keepCall(deps, call, tries - 1);
  }
}

async function prolonged(deps: Platform, { programmeId, closesOn }: Call): Promise<Change[]> {
  const [row, before] = await Promise.all([
    closingDays.find(deps.tables, programmeId, lastKey),
    closingDayOf(deps, programmeId),
  ]);
  const last = { closesOn: before !== undefined && before > closesOn ? before : closesOn };
  if (!row) return [closingDays.create(programmeId, lastKey, last)];
  return row.value.closesOn === last.closesOn ? [] : [closingDays.replace(row, last)];
}

const peopleInAStep = 40;
const stepsInARun = 15;

/** Writes the invitations of a call with their tasks, step by step; goes on where it was when it is run again. */
export async function inviteAudience(deps: Platform, programmeId: string, callId: string): Promise<JobResult> {
  const row = await calls.find(deps.tables, programmeId, callId);
  if (!row) return undefined;
  const { people, invited } = await inAudience(deps, programmeId, row.value.audience);
  const fresh = sortAudience(people, { invited, doNotAsk: new Set() }).reached;
  const now = deps.clock.now();
  let steps = 0;
  for (let at = 0; at < fresh.length; at += peopleInAStep) {
    if (steps === stepsInARun) return { again: now };
    const some = fresh.slice(at, at + peopleInAStep);
    const unwilling = await whoSaidDoNotAsk(deps, some);
    const willing = some.filter((one) => !unwilling.has(one.id));
    if (willing.length > 0) steps += 1;
    await invite(deps, row.value, willing, now);
  }
  return undefined;
}

async function invite(deps: Platform, call: Call, people: readonly Person[], at: number): Promise<void> {
  const { programmeId, id: callId } = call;
  await Promise.all(people.map((one) => deps.tables.commit([invitedTo.put(one.id, programmeId, { programmeId })])));
  await deps.outbox.commit(
    people.map((one) => invitations.create(programmeId, one.id, { programmeId, personId: one.id, callId, at })),
    people.map((one) => ({
      id: idOf('recruitment.send-invitation', programmeId, one.id),
      job: 'recruitment.send-invitation',
      lane: 'campaign',
      data: { programmeId, personId: one.id, callId },
    })),
  );
}

export async function sendInvitation(
  deps: Platform,
  { programmeId, personId, callId }: { programmeId: string; personId: string; callId?: string | undefined },
  taskId: string,
): Promise<JobResult> {
  return deliver(deps, {
    ...{ ...inviting.as, table: 'programmes', partition: programmeId, sendId: taskId, personId },
    data: { programmeId, personId, ...(callId === undefined ? {} : { callId }) },
    card: async (language, receiver) => {
      const [programme, invited, own, closesOn] = await Promise.all([
        findProgramme(deps, programmeId),
        invitations.find(deps.tables, programmeId, personId),
        applications.find(deps.tables, programmeId, personId),
        closingDayOf(deps, programmeId),
      ]);
      if (!programme || !invited || !closesOn || own || invited.value.answer) return undefined;
      if (!isOpen(programme.stage, [{ closesOn }], localDate(deps.clock.now(), programme.zone))) return undefined;
      const call = (await calls.find(deps.tables, programmeId, invited.value.callId))?.value;
      if (!call) return undefined;
      const from = (await personOf(deps, call.createdBy)).name;
      const { code } = await keepSource(deps, { programmeId, callId: call.id, channel: 'chat', language });
      return inviteCard(language, {
        programme,
        call,
        until: closesOn,
        from,
        receiver,
        code,
        named: invited.value.named === true,
      });
    },
  });
}

export { closingDayOf as closingDay } from '../usecases.ts';
