/** The verbs of thanks from the programme: say them to one or to a side, bring them, see the own ones, show one, take one back. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure, isFailure } from '../../../platform/errors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Row } from '../../../platform/tables.ts';
import { membersOf, sideOf, type Pair } from '../../pairs/model.ts';
import { pairsOfPerson, pairsOfProgramme } from '../../pairs/usecases.ts';
import { findPeople, findPerson } from '../../people/usecases.ts';
import type { Programme } from '../../programmes/model.ts';
import { coordinatorsOf, findProgramme } from '../../programmes/usecases.ts';
import type { Credit, CreditDraft, CreditPage, Giver, OwnCredit, ShownCredits } from './model.ts';
import { giverOf, maySeeCredits, mayShowCredit } from './policy.ts';
import { groupsFrom, isFor, isOpenTo, isTheirs, sidesOf } from './rules.ts';
import { creditRows } from './store.ts';

interface Giving {
  readonly as: Giver;
  readonly programme: Programme;
}

/** Failure `not-found` for whoever thanks for nobody here. */
async function giving(deps: Platform, caller: Caller, programmeId: string): Promise<Giving> {
  const [programme, team] = await Promise.all([findProgramme(deps, programmeId), coordinatorsOf(deps, programmeId)]);
  const as = programme && giverOf(caller, { team, sponsorId: programme.sponsorId });
  if (!programme || !as) throw new Failure('not-found', 'programme-gone');
  return { as, programme };
}

const hasBegun = (one: Pair): boolean => one.activeAt !== undefined;

/** The same words to the same people on a day are once, however often they are sent. */
export async function giveCredit(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  draft: CreditDraft,
): Promise<Credit> {
  const { as } = await giving(deps, caller, programmeId);
  if (!isOpenTo(as, draft.to)) throw new Failure('not-found', 'programme-gone');
  const now = deps.clock.now();
  const id = idOf('credit', caller.personId, JSON.stringify(draft));
  const before = await creditRows.find(deps.tables, programmeId, id);
  if (before) return before.value;
  if (draft.to.kind === 'person') await requireMember(deps, programmeId, draft.to.personId);
  else await requireGroupsFree(deps, programmeId, now);
  const said: Credit = { ...draft, id, programmeId, by: caller.personId, as, at: now, shows: false };
  const data = { programmeId, creditId: id, upTo: '' };
  try {
    await deps.outbox.commit(
      [creditRows.create(programmeId, id, said)],
      [{ id: idOf('recognition.spread-credit', id), job: 'recognition.spread-credit', data }],
    );
    return said;
  } catch (error) {
    const there = await creditRows.find(deps.tables, programmeId, id);
    if (!isFailure(error, 'conflict') || !there) throw error;
    return there.value;
  }
}

async function requireGroupsFree(deps: Platform, programmeId: string, now: number): Promise<void> {
  const all = (await creditRows.list(deps.tables, programmeId)).map(({ value }) => value);
  if (groupsFrom(all, now) !== undefined) throw new Failure('conflict', 'thanked-lately');
}

async function requireMember(deps: Platform, programmeId: string, personId: string): Promise<void> {
  const pairs = await pairsOfPerson(deps, personId);
  if (pairs.some((one) => one.programmeId === programmeId && hasBegun(one))) return;
  throw new Failure('bad-input', 'credit-not-in', { fields: [{ field: 'person', reason: 'credit-not-in' }] });
}

/** Messages for which a task is written in one step. */
const peopleInStep = 40;

/** For the job: a task for each, some at a time. What was taken back meanwhile goes to nobody. */
export async function spreadCredit(
  deps: Platform,
  data: { readonly programmeId: string; readonly creditId: string; readonly upTo: string },
): Promise<void> {
  const { programmeId, creditId, upTo } = data;
  const one = (await creditRows.find(deps.tables, programmeId, creditId))?.value;
  if (!one) return;
  const left = (await receiversOf(deps, one)).filter((personId) => personId > upTo).toSorted();
  const step = left.slice(0, peopleInStep);
  for (const personId of step)
    await deps.outbox.ask('programmes', programmeId, {
      id: idOf('recognition.tell-credit', creditId, personId),
      ...{ job: 'recognition.tell-credit', data: { programmeId, creditId, personId } },
      ...(one.to.kind === 'group' ? { lane: 'campaign' as const } : {}),
    });
  const last = step.at(-1);
  if (last === undefined || step.length === left.length) return;
  const id = idOf('recognition.spread-credit', creditId, last);
  await deps.outbox.ask('programmes', programmeId, {
    ...{ id, job: 'recognition.spread-credit', data: { ...data, upTo: last } },
  });
}

/** Everybody once, also who has several pairs. */
async function receiversOf(deps: Platform, one: Credit): Promise<string[]> {
  if (one.to.kind === 'person') return [one.to.personId];
  const sides = sidesOf[one.to.group];
  const pairs = (await pairsOfProgramme(deps, one.programmeId)).filter(hasBegun);
  const ids = pairs.flatMap((pair) => membersOf(pair).filter((id) => sides.some((side) => side === sideOf(pair, id))));
  return [...new Set(ids)];
}

/** For the job, just before it is brought: nothing for whoever it is not for, or not any more. */
export async function creditFor(
  deps: Platform,
  { programmeId, creditId, personId }: Record<'programmeId' | 'creditId' | 'personId', string>,
): Promise<OwnCredit | undefined> {
  const row = await creditRows.find(deps.tables, programmeId, creditId);
  return row && (await ownOf(deps, personId, [row.value]))[0];
}

/** All that was said to a person, in every programme, the last first. */
export async function myCredits(deps: Platform, personId: string): Promise<OwnCredit[]> {
  const programmeIds = new Set((await pairsOfPerson(deps, personId)).filter(hasBegun).map((one) => one.programmeId));
  const rows = await Promise.all([...programmeIds].map((id) => creditRows.list(deps.tables, id)));
  return ownOf(
    deps,
    personId,
    rows.flat().map(({ value }) => value),
  );
}

async function ownOf(deps: Platform, personId: string, all: readonly Credit[]): Promise<OwnCredit[]> {
  const pairs = await pairsOfPerson(deps, personId);
  const mine = all.filter((one) => {
    const began = pairs.flatMap((pair) => {
      const side = sideOf(pair, personId);
      return pair.programmeId === one.programmeId && pair.activeAt !== undefined && side
        ? [{ side, activeAt: pair.activeAt }]
        : [];
    });
    return isFor(one, personId, began);
  });
  const people = await findPeople(
    deps,
    mine.map(({ by }) => by),
  );
  const told = await Promise.all(
    mine.map(async (one): Promise<OwnCredit[]> => {
      const programme = await findProgramme(deps, one.programmeId);
      if (!programme) return [];
      const { to, by, shows, ...rest } = one;
      const names = { byName: people.get(by)?.name ?? '', programmeName: programme.name };
      return [{ ...rest, ...names, mine: to.kind === 'person', shows: to.kind === 'group' || shows }];
    }),
  );
  return told.flat().toSorted((a, b) => b.at - a.at);
}

/** The person's own yes or no to the programme's page. */
export async function showCredit(
  deps: Platform,
  personId: string,
  at: { readonly programmeId: string; readonly creditId: string },
  shows: boolean,
): Promise<void> {
  const row = await creditRows.find(deps.tables, at.programmeId, at.creditId);
  if (!row || !mayShowCredit(personId, row.value)) throw new Failure('not-found', 'thanks-gone');
  if (row.value.shows !== shows) await deps.tables.commit([creditRows.replace(row, { ...row.value, shows })]);
}

export async function viewCredits(deps: Platform, caller: Caller, programmeId: string): Promise<CreditPage> {
  const { as, programme } = await giving(deps, caller, programmeId);
  const all = (await creditRows.list(deps.tables, programmeId)).map(({ value }) => value);
  const from = groupsFrom(all, deps.clock.now());
  const seen = all.filter((one) => as === 'coordinator' || one.to.kind === 'group').toSorted((a, b) => b.at - a.at);
  const names = await namesOf(deps, seen);
  const sponsor = as === 'coordinator' ? await sponsorOf(deps, programme) : undefined;
  return {
    ...{ programmeName: programme.name, as },
    ...(from === undefined ? {} : { groupsFrom: from }),
    given: seen.map(({ to, by, shows: _shows, ...one }) => ({
      ...one,
      ...names(by, to),
      mine: by === caller.personId,
    })),
    ...(sponsor ? { sponsor } : {}),
  };
}

async function sponsorOf(deps: Platform, { id, name, sponsorId }: Programme): Promise<CreditPage['sponsor']> {
  const person = sponsorId === undefined ? undefined : await findPerson(deps, sponsorId);
  return person && { name: person.name, link: deps.teams.tabLink(`/programmes/${id}/credits`, name) };
}

async function namesOf(deps: Platform, all: readonly Credit[]) {
  const ids = all.flatMap(({ by, to }) => [by, ...(to.kind === 'person' ? [to.personId] : [])]);
  const people = await findPeople(deps, ids);
  const nameOf = (id: string): string => people.get(id)?.name ?? '…';
  return (by: string, to: Credit['to']) => ({
    byName: nameOf(by),
    ...(to.kind === 'person' ? { toName: nameOf(to.personId) } : { group: to.group }),
  });
}

/** Pressed twice it is once. */
export async function takeBackCredit(
  deps: Platform,
  caller: Caller,
  at: { readonly programmeId: string; readonly creditId: string },
): Promise<void> {
  const { as } = await giving(deps, caller, at.programmeId);
  const row: Row<Credit> | undefined = await creditRows.find(deps.tables, at.programmeId, at.creditId);
  if (!row) return;
  if (!isTheirs(caller.personId, as, row.value)) throw new Failure('not-found', 'thanks-gone');
  await deps.tables.commit([creditRows.remove(row)]);
}

/** For the programme's page: whoever takes part, its coordinators and its sponsor. */
export async function creditsShown(deps: Platform, caller: Caller, programmeId: string): Promise<ShownCredits> {
  const [programme, team, own] = await Promise.all([
    findProgramme(deps, programmeId),
    coordinatorsOf(deps, programmeId),
    pairsOfPerson(deps, caller.personId),
  ]);
  const mayGive = programme !== undefined && giverOf(caller, { team, sponsorId: programme.sponsorId }) !== undefined;
  const takesPart = own.some((one) => one.programmeId === programmeId && hasBegun(one));
  if (!maySeeCredits({ mayGive, takesPart })) throw new Failure('not-found', 'thanks-gone');
  const all = (await creditRows.list(deps.tables, programmeId)).map(({ value }) => value);
  const receivers = await findPeople(
    deps,
    all.flatMap(({ to }) => (to.kind === 'person' ? [to.personId] : [])),
  );
  // Whoever has left cannot take the name away any more.
  const isHere = (personId: string): boolean => receivers.get(personId)?.leftAt === undefined;
  const shown = all
    .filter(({ to, shows }) => to.kind === 'group' || (shows && isHere(to.personId)))
    .toSorted((a, b) => b.at - a.at);
  const names = await namesOf(deps, shown);
  const credits = shown.map(({ to, by, shows: _shows, gift: _gift, ...one }) => ({ ...one, ...names(by, to) }));
  return { mayGive, credits };
}
