/** The verbs of whoever asks for a private talk: see how it stands, ask, change it, take it back. The advisers' are in `advising/`. */
import type { Caller } from '../../platform/doors.ts';
import { Failure } from '../../platform/errors.ts';
import { idOf, newId } from '../../platform/ids.ts';
import type { NewTask } from '../../platform/outbox.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Row } from '../../platform/tables.ts';
import { untilUnchanged } from '../../platform/tables/conflict.ts';
import { findPerson, findPeople } from '../people/usecases.ts';
import { advisersFor } from './advisers/usecases.ts';
import { erase } from './forgetting/usecases.ts';
import type { AdviserCard, Mine, News, TalkPage, Wish } from './model.ts';
import { contradicts, goesOn, isLate, lateAt, receiversOf } from './rules.ts';
import { findRequest, nameFor, openWish, place, requests, sealWish, type KeptRequest } from './store.ts';

export async function talkPageOf(deps: Platform, caller: Caller): Promise<TalkPage> {
  const [there, row] = await Promise.all([advisersFor(deps, caller.personId), ownRequest(deps, caller.personId)]);
  const sites = await sitesFor(deps, caller.personId, there);
  const base = { advisers: there, sites, isGuest: caller.isGuest === true };
  return row ? { ...base, mine: await mineOf(deps, row.value, there) } : base;
}

async function ownRequest(deps: Platform, personId: string): Promise<Row<KeptRequest> | undefined> {
  return findRequest(deps, await nameFor(deps, personId));
}

async function mineOf(deps: Platform, one: KeptRequest, there: readonly AdviserCard[]): Promise<Mine> {
  const [{ wish }, people] = await Promise.all([openWish(deps, one), findPeople(deps, one.advisers)]);
  const nameOf = (id: string): string => people.get(id)?.name ?? '…';
  return {
    ...{ state: one.state, at: one.at, wish, goesOn: goesOn(one), isBack: one.isBack === true },
    isLate: one.isBack !== true && isLate(one, deps.clock.now()),
    advisers: one.advisers.map(nameOf),
    isHeard: one.advisers.some((id) => there.some(({ person }) => person.id === id)),
    ...(one.takenBy === undefined ? {} : { takenBy: nameOf(one.takenBy) }),
  };
}

async function sitesFor(deps: Platform, personId: string, there: readonly AdviserCard[]): Promise<string[]> {
  const own = (await findPerson(deps, personId))?.site;
  return [...new Set([own, ...there.map(({ person }) => person.site)].flatMap((site) => site ?? []))];
}

/** Asks, or changes what was asked: one request for a person, however often it is sent. */
export async function askForTalk(deps: Platform, caller: Caller, wish: Wish): Promise<TalkPage> {
  // Sent twice at once, or an adviser took it at this moment: looked at again.
  await untilUnchanged(() => keepWish(deps, caller, wish));
  return talkPageOf(deps, caller);
}

async function keepWish(deps: Platform, { personId }: Caller, wish: Wish): Promise<void> {
  const there = await advisersFor(deps, personId);
  const receivers = receiversOf(wish, there);
  if (receivers.length === 0) throw problemOf('adviser', 'adviser-gone');
  if (contradicts(wish)) throw problemOf('avoid', 'teams-unsafe');
  if (wish.how.way === 'site' && !(await sitesFor(deps, personId, there)).includes(wish.how.site))
    throw problemOf('how.site', 'site-gone');

  const id = await nameFor(deps, personId);
  const row = await findRequest(deps, id);
  const isSame = row && goesToTheSame(row.value, (await openWish(deps, row.value)).wish, wish, receivers);
  const now = deps.clock.now();
  const fresh = { id, round: newId(), advisers: [...receivers], state: 'open' as const, at: now, told: [] };
  const base = isSame ? row.value : fresh;
  const next = { ...base, sealed: await sealWish(deps, base, { personId, wish }) };
  const change = row ? requests.replace(row, next) : requests.create(place, id, next);
  await deps.outbox.commit([change], isSame ? [] : tasksOf(next, next.at));
}

/** Whoever has it, or may take it, keeps it when only the rest of the wish changed. */
function goesToTheSame(now: KeptRequest, before: Wish, wish: Wish, receivers: readonly string[]): boolean {
  if (now.state === 'done' || before.adviser !== wish.adviser) return false;
  return (now.takenBy === undefined ? now.advisers : [now.takenBy]).some((one) => receivers.includes(one));
}

const problemOf = (field: string, reason: string): Failure =>
  new Failure('bad-input', reason, { fields: [{ field, reason }] });

/** Advisers hear of it, and are reminded when it is late, counted from `since`. */
export function tasksOf({ id, round, advisers }: KeptRequest, since: number): NewTask[] {
  const remind = { id: idOf('private-talk', round, 'remind'), job: 'concerns.remind', data: { wishId: id, round } };
  return [...advisers.map((one) => tellAdviser({ id, round }, one, 'asked')), { ...remind, due: lateAt(since) }];
}

/** `when` keeps one reminder apart from another. */
export function tellAdviser(
  { id, round }: Pick<KeptRequest, 'id' | 'round'>,
  personId: string,
  what: Extract<News, 'asked' | 'reminded'>,
  when = '',
): NewTask {
  const data = { wishId: id, round, personId };
  return { id: idOf('private-talk', round, what, personId, when), job: 'concerns.tell-adviser', data };
}

/** Goes at once, with all that leads to it; done by any adviser or not. Twice is once. */
export async function takeBack(deps: Platform, caller: Caller): Promise<TalkPage> {
  const row = await ownRequest(deps, caller.personId);
  if (row) await erase(deps, row);
  return talkPageOf(deps, caller);
}
