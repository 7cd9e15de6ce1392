/** "My mentoring" in one answer, out of what every feature knows of a person. The coordinator's page is in `programme/`. */
import { daysAfter } from '../../platform/clock.ts';
import type { Caller } from '../../platform/doors.ts';
import type { Platform } from '../../platform/platform.ts';
import { checkInsWaiting, myCheckIns } from '../checkins/usecases.ts';
import { lookAtMine } from '../meetings/following/usecases.ts';
import { meetingsOf, pairsToSayMet } from '../meetings/usecases.ts';
import { agreementsWaiting } from '../pairs/agreement/usecases.ts';
import { pairsWithGoalsToSay } from '../pairs/goals/usecases.ts';
import { isLiving, type PairView } from '../pairs/model.ts';
import { viewMyPairs } from '../pairs/usecases.ts';
import { keptBackFor } from '../people/messages/usecases.ts';
import { callName, cardOf } from '../people/model.ts';
import { findPeople, findPerson, keptZoneOf, preferencesOfPerson } from '../people/usecases.ts';
import { findProgramme, programmeOf } from '../programmes/usecases.ts';
import { pairsWithDoorsWaiting } from '../recognition/doors/usecases.ts';
import { myEventsOf } from '../recognition/events/mine/usecases.ts';
import { hasThanked, suggestedOnDay } from '../recognition/usecases.ts';
import { helpingOf } from '../recruitment/helping/usecases.ts';
import type { Application } from '../recruitment/model.ts';
import { applyingNow, openInvitationsOf } from '../recruitment/usecases.ts';
import { storiesWaitingFor } from '../stories/usecases.ts';
import { surveysToAnswer } from '../surveys/answering/usecases.ts';
import { circlesOf } from '../training/circle/usecases.ts';
import { gatesOf } from '../training/gate/usecases.ts';
import { coursesNow } from '../training/moments/usecases.ts';
import { resourcesOf } from '../training/resources/usecases.ts';
import { standingOf, type Standing } from '../training/role-paths/usecases.ts';
import { mySkills } from '../training/skills/usecases.ts';
import { coursesFor } from '../training/usecases.ts';
import type { Home, HomeMeeting, OwnApplication } from './model.ts';
import { keptLine, nextFor, notNamed } from './rules.ts';

export async function homeOf(deps: Platform, caller: Caller): Promise<Home> {
  const { personId } = caller;
  const reading = standingOf(deps, personId);
  const [waiting, mine, preferences, person, keptBack] = await Promise.all([
    whatWaits(deps, caller),
    whatIsMine(deps, caller, reading),
    preferencesOfPerson(deps, personId),
    findPerson(deps, personId),
    keptBackFor(deps, personId),
  ]);
  const standing = await reading;
  const planned = new Set(mine.meetings.map(({ pairId }) => pairId));
  // Thanks and stories are between colleagues.
  const toThank = caller.isGuest ? new Set<string>() : await pairsToThank(deps, personId, mine.pairs);
  const [doors, now, gates, agreements, goals, toSayMet] = await Promise.all([
    pairsWithDoorsWaiting(deps, personId, mine.pairs.filter(isLiving)),
    coursesNow(deps, caller, mine.pairs, standing),
    gatesOf(deps, personId, standing),
    agreementsWaiting(deps, personId, mine.pairs),
    pairsWithGoalsToSay(deps, mine.pairs),
    pairsToSayMet(deps, personId),
  ]);
  const isGated = gates.some(({ exception }) => exception === undefined);
  const asked = { toThank, doors, agreements, goals, toSayMet, isGated, coursesNow: now };
  const next = nextFor({ ...waiting, ...mine, ...asked, planned });
  return {
    name: person ? callName(person) : '',
    next,
    ...mine,
    keptBack: notNamed(keptBack.flatMap(keptLine), next),
    preferences,
  };
}

async function whatWaits(deps: Platform, caller: Caller) {
  const { personId, isGuest } = caller;
  const [checkIns, invitations, surveys, stories, events] = await Promise.all([
    checkInsWaiting(deps, personId),
    openInvitationsOf(deps, personId),
    surveysToAnswer(deps, personId),
    isGuest ? [] : storiesWaitingFor(deps, personId),
    myEventsOf(deps, caller),
  ]);
  return { checkIns, invitations, surveys, stories, events };
}

async function whatIsMine(deps: Platform, caller: Caller, reading: Promise<Standing>) {
  const { personId } = caller;
  const [pairs, meetings, said, courses, skills, { applications: all }, helping, circles, resources] =
    await Promise.all([
      viewMyPairs(deps, caller),
      homeMeetings(deps, caller),
      myCheckIns(deps, personId),
      reading.then((standing) => coursesFor(deps, caller, standing)),
      reading.then((standing) => mySkills(deps, personId, standing)),
      reading,
      helpingOf(deps, caller),
      circlesOf(deps, caller),
      resourcesOf(deps, personId),
    ]);
  const paired = new Set(pairs.filter(isLiving).map(({ programmeId }) => programmeId));
  const applications = (await Promise.all(all.map((one) => ownApplication(deps, one, paired)))).flat();
  return { pairs, meetings, said, courses, skills, applications, helping, circles, resources };
}

/** Active pairs past the day of the suggestion in which this person has not said thanks. */
async function pairsToThank(deps: Platform, personId: string, pairs: readonly PairView[]): Promise<Set<string>> {
  const found = await Promise.all(
    pairs.map(async ({ id: pairId, programmeId, state, activeAt }) => {
      if (state !== 'active' || activeAt === undefined) return [];
      const { zone } = await programmeOf(deps, programmeId);
      if (deps.clock.now() < daysAfter(activeAt, suggestedOnDay, zone)) return [];
      return (await hasThanked(deps, personId, { programmeId, pairId })) ? [] : [pairId];
    }),
  );
  return new Set(found.flat());
}

async function homeMeetings(deps: Platform, caller: Caller): Promise<HomeMeeting[]> {
  const { personId } = caller;
  await lookAtMine(deps, caller);
  const all = await meetingsOf(deps, personId);
  const ids = all.map((one) => one.partnerId);
  const [people, zone] = await Promise.all([findPeople(deps, ids), keptZoneOf(deps, personId)]);
  return all.map(({ partnerId, ...one }) => {
    const partner = people.get(partnerId);
    return { ...one, zone, partner: partner ? cardOf(partner) : { id: partnerId, name: '…' } };
  });
}

async function ownApplication(
  deps: Platform,
  { programmeId, status }: Application,
  paired: ReadonlySet<string>,
): Promise<OwnApplication[]> {
  const programme = await findProgramme(deps, programmeId);
  if (!programme) return [];
  const applying = await applyingNow(deps, programme);
  const late = applying === 'list';
  // Who applied in time keeps the answers of that day.
  const open = applying === 'open' || (late && status !== 'applied');
  const mayTakeBack = status === 'waiting' || (status === 'applied' && !paired.has(programmeId));
  return [{ programmeId, programmeName: programme.name, status, open, late, mayTakeBack }];
}
