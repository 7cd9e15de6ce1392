/** Whom a call reaches, for the page while it is chosen and for the job that invites; and audiences that are kept under a name. */
import { hour } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { rememberer } from '../../../platform/remembered.ts';
import { everybody, everybodyAsRead, type Colleague } from '../../people/everybody/usecases.ts';
import { isCandidate } from '../../people/model.ts';
import { absenceOf } from '../../people/usecases.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { groupKey, type Group } from '../../surveys/audience/model.ts';
import { goneGroups, rulesOf } from '../../surveys/audience/rules.ts';
import { factsFor, foundIn, membersNow, programmesIn } from '../../surveys/audience/usecases.ts';
import type { Call } from '../model.ts';
import { askedElsewhere, timesAsked } from '../asking/usecases.ts';
import { calls, invitations } from '../store.ts';
import {
  straightened,
  type KeptAudience,
  type Reach,
  type SavedDraft,
  type SavedLine,
  type Scope,
  type ToldReport,
} from './model.ts';
import * as rules from './rules.ts';
import { organisationPartition, reports, savedRows } from './store.ts';

/** While somebody chooses, a group is read once a minute and not at each tick. */
const rememberMembers = rememberer<readonly string[] | undefined>(50);

const membersOfLate = (deps: Platform, one: Group): Promise<readonly string[] | undefined> =>
  rememberMembers(deps, groupKey(one), () => membersNow(deps, one));

interface Whole {
  readonly today: string;
  readonly candidates: readonly Colleague[];
  readonly counted: rules.Counted;
}

const wholes = new WeakMap<readonly Colleague[], Whole>();

/** The organisation beside which an audience is put: counted once for each reading of the directory and day. */
function wholeOf(all: readonly Colleague[], today: string): Whole {
  const before = wholes.get(all);
  if (before?.today === today) return before;
  const candidates = all.filter(isCandidate);
  const whole = { today, candidates, counted: rules.countedOn(today, candidates) };
  wholes.set(all, whole);
  return whole;
}

/** How many a call would reach now, who is left out, and how they are made up. */
export async function reachOf(deps: Platform, caller: Caller, programmeId: string, kept: KeptAudience): Promise<Reach> {
  const audience = straightened(kept);
  await requireOwn(deps, caller, programmeId, kept);
  const limit = deps.config.asksAYear;
  const [all, facts, rows, times] = await Promise.all([
    everybodyAsRead(deps),
    factsFor(deps, audience, (one) => membersOfLate(deps, one)),
    invitations.list(deps.tables, programmeId),
    timesAsked(deps),
  ]);
  const { any, except } = rulesOf(audience);
  const gone = { goneGroups: goneGroups(any, facts), goneExceptions: goneGroups(except, facts) };
  const nothing = { leftOut: [], composition: [], ...gone, limit };
  if (gone.goneExceptions.length > 0) return { reached: { kind: 'hidden' }, ...nothing };
  const { candidates, counted } = wholeOf(all, facts.today);
  if (rules.isHidden(candidates, audience, facts)) return { reached: { kind: 'hidden' }, ...nothing };
  const { people, hindered } = foundIn(all, audience, facts);
  const split = rules.splitAsked(people, { invited: new Set(rows.map(({ value }) => value.personId)), times, limit });
  const isByGroups = rules.goesByGroups(audience);
  return {
    ...{ ...gone, limit, reached: rules.reachedTold(split.reached.length, isByGroups) },
    leftOut: rules.leftOutTold(split, hindered, isByGroups),
    composition: rules.compositionOf(rules.countedOn(facts.today, split.reached), counted),
  };
}

/** Guards the programme, and every other one whose participants the audience asks. */
async function requireOwn(deps: Platform, caller: Caller, programmeId: string, kept: KeptAudience): Promise<void> {
  const programmes = new Set([programmeId, ...programmesIn(straightened(kept))]);
  for (const one of programmes) await coordinatedProgramme(deps, caller, one);
}

export interface Whom {
  /** Who fits and has not been invited by this programme. */
  readonly fresh: readonly Colleague[];
  readonly goneGroups: readonly string[];
  readonly goneExceptions: readonly string[];
}

/** For the job, as it is now. Nobody, as long as somebody was to be left out whom the directory no longer names. */
export async function whomToInvite(deps: Platform, { programmeId, audience: kept }: Call): Promise<Whom> {
  const audience = straightened(kept);
  const [all, facts, rows] = await Promise.all([
    everybody(deps),
    factsFor(deps, audience),
    invitations.list(deps.tables, programmeId),
  ]);
  const { any, except } = rulesOf(audience);
  const invited = new Set(rows.map(({ value }) => value.personId));
  return {
    fresh: foundIn(all, audience, facts).people.filter(({ id }) => !invited.has(id)),
    ...{ goneGroups: goneGroups(any, facts), goneExceptions: goneGroups(except, facts) },
  };
}

export interface Aside {
  readonly away: ReadonlySet<string>;
  readonly askedEnough: ReadonlySet<string>;
  /** Who is away and comes back in time: when they are asked. */
  readonly backAt: ReadonlyMap<string, number>;
}

/** Of some people, who is not asked now and why. `ends` is the instant at which the last day is over. */
export async function setAside(
  deps: Platform,
  some: readonly { readonly id: string }[],
  { programmeId, ends }: { readonly programmeId: string; readonly ends: number },
): Promise<Aside> {
  const now = deps.clock.now();
  const [away, askedEnough, backAt] = [new Set<string>(), new Set<string>(), new Map<string, number>()];
  await Promise.all(
    some.map(async ({ id }) => {
      if ((await askedElsewhere(deps, id, programmeId)) >= deps.config.asksAYear) return void askedEnough.add(id);
      const absence = await absenceOf(deps, id);
      if (!absence || absence.from > now || absence.until <= now) return undefined;
      // Whoever is back for less than a working day has had no chance to apply.
      if (absence.until > ends - 8 * hour) away.add(id);
      else backAt.set(id, absence.until);
      return undefined;
    }),
  );
  return { away, askedEnough, backAt };
}

/** What became of the calls of a programme, the newest first; only where there is something to say. */
export async function callReports(deps: Platform, caller: Caller, programmeId: string): Promise<ToldReport[]> {
  await coordinatedProgramme(deps, caller, programmeId);
  const [rows, sent] = await Promise.all([
    reports.list(deps.tables, programmeId),
    calls.list(deps.tables, programmeId),
  ]);
  const byGroups = new Map(sent.map(({ value }) => [value.id, rules.goesByGroups(straightened(value.audience))]));
  return rows
    .map(({ value }) => value)
    .toSorted((a, b) => b.at - a.at)
    .flatMap(({ callId, at, goneGroups: gone, goneExceptions, away, askedEnough }) => {
      const isByGroups = byGroups.get(callId) ?? true;
      const told = (people: number) => (people === 0 ? undefined : rules.countTold(people, isByGroups));
      const [a, b] = [told(away), told(askedEnough)];
      const counts = { ...(a ? { away: a } : {}), ...(b ? { askedEnough: b } : {}) };
      const isSilent = gone.length + goneExceptions.length + away + askedEnough === 0;
      return isSilent ? [] : [{ callId, at, goneGroups: gone, goneExceptions, ...counts }];
    });
}

/** The programme's own and the organisation's, by name; without those that ask people of a programme that is not the reader's. */
export async function savedAudiences(deps: Platform, caller: Caller, programmeId: string): Promise<SavedLine[]> {
  await coordinatedProgramme(deps, caller, programmeId);
  const of = async (scope: Scope): Promise<SavedLine[]> => {
    const rows = await savedRows[scope].list(deps.tables, partitionOf(scope, programmeId));
    return rows.map(({ value: { id, name, audience } }) => ({ id, name, audience, scope }));
  };
  const all = (await Promise.all([of('programme'), of('organisation')])).flat();
  return all.toSorted((a, b) => a.name.localeCompare(b.name));
}

const partitionOf = (scope: Scope, programmeId: string): string =>
  scope === 'programme' ? programmeId : organisationPartition;

const mostSaved = 50;

/** The same name in the same place is the same audience, described anew. */
export async function saveAudience(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  { scope, ...draft }: SavedDraft,
): Promise<SavedLine> {
  await requireOwn(deps, caller, programmeId, draft.audience);
  const refused = (field: string, reason: string): Failure =>
    new Failure('bad-input', reason, { fields: [{ field, reason }] });
  // Others could not use it, and would see that the programme is asked.
  if (scope === 'organisation' && programmesIn(draft.audience).length > 0)
    throw refused('scope', 'audience-of-programme');
  const rows = savedRows[scope];
  const partition = partitionOf(scope, programmeId);
  const before = await rows.list(deps.tables, partition);
  const same = before.find(({ value }) => value.name === draft.name);
  if (!same && before.length >= mostSaved) throw refused('name', 'audiences-full');
  const value = {
    ...{ ...draft, id: same?.value.id ?? newId(), savedAt: deps.clock.now(), savedBy: caller.personId },
  };
  await deps.tables.commit([same ? rows.replace(same, value) : rows.create(partition, value.id, value)]);
  return { id: value.id, ...draft, scope };
}

/** What was sent with it stays as it is. Gone is gone, however often it is asked. */
export async function forgetAudience(
  deps: Platform,
  caller: Caller,
  programmeId: string,
  audienceId: string,
): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  for (const scope of ['programme', 'organisation'] as const) {
    await untilUnchanged(async () => {
      const row = await savedRows[scope].find(deps.tables, partitionOf(scope, programmeId), audienceId);
      if (row) await deps.tables.commit([savedRows[scope].remove(row)]);
    });
  }
}
