/** The verbs of looking at what one can do: see one's own page, answer, leave the figures, delete everything. */
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { sideOf } from '../../pairs/model.ts';
import { pairsOfPerson } from '../../pairs/usecases.ts';
import { findProgramme, programmeOf } from '../../programmes/usecases.ts';
import type { Programme } from '../../programmes/model.ts';
import { applicationOf, type ApplicationListener } from '../../recruitment/usecases.ts';
import { forgetOwn, keepOwn, ownAnswers } from '../../release/answers/own/usecases.ts';
import { floors } from '../../release/model.ts';
import { pathOf } from '../rules.ts';
import { standingOf, type Standing } from '../role-paths/usecases.ts';
import { courseOf } from '../usecases.ts';
import { countIn, forgetWhen, isClosed, planEnds } from './counting/usecases.ts';
import {
  parts,
  sides,
  type Moment,
  type Part,
  type SkillsDraft,
  type SkillsKept,
  type SkillsLine,
  type SkillsView,
} from './model.ts';
import { mayAssess } from './policy.ts';
import { dueOf, isOnSide, mayLookBack, type SkillFacts } from './rules.ts';
import { isAskedOf, saidOf, skillsIn } from './set/rules.ts';
import { chainOf, declinedRows, skillRows, type SkillPlace } from './store.ts';

/** The programme, for whoever takes part on this side; "not there" and "not yours" are one answer. */
async function ownProgramme(deps: Platform, personId: string, { programmeId, side }: SkillPlace): Promise<Programme> {
  const application = await applicationOf(deps, programmeId, personId);
  if (!mayAssess(application, side)) throw new Failure('not-found', 'skills-gone');
  return programmeOf(deps, programmeId);
}

export async function viewSkills(deps: Platform, caller: Caller, at: SkillPlace): Promise<SkillsView> {
  const { personId, language } = caller;
  const programme = await ownProgramme(deps, personId, at);
  const [facts, found, closed] = await Promise.all([
    factsOf(deps, personId, at, programme),
    ownAnswers(deps, chainOf(at), personId),
    isClosed(deps, at.programmeId),
  ]);
  const { kept } = facts;
  const due = dueOf(facts);
  const said = Object.fromEntries(parts.flatMap((part) => (found[part] ? [[part, found[part].ratings]] : [])));
  return {
    ...{ programmeId: programme.id, programmeName: programme.name, side: at.side, said },
    ...{ isClosed: closed, floor: floors.rating },
    skills: skillsIn(language, at.side, (id) => courseOf(id, language)),
    ...(kept ? { kept } : {}),
    ...(due ? { due } : {}),
    mayLookBack: mayLookBack(facts),
  };
}

async function factsOf(
  deps: Platform,
  personId: string,
  { programmeId, side }: SkillPlace,
  { stage, stageAt }: Programme,
  known?: Standing,
): Promise<SkillFacts> {
  const [kept, { done }, pairs] = await Promise.all([
    skillRows.find(deps.tables, personId, programmeId, side),
    known ?? standingOf(deps, personId),
    pairsOfPerson(deps, personId),
  ]);
  const begun = pairs.flatMap((one) =>
    one.programmeId === programmeId && sideOf(one, personId) === side ? (one.activeAt ?? []) : [],
  );
  return {
    ...{ kept: kept?.value, isTrained: pathOf(side).every((id) => done.has(id)), now: deps.clock.now() },
    activeAt: begun.length > 0 ? Math.min(...begun) : undefined,
    closedAt: stage === 'close' ? stageAt : undefined,
  };
}

/**
 * Keeps an answer in the place of the former one, and brings what is counted in line with it. Failure `bad-input` for what this side is
 * not asked, `conflict` for an "after" while nothing was learnt or practised yet.
 */
export async function saySkills(
  deps: Platform,
  caller: Caller,
  at: SkillPlace & { readonly moment: Moment },
  { ratings, back, counted }: SkillsDraft,
): Promise<SkillsView> {
  const { personId } = caller;
  const programme = await ownProgramme(deps, personId, at);
  if (![ratings, back ?? {}].every((one) => isAskedOf(at.side, one))) throw new Failure('bad-input', 'skills-unknown');
  const facts = await factsOf(deps, personId, at, programme);
  if (at.moment === 'after' && !mayLookBack(facts)) throw new Failure('conflict', 'skills-too-early');
  const now = deps.clock.now();
  const one = (said: SkillsDraft['ratings']) => ({ ratings: saidOf(said) });
  const given = at.moment === 'before' ? { before: one(ratings) } : { now: one(ratings), back: one(back ?? {}) };
  // What is not to be counted is out of the figures before the row says so.
  if (!counted) await countIn(deps, { at, personId, counted, said: {} });
  // First the row that leads to the answers: whatever fails after it, they are found again and can be deleted.
  await deps.tables.commit([
    skillRows.put(personId, [at.programmeId, at.side], { ...facts.kept, [at.moment]: now, counted }),
  ]);
  await keepOwn(deps, chainOf(at), personId, given);
  // Whoever answers after all has thought better of "no thanks".
  await deps.tables.drop('people', personId, `skillsdeclined.${at.programmeId}.${at.side}`);
  await follow(deps, personId, at, counted);
  await planEnds(deps, programme);
  await forgetIfLeft(deps, personId, at);
  return viewSkills(deps, caller, at);
}

/** It was deleted, or its person withdrew, while it was being kept: nothing may stay that no row leads to. */
async function forgetIfLeft(deps: Platform, personId: string, at: SkillPlace): Promise<void> {
  const row = await skillRows.find(deps.tables, personId, at.programmeId, at.side);
  if (!row) await forgetSide(deps, personId, at);
}

async function follow(deps: Platform, personId: string, at: SkillPlace, counted: boolean): Promise<void> {
  const found = await ownAnswers(deps, chainOf(at), personId);
  const said: Partial<Record<Part, Readonly<Record<string, number>>>> = {};
  for (const part of parts) if (found[part]) said[part] = found[part].ratings;
  await countIn(deps, { at, personId, counted, said });
}

/** The own page stays; the figures do not count it any more. */
export async function leaveFigures(deps: Platform, caller: Caller, at: SkillPlace): Promise<SkillsView> {
  const { personId } = caller;
  const row = await skillRows.find(deps.tables, personId, at.programmeId, at.side);
  if (row) {
    await follow(deps, personId, at, false);
    const kept: SkillsKept = { ...row.value, counted: false };
    await deps.tables.commit([skillRows.replace(row, kept)]);
  }
  return viewSkills(deps, caller, at);
}

/** Nothing is offered on this side any more, until its person answers after all; said twice it is the same. */
export async function declineSkills(deps: Platform, caller: Caller, at: SkillPlace): Promise<SkillsLine[]> {
  const { personId } = caller;
  const programme = await ownProgramme(deps, personId, at);
  await deps.tables.commit([declinedRows.put(personId, [at.programmeId, at.side], { at: deps.clock.now() })]);
  await planEnds(deps, programme);
  return mySkills(deps, personId);
}

/** All of it at once, on this side; nothing to delete is as good. */
export async function deleteSkills(deps: Platform, caller: Caller, at: SkillPlace): Promise<SkillsView> {
  await ownProgramme(deps, caller.personId, at);
  await forgetSide(deps, caller.personId, at);
  return viewSkills(deps, caller, at);
}

async function forgetSide(deps: Platform, personId: string, at: SkillPlace): Promise<void> {
  await countIn(deps, { at, personId, counted: false, said: {} });
  await forgetOwn(deps, chainOf(at), personId);
  await forgetWhen(deps, at.programmeId, personId, [at.side]);
}

/** Whoever withdraws, or no longer takes part on a side, takes this along. */
export const forgetWithdrawn: ApplicationListener = async (deps, application) => {
  const { programmeId, personId } = application;
  for (const side of sides) {
    if (isOnSide(application, side)) continue;
    const row = await skillRows.find(deps.tables, personId, programmeId, side);
    if (row) await forgetSide(deps, personId, { programmeId, side });
    else await forgetWhen(deps, programmeId, personId, [side]);
  }
};

/** For the first page: a line for each side on which this person takes part, with what is offered now. */
export async function mySkills(deps: Platform, personId: string, known?: Standing): Promise<SkillsLine[]> {
  const [standing, declined] = await Promise.all([
    known ?? standingOf(deps, personId),
    declinedRows.list(deps.tables, personId),
  ]);
  const found = standing.applications.flatMap((one) =>
    sides.flatMap((side): SkillPlace[] => (isOnSide(one, side) ? [{ programmeId: one.programmeId, side }] : [])),
  );
  const isDeclined = ({ programmeId, side }: SkillPlace): boolean =>
    declined.some(({ key }) => key[0] === programmeId && key[1] === side);
  const lines = await Promise.all(
    found.map((at) => lineOf(deps, personId, { ...at, isDeclined: isDeclined(at) }, standing)),
  );
  return lines.flat();
}

async function lineOf(
  deps: Platform,
  personId: string,
  { isDeclined, ...at }: SkillPlace & { readonly isDeclined: boolean },
  standing: Standing,
): Promise<SkillsLine[]> {
  const programme = standing.programmes.get(at.programmeId) ?? (await findProgramme(deps, at.programmeId));
  if (!programme) return [];
  const facts = await factsOf(deps, personId, at, programme, standing);
  const due = isDeclined ? undefined : dueOf(facts);
  if (!facts.kept && !due && !isDeclined) return [];
  return [
    {
      ...{ programmeId: programme.id, programmeName: programme.name, side: at.side },
      ...(isDeclined ? { isDeclined } : {}),
      ...(facts.kept ? { kept: facts.kept } : {}),
      ...(due ? { due } : {}),
    },
  ];
}
