/**
 * What becomes of requests when an adviser leaves. Others who may read one read on. Whoever wished for the first who is free gets those
 * who are free now; a request that nobody else may read goes back to its person: nobody is let in whom they did not choose.
 */
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { advisersFor } from '../advisers/usecases.ts';
import { tellPerson } from '../advising/usecases.ts';
import { anyone } from '../model.ts';
import { receiversOf } from '../rules.ts';
import { allRequests, findRequest, openWish, requests, sealWish, type KeptRequest } from '../store.ts';
import { tasksOf } from '../usecases.ts';

/** May run twice. Failure `unavailable` while the vault is away: then again, since only the wish says who may come in their place. */
export async function handOnRequests(deps: Platform, adviserId: string): Promise<void> {
  for (const { value } of await allRequests(deps))
    if (value.advisers.includes(adviserId)) await untilUnchanged(() => handOn(deps, adviserId, value.id));
}

async function handOn(deps: Platform, adviserId: string, requestId: string): Promise<void> {
  const row = await findRequest(deps, requestId);
  // What is done goes by itself; its person knows that the talk was had.
  if (!row || row.value.state === 'done' || row.value.isBack || !row.value.advisers.includes(adviserId)) return;
  const { advisers, takenBy } = row.value;
  const others = advisers.filter((one) => one !== adviserId);
  if (takenBy !== adviserId && others.length > 0) {
    await deps.tables.commit([requests.replace(row, { ...row.value, advisers: others })]);
    return;
  }
  const free = await freeFor(deps, row.value, adviserId);
  return free.length > 0 ? passOn(deps, row, free) : giveBack(deps, row);
}

async function freeFor(deps: Platform, one: KeptRequest, adviserId: string): Promise<readonly string[]> {
  const { personId, wish } = await openWish(deps, one);
  if (wish.adviser !== anyone) return [];
  return receiversOf(wish, await advisersFor(deps, personId)).filter((id) => id !== adviserId);
}

/** As a request of its own: those who are told, and reminded, are others. How long it stays counts from the first day. */
async function passOn(deps: Platform, row: Row<KeptRequest>, advisers: readonly string[]): Promise<void> {
  const { takenBy, ...rest } = row.value;
  const fresh = { ...rest, round: newId(), advisers: [...advisers], state: 'open' as const, told: [] };
  const next = { ...fresh, sealed: await sealWish(deps, fresh, await openWish(deps, row.value)) };
  const told = takenBy === undefined ? [] : [tellPerson(next, 'left')];
  await deps.outbox.commit([requests.replace(row, next)], [...tasksOf(next, deps.clock.now()), ...told]);
}

async function giveBack(deps: Platform, row: Row<KeptRequest>): Promise<void> {
  const { takenBy: _, ...rest } = row.value;
  const next = { ...rest, state: 'open' as const, isBack: true };
  await deps.outbox.commit([requests.replace(row, next)], [tellPerson(next, 'left')]);
}
