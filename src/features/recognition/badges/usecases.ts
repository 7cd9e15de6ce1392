/** The verbs of badges: see the own ones, choose who sees one or decline it, and see what the other of a pair shows. */
import { Failure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { saidMet } from '../../checkins/usecases.ts';
import { heldMeetings } from '../../meetings/usecases.ts';
import { reachedGoals } from '../../pairs/goals/usecases.ts';
import { partnerOf, sideOf, type Pair } from '../../pairs/model.ts';
import { completedAt } from '../../pairs/rules.ts';
import { pairFor, pairsOfPerson } from '../../pairs/usecases.ts';
import { findProgramme } from '../../programmes/usecases.ts';
import { hostedRows } from '../../training/sessions/store.ts';
import { completions } from '../../training/store.ts';
import type { PairAddress } from '../usecases.ts';
import type { Badge, BadgeChoice, BadgeId, BadgeView, ShownBadge } from './model.ts';
import { mayReadBadges } from './policy.ts';
import { badgesOf, type Happened, type History, type PairHistory } from './rules.ts';
import { badgeChoiceRows } from './store.ts';

export async function myBadges(deps: Platform, personId: string): Promise<BadgeView[]> {
  const [history, kept] = await Promise.all([historyOf(deps, personId), badgeChoiceRows.list(deps.tables, personId)]);
  const choiceOf = (id: BadgeId): BadgeChoice => kept.find(({ key }) => key[0] === id)?.value.choice ?? 'me';
  return badgesOf(history).map((one) => ({ ...one, choice: choiceOf(one.id) }));
}

/** Pressed twice it is once; a later word takes the place of the one before. */
export async function chooseBadge(deps: Platform, personId: string, id: BadgeId, choice: BadgeChoice): Promise<void> {
  await badgeOf(deps, personId, id);
  if (choice !== 'me') {
    await deps.tables.commit([badgeChoiceRows.put(personId, id, { choice })]);
    return;
  }
  await untilUnchanged(async () => {
    const before = await badgeChoiceRows.find(deps.tables, personId, id);
    if (before) await deps.tables.commit([badgeChoiceRows.remove(before)]);
  });
}

/** Failure `not-found` for a badge whose rule is not met. */
export async function badgeOf(deps: Platform, personId: string, id: BadgeId): Promise<Badge> {
  const found = badgesOf(await historyOf(deps, personId)).find((one) => one.id === id);
  if (!found) throw new Failure('not-found', 'badge-not-there');
  return found;
}

/** What the other of the pair chose to show. Failure `gone` for a pair that one of the two left. */
export async function badgesOfPartner(deps: Platform, personId: string, at: PairAddress): Promise<ShownBadge[]> {
  const { value: pair } = await pairFor(deps, personId, at.programmeId, at.pairId);
  if (!mayReadBadges(personId, pair)) throw new Failure('gone', 'no-badges-here');
  const all = await myBadges(deps, partnerOf(pair, personId));
  return all.flatMap(({ id, kind, side, choice }) => (choice === 'partner' ? [{ id, kind, side }] : []));
}

/** All that the rules look at, as it is kept now. */
async function historyOf(deps: Platform, personId: string): Promise<History> {
  const [done, pairs] = await Promise.all([completions.list(deps.tables, personId), pairsOfPerson(deps, personId)]);
  const histories = await Promise.all(pairs.map((one) => pairHistory(deps, personId, one)));
  const programmeIds = [...new Set(pairs.map(({ programmeId }) => programmeId))];
  const hosted = await Promise.all(programmeIds.map((id) => hostedRows.list(deps.tables, id, personId)));
  return {
    ...{ courses: done.map(({ value }) => value), pairs: histories.flat() },
    hosted: hosted.flat().map(({ value }) => ({ at: value.at })),
  };
}

async function pairHistory(deps: Platform, personId: string, pair: Pair): Promise<PairHistory[]> {
  const side = sideOf(pair, personId);
  if (side === undefined || pair.activeAt === undefined) return [];
  const { programmeId, id: pairId } = pair;
  const [met, goals, programme] = await Promise.all([
    metOf(deps, pair),
    reachedGoals(deps, { programmeId, pairId }),
    findProgramme(deps, programmeId),
  ]);
  const isTogether = pair.state !== 'ended' || pair.ending === 'together';
  const completed = programme && completedAt(pair, programme, deps.clock.now());
  return [
    {
      ...{ side, activeAt: pair.activeAt },
      ...(met ? { met } : {}),
      // When a goal was reached is kept nowhere.
      ...(goals.length > 0 && isTogether ? { reached: {} } : {}),
      ...(completed === undefined ? {} : { completed }),
    },
  ];
}

/** The first meeting that was held, or that one of the two said in a check-in that they met. */
async function metOf(deps: Platform, pair: Pair): Promise<Happened | undefined> {
  const [held] = await heldMeetings(deps, pair.programmeId, pair.id);
  if (held) return { at: held.start };
  return (await saidMet(deps, pair)) ? {} : undefined;
}
