/** Follows mailboxes: hears of changes where the administrator allowed it, asks for them every hour, and looks anew when a page is opened. */
import { mapAtOnce } from '../../../platform/at-once.ts';
import type { Caller } from '../../../platform/doors.ts';
import { isFailure } from '../../../platform/errors.ts';
import { describeError } from '../../../platform/log.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { unlessChanged, untilUnchanged } from '../../../platform/tables/conflict.ts';
import type { Meeting } from '../model.ts';
import { meetings } from '../store.ts';
import { applyEvents, type Seen } from './applying/usecases.ts';
import type { Followed, Reason } from './model.ts';
import { isSettled, mayAsk, netPart, nextNet, periodFor } from './rules.ts';
import { followedMailboxes, heldBy, mailboxes, outlook } from './store.ts';
import { endSubscription, withSubscription } from './subscribing/usecases.ts';

const notAllowed = (error: unknown): boolean => isFailure(error) && error.reason === 'graph-not-permitted';
const gone = (error: unknown, reason: string): boolean => isFailure(error) && error.reason === reason;

/** Looks at what became of the meetings in a mailbox, and keeps following it for as long as one is to come. */
export async function followMailbox(deps: Platform, personId: string, reason: Reason): Promise<void> {
  const row = await mailboxes.find(deps.tables, outlook, personId);
  const held = await heldBy(deps, personId);
  if (held.length === 0) return row && endFollowing(deps, row);
  const known: Followed = row?.value ?? { personId };
  if (reason === 'changed' && !mayAsk(known, deps.clock.now())) return;
  const subscribed = await withSubscription(deps, known, reason);
  const kept = await keep(deps, row, subscribed);
  if (!kept) return;
  await deps.outbox.ask('system', outlook, nextNet(deps.clock.now()));
  await readChanges(deps, kept, held);
}

/** More than these are parted among several tasks, since a worker holds a task for some seconds only. */
const mostInOneTask = 100;

export interface Part {
  readonly from: string;
  readonly to: string;
}

/** Every hour, for whatever notification got lost. Gives how many mailboxes were looked at; nothing asks for the next round when none is left. */
export async function followAll(deps: Platform, part?: Part): Promise<number> {
  const all = (await followedMailboxes(deps.tables)).map((row) => row.value);
  if (all.length === 0) return 0;
  const now = deps.clock.now();
  await deps.outbox.ask('system', outlook, nextNet(now));
  if (!part && all.length > mostInOneTask) {
    for (const one of partsOf(all)) await deps.outbox.ask('system', outlook, netPart(one, now));
    return all.length;
  }
  const waiting = part ? all.filter(({ personId: id }) => id >= part.from && id <= part.to) : all;
  await mapAtOnce(waiting, mailboxesAtOnce, (one) => followOne(deps, one));
  return waiting.length;
}

function partsOf(all: readonly Followed[]): Part[] {
  const starts = Array.from({ length: Math.ceil(all.length / mostInOneTask) }, (_, at) => at * mostInOneTask);
  return starts.map((at) => {
    const some = all.slice(at, at + mostInOneTask);
    return { from: some[0]?.personId ?? '', to: some.at(-1)?.personId ?? '' };
  });
}

/** Each is another mailbox, so Outlook's limit of requests at once to one is far. */
const mailboxesAtOnce = 4;

/** One that cannot be read now is read in an hour; the others do not wait for it. */
async function followOne(deps: Platform, known: Followed): Promise<void> {
  try {
    if (!(await isQuiet(deps, known))) await followMailbox(deps, known.personId, 'changed');
  } catch (error) {
    deps.log.warn({ ...describeError(error) }, 'a mailbox could not be followed now');
  }
}

/** One question to Graph, where nothing else is to be done and nothing changed: nothing is read or written for it. */
async function isQuiet({ calendar, clock }: Platform, known: Followed): Promise<boolean> {
  if (!known.delta || !isSettled(known, clock.now())) return false;
  const asked = calendar.changes(known.personId, { link: known.delta.link });
  const { changed, removed } = await asked.catch((error: unknown) => {
    if (!gone(error, 'start-anew')) throw error;
    return { changed: [], removed: ['all'] };
  });
  return changed.length + removed.length === 0;
}

/** Two workers at the same mailbox: one of them keeps what it found, and what the other made at Graph is taken back. */
async function keep(
  deps: Platform,
  row: Row<Followed> | undefined,
  next: Followed,
): Promise<Row<Followed> | undefined> {
  if (row && JSON.stringify(row.value) === JSON.stringify(next)) return row;
  const change = row ? mailboxes.replace(row, next) : mailboxes.create(outlook, next.personId, next);
  if (await unlessChanged(deps.tables.commit([change]))) return mailboxes.find(deps.tables, outlook, next.personId);
  if (next.subscription?.id !== row?.value.subscription?.id) await endSubscription(deps, next);
  return undefined;
}

async function endFollowing(deps: Platform, row: Row<Followed>): Promise<void> {
  await endSubscription(deps, row.value);
  await unlessChanged(deps.tables.commit([mailboxes.remove(row)]));
}

/** The meetings are read before Outlook: whoever changes one in between is noticed by its ETag, and all is looked at once more. */
async function readChanges(deps: Platform, row: Row<Followed>, held: readonly Row<Meeting>[], turn = 1): Promise<void> {
  const { refusedAt: _before, ...known } = row.value;
  const { personId, delta } = known;
  const times = held.map(({ value }) => value);
  const period = periodFor(known, times, deps.clock.now());
  const since = period ?? { link: delta?.link ?? '' };
  try {
    const { changed, removed, link } = await deps.calendar.changes(personId, since);
    const seen: Seen = period ? { all: changed } : { changed, removed };
    const hasChanged = await applyEvents(deps, { mailboxOf: personId }, held, seen);
    if (hasChanged && (await heldBy(deps, personId)).length === 0) return await endFollowing(deps, row);
    const stand = period ?? { start: delta?.start ?? 0, end: delta?.end ?? 0 };
    await keep(deps, row, { ...known, delta: { link, ...stand }, lookedAt: deps.clock.now() });
  } catch (error) {
    await afterProblem(deps, row, error, turn);
  }
}

const mostTurns = 4;

async function afterProblem(deps: Platform, row: Row<Followed>, error: unknown, turn: number): Promise<void> {
  const { delta: _link, ...anew } = row.value;
  const again = async (next: Row<Followed>): Promise<void> =>
    readChanges(deps, next, await heldBy(deps, row.value.personId), turn + 1);
  if (isFailure(error, 'conflict') && turn < mostTurns) return again(row);
  if (gone(error, 'start-anew')) {
    const kept = await keep(deps, row, anew);
    return kept && turn < mostTurns ? again(kept) : undefined;
  }
  if (notAllowed(error)) return noteRefusal(deps, row.value.personId);
  // The organiser's mailbox is gone: nothing can be heard of it any more.
  if (gone(error, 'no-mailbox')) return endFollowing(deps, row);
  throw error;
}

/** Also when somebody else wrote to the row meanwhile: Outlook is left in peace for a day. */
async function noteRefusal(deps: Platform, personId: string): Promise<void> {
  await untilUnchanged(async () => {
    const row = await mailboxes.find(deps.tables, outlook, personId);
    if (!row) return;
    const { delta: _link, ...anew } = row.value;
    await deps.tables.commit([mailboxes.replace(row, { ...anew, refusedAt: deps.clock.now() })]);
  });
}

/**
 * With the own rights, when a page is opened: where nobody follows the mailbox this is how changes are seen. It never keeps the page
 * from showing what is known.
 */
export async function lookAgain(deps: Platform, caller: Caller, held: readonly Row<Meeting>[]): Promise<boolean> {
  const { assertion, personId } = caller;
  const mine = held.filter(({ value }) => value.organiserId === personId && value.eventId !== undefined);
  if (assertion === undefined || mine.length === 0 || (await isFollowed(deps, personId))) return false;
  try {
    return await applyEvents(deps, { assertion }, mine, { all: [] });
  } catch (error) {
    deps.log.warn({ ...describeError(error) }, 'Outlook could not be looked at');
    return false;
  }
}

/** The meetings of a pair as they are now, in Outlook too where the reader organises them. */
export async function pairMeetingsNow(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  pairId: string,
): Promise<Row<Meeting>[]> {
  const list = (): Promise<Row<Meeting>[]> => meetings.list(deps.tables, programmeId, pairId);
  const rows = await list();
  const now = deps.clock.now();
  const coming = rows.filter(({ value }) => value.state === 'planned' && value.end > now);
  return (await lookAgain(deps, caller, coming)) ? list() : rows;
}

/** Before a list of all that somebody has planned is shown. */
export async function lookAtMine(deps: Platform, caller: Caller): Promise<void> {
  if (caller.assertion !== undefined) await lookAgain(deps, caller, await heldBy(deps, caller.personId));
}

async function isFollowed({ tables, clock }: Platform, personId: string): Promise<boolean> {
  const { subscription, refusedAt } = (await mailboxes.find(tables, outlook, personId))?.value ?? {};
  return refusedAt === undefined && subscription !== undefined && subscription.until > clock.now();
}
