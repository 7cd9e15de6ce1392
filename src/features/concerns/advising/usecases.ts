/** What an adviser does: read the requests and notes to them, oldest first, say "I'll call", and "done". Each reading stands in the audit log. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change } from '../../../platform/tables.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { findPeople } from '../../people/usecases.ts';
import { notesFor } from '../confiding/usecases.ts';
import type { Advising, Request, State } from '../model.ts';
import { mayAdvise, mayRead } from '../policy.ts';
import { goesOn, isLate, monthOf, toldCounts } from '../rules.ts';
import { advisers, allRequests, counts, findRequest, openWish, place, requests, type KeptRequest } from '../store.ts';

/** The entry in the audit log is the same whether there is anything to read or nothing. */
export async function advisingOf(deps: Platform, caller: Caller): Promise<Advising> {
  if (!mayAdvise(caller)) throw new Failure('not-found', 'not-found');
  await deps.audit.note({ who: caller.personId, what: 'contact.read', object: 'own list' });
  const [own, rows, months, notes] = await Promise.all([
    advisers.find(deps.tables, place, caller.personId),
    allRequests(deps),
    counts.list(deps.tables, place),
    notesFor(deps, caller.personId),
  ]);
  const now = deps.clock.now();
  const readable = rows.map(({ value }) => value).filter((one) => mayRead(caller.personId, one) && now < goesOn(one));
  return {
    ...(own ? { own: own.value } : {}),
    requests: (await shown(deps, readable)).sort((a, b) => a.at - b.at),
    notes,
    counts: toldCounts(new Map(months.map(({ key, value }) => [key[0] ?? '', value])), now),
  };
}

async function shown(deps: Platform, all: readonly KeptRequest[]): Promise<Request[]> {
  const opened = await Promise.all(all.map((one) => openWish(deps, one)));
  const people = await findPeople(
    deps,
    opened.map(({ personId }) => personId),
  );
  return all.map((one, at): Request => {
    const { personId, wish } = opened[at]!;
    const { adviser: _, ...rest } = wish;
    return {
      ...{ id: one.id, name: people.get(personId)?.name ?? '…', state: one.state, at: one.at, wish: rest },
      ...{ isLate: isLate(one, deps.clock.now()), goesOn: goesOn(one) },
    };
  });
}

/** "I'll call" and "done". Pressed twice it is once. Failure `not-found` for what is not theirs to read, also when another took it. */
export function moveRequest(
  deps: Platform,
  caller: Pick<Caller, 'personId'>,
  wishId: string,
  to: Exclude<State, 'open'>,
): Promise<void> {
  return untilUnchanged(() => move(deps, caller, wishId, to));
}

async function move(
  deps: Platform,
  { personId }: Pick<Caller, 'personId'>,
  wishId: string,
  to: Exclude<State, 'open'>,
): Promise<void> {
  const row = await findRequest(deps, wishId);
  if (!row || !mayRead(personId, row.value)) throw new Failure('not-found', 'request-gone');
  const { state } = row.value;
  if (state === to || state === 'done') return;
  const now = deps.clock.now();
  const next = { ...row.value, state: to, takenBy: personId, ...(to === 'done' ? { doneAt: now } : {}) };
  const counted = to === 'done' ? [await countOne(deps, now)] : [];
  await deps.outbox.commit(
    [requests.replace(row, next), ...counted],
    to === 'taken' ? [tellPerson(next, 'taken')] : [],
  );
}

async function countOne(deps: Platform, now: number): Promise<Change> {
  const month = monthOf(now);
  const before = await counts.find(deps.tables, place, month);
  return before ? counts.replace(before, before.value + 1) : counts.create(place, month, 1);
}

export function tellPerson({ id, round }: Pick<KeptRequest, 'id' | 'round'>, what: 'taken' | 'late' | 'left') {
  return {
    ...{ id: idOf('private-talk', round, what), job: 'concerns.tell-person' },
    data: { wishId: id, round, news: what },
  };
}
