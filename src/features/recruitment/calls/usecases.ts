/** The call: whom it would reach, what it says in each language, and sending it. */
import type { Caller, JobResult } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { bucketOf, idOf } from '../../../platform/ids.ts';
import type { NewTask } from '../../../platform/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change } from '../../../platform/tables.ts';
import { unlessChanged } from '../../../platform/tables/conflict.ts';
import { beginOfDay, daysAfter, endOfDay, localDate } from '../../../platform/clock.ts';
import { languages } from '../../../platform/words.ts';
import { personOf, whoSaidDoNotAsk } from '../../people/usecases.ts';
import { borrowedLanguages } from '../../programmes/model.ts';
import { coordinatedProgramme, findProgramme, programmeOf, reachStage } from '../../programmes/usecases.ts';
import { textsOf } from '../cards.ts';
import { areApplicationsRead } from '../choosing/reading/usecases.ts';
import { requireOwnProgramme } from '../../surveys/audience/usecases.ts';
import { straightened } from '../audiences/model.ts';
import { nameOfSame } from '../audiences/rules.ts';
import { reports } from '../audiences/store.ts';
import { setAside, whomToInvite } from '../audiences/usecases.ts';
import {
  callWays,
  type Call,
  type CallDraft,
  type CallPreview,
  type PreviewDraft,
  type RecruitmentPage,
} from '../model.ts';
import { quoteOf, requireQuote, type Quoting } from '../quoting/usecases.ts';
import { keepSources } from '../sources/usecases.ts';
import { calls, closingDays, invitations, invitedTo, lastKey } from '../store.ts';
import { followLastDay } from '../rounds/usecases.ts';
import { isMatched, withLastDay } from '../rounds/rules.ts';
import { applicantsOf, outcomeOf, roundOf } from '../usecases.ts';

/** Who has applied is told once somebody of the team wants to know: from then on no criteria can be written. */
export async function recruitmentPageOf(deps: Platform, caller: Caller, programmeId: string): Promise<RecruitmentPage> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const [rows, outcome, applicants, isRead] = await Promise.all([
    calls.list(deps.tables, programmeId),
    outcomeOf(deps, programmeId),
    applicantsOf(deps, programmeId),
    areApplicationsRead(deps, programme),
  ]);
  const lines = rows.map(({ value: { id, audience, closesOn, createdAt } }) => ({ id, audience, closesOn, createdAt }));
  const told = isRead || applicants.length === 0 ? { applicants } : { applicants: [], unread: applicants.length };
  return { calls: lines.sort((a, b) => b.createdAt - a.createdAt), ...outcome, ...told };
}

/** The sentences that would go out, as if to the coordinator. */
export async function previewOf(
  deps: Quoting,
  caller: Caller,
  programmeId: string,
  { words, closesOn, quote: wanted }: PreviewDraft,
): Promise<CallPreview> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const receiver = await personOf(deps, caller.personId);
  const call = { words, ...(closesOn === undefined ? {} : { closesOn }) };
  const borrowed = borrowedLanguages(programme);
  const quote = await quoteOf(deps, wanted ? { quote: wanted } : undefined);
  return languages.map((language) => ({
    language,
    borrowed: borrowed.includes(language),
    texts: textsOf(language, { programme, call, from: receiver.name, receiver, quote }, (text) => text),
  }));
}

/**
 * Sends the call; the invitations follow by themselves. The same draft is one call, however often and from however many
 * windows it is sent: sent again later, it reaches those who have joined the audience since.
 */
export async function sendCall(deps: Quoting, caller: Caller, programmeId: string, draft: CallDraft): Promise<Call> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  await requireOwnProgramme(deps, caller, straightened(draft.audience));
  await requireQuote(deps, draft);
  const now = deps.clock.now();
  if (draft.closesOn < localDate(now, programme.zone))
    throw new Failure('bad-input', 'day-is-past', { fields: [{ field: 'closesOn', reason: 'day-is-past' }] });
  if (draft.sendOn !== undefined && draft.sendOn > draft.closesOn)
    throw new Failure('bad-input', 'sent-too-late', { fields: [{ field: 'sendOn', reason: 'sent-too-late' }] });
  const round = await roundOf(deps, programmeId);
  // While a programme runs, the next round is begun first: a call alone begins none.
  if (programme.stage === 'close' || isMatched(programme.stage, round))
    throw new Failure('conflict', 'recruiting-over');
  const words = Object.fromEntries(Object.entries(draft.words).filter(([, text]) => text !== ''));
  const made = { ...draft, words, programmeId, createdBy: caller.personId };
  const callId = callIdOf(made);
  // The codes of what goes to each person, so that no message has to make its own.
  const codes = languages.flatMap((language) =>
    callWays.map((channel) => ({ programmeId, callId, channel, language })),
  );
  await keepSources(deps, programmeId, codes);
  return keepCall(deps, { ...made, id: callId, createdAt: now }, programme.zone, 4);
}

function callIdOf(made: Omit<Call, 'id' | 'createdAt'>): string {
  const { programmeId, createdBy, audience, closesOn, words, by = 'chat', sendOn = '', overDays = 1, quote } = made;
  // What goes at once and in chat keeps the id that it always had.
  const when = by === 'chat' && sendOn === '' && overDays === 1 ? [] : [by, sendOn, String(overDays)];
  const quoted = quote ? [quote.storyId, String(quote.version), ...quote.sentences] : [];
  const said = languages.map((language) => words[language] ?? '');
  return idOf('recruitment.call', programmeId, createdBy, closesOn, ...said, nameOfSame(audience), ...when, ...quoted);
}

async function keepCall(deps: Platform, call: Call, zone: string, tries: number): Promise<Call> {
  const { programmeId } = call;
  const data = { programmeId, callId: call.id };
  const due = Math.max(deps.clock.now(), beginOf(call, zone));
  const task = { id: idOf('recruitment.invite', call.id), job: 'recruitment.invite', data, due };
  const before = await calls.find(deps.tables, programmeId, call.id);
  if (before) {
    await deps.outbox.ask('programmes', programmeId, task);
    return before.value;
  }
  try {
    await reachStage(deps, programmeId, 'recruit');
    const longer = await prolonged(deps, call);
    const change = calls.create(programmeId, call.id, call);
    await deps.outbox.commit([change, ...longer.changes], [task, ...longer.tasks]);
    return call;
  } catch (error) {
    // Somebody else sends at the same time: the same call is there by then, another one comes after it.
    if (!isFailure(error, 'conflict') || tries <= 1) throw error;
    return keepCall(deps, call, zone, tries - 1);
  }
}

/** When a call begins to go out. */
const beginOf = ({ sendOn, createdAt }: Call, zone: string): number =>
  sendOn === undefined ? createdAt : beginOfDay(sendOn, zone);

/** A call can make the round longer; who waited because of the earlier day is then in time. */
async function prolonged(
  deps: Platform,
  { programmeId, closesOn, createdAt }: Call,
): Promise<{ changes: Change[]; tasks: NewTask[] }> {
  const programme = await programmeOf(deps, programmeId);
  const [row, before] = await Promise.all([
    closingDays.find(deps.tables, programmeId, lastKey),
    roundOf(deps, programmeId),
  ]);
  if (row && before && before.closesOn >= closesOn) return { changes: [], tasks: [] };
  const last = before && before.closesOn >= closesOn ? before.closesOn : closesOn;
  const next = withLastDay(programme.stage, before, last);
  const change = row ? closingDays.replace(row, next) : closingDays.create(programmeId, lastKey, next);
  return { changes: [change], tasks: followLastDay(programme, next, createdAt) };
}

const peopleInAStep = 40;
const stepsInARun = 15;
/** Well within a task's lease, however slow mailboxes are. */
const runMs = 25_000;

/** Writes the invitations of a call with their tasks, step by step; goes on where it was when it is run again. */
export async function inviteAudience(deps: Platform, programmeId: string, callId: string): Promise<JobResult> {
  const row = await calls.find(deps.tables, programmeId, callId);
  const programme = await findProgramme(deps, programmeId);
  if (!row || !programme) return undefined;
  const begun = deps.clock.machine();
  const { fresh, goneGroups, goneExceptions } = await whomToInvite(deps, row.value);
  const now = deps.clock.now();
  const ends = endOfDay(row.value.closesOn, programme.zone);
  const counts = { away: 0, askedEnough: 0 };
  let steps = 0;
  for (let at = 0; at < fresh.length; at += peopleInAStep) {
    if (steps === stepsInARun || deps.clock.machine() - begun > runMs) return { again: now };
    const some = fresh.slice(at, at + peopleInAStep);
    const [unwilling, aside] = await Promise.all([
      whoSaidDoNotAsk(deps, some),
      setAside(deps, some, { programmeId, ends }),
    ]);
    const asked = some.filter(({ id }) => !unwilling.has(id) && !aside.away.has(id) && !aside.askedEnough.has(id));
    counts.away += aside.away.size;
    counts.askedEnough += aside.askedEnough.size;
    if (asked.length > 0) steps += 1;
    const moment = { at: now, zone: programme.zone, backAt: aside.backAt };
    // Another call reached some of them at the same moment: looked at anew.
    if (!(await unlessChanged(invite(deps, row.value, asked, moment)))) return { again: now };
  }
  const invited = (await invitations.list(deps.tables, programmeId)).filter(({ value }) => value.callId === callId);
  const gone = { goneGroups: [...goneGroups], goneExceptions: [...goneExceptions] };
  const report = { callId, at: now, invited: invited.length, ...counts, ...gone };
  await deps.tables.commit([reports.put(programmeId, callId, report)]);
  return undefined;
}

interface Moment {
  readonly at: number;
  readonly zone: string;
  /** Who is away, and when they are back. */
  readonly backAt: ReadonlyMap<string, number>;
}

type Somebody = { readonly id: string };

async function invite(deps: Platform, call: Call, people: readonly Somebody[], moment: Moment): Promise<void> {
  const { programmeId, id: callId, overDays = 1, by } = call;
  const { at, zone, backAt } = moment;
  const job = by === 'mail' ? 'recruitment.send-mail' : 'recruitment.send-invitation';
  // By chance and always the same: whoever runs this again puts nobody on another day.
  const dayOf = ({ id }: Somebody): number =>
    daysAfter(beginOf(call, zone), bucketOf(`${callId}.${id}`, overDays), zone);
  const dueOf = (one: Somebody): number => Math.max(at, dayOf(one), backAt.get(one.id) ?? at);
  await Promise.all(people.map((one) => deps.tables.commit([invitedTo.put(one.id, programmeId, { programmeId, at })])));
  await deps.outbox.commit(
    people.map((one) => invitations.create(programmeId, one.id, { programmeId, personId: one.id, callId, at })),
    people.map((one) => ({
      id: idOf('recruitment.send-invitation', programmeId, one.id),
      ...{ job, due: dueOf(one) },
      lane: 'campaign',
      data: { programmeId, personId: one.id, callId },
    })),
  );
}
