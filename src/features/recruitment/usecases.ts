/** What other features ask about recruitment. Calls are in `calls/`, applying is in `applying/`. */
import type { Platform } from '../../platform/platform.ts';
import { cardOf } from '../people/model.ts';
import { findPeople } from '../people/usecases.ts';
import { findProgramme } from '../programmes/usecases.ts';
import { localDate } from '../../platform/clock.ts';
import { isFailure } from '../../platform/errors.ts';
import { sentAbout } from '../people/messages/usecases.ts';
import {
  asksForMentor,
  isSent,
  offersToMentor,
  type ApplicantLine,
  type Application,
  type Call,
  type Invitation,
  type RecruitmentFigures,
  type RecruitmentPage,
} from './model.ts';
import type { Programme } from '../programmes/model.ts';
import type { Applying, Round } from './rounds/model.ts';
import { applyingAt } from './rounds/rules.ts';
import { lastDay } from './rules.ts';
import { applications, applied, calls, closingDays, invitations, invitedTo, lastKey, participations } from './store.ts';

/** For features that follow when somebody applies, changes or withdraws; called by a job, so once or more: be idempotent. */
export type ApplicationListener = (deps: Platform, application: Application) => Promise<void>;

/** Everybody who has applied and not withdrawn. */
export function appliedTo(deps: Platform, programmeId: string): Promise<Application[]> {
  return applied(deps.tables, programmeId);
}

export async function applicationOf(
  deps: Platform,
  programmeId: string,
  personId: string,
): Promise<Application | undefined> {
  return (await applications.find(deps.tables, programmeId, personId))?.value;
}

/** The applications of a person in all programmes, drafts and withdrawn ones with them. */
export async function participationsOf(deps: Platform, personId: string): Promise<Application[]> {
  const lines = await participations.list(deps.tables, personId);
  const found = await Promise.all(lines.map(({ value }) => applicationOf(deps, value.programmeId, personId)));
  return found.flatMap((one) => (one ? [one] : []));
}

/** The invitations of a person in all programmes, answered ones with them. */
export async function invitationsOf(deps: Platform, personId: string): Promise<Invitation[]> {
  const lines = await invitedTo.list(deps.tables, personId);
  const found = await Promise.all(lines.map(({ value }) => invitations.find(deps.tables, value.programmeId, personId)));
  return found.flatMap((row) => (row ? [row.value] : []));
}

/** Invitations that a person can still take up: unanswered, not applied, the programme open. */
export async function openInvitationsOf(
  deps: Platform,
  personId: string,
): Promise<{ programmeId: string; name: string }[]> {
  const invited = (await invitationsOf(deps, personId)).filter((one) => one.answer === undefined);
  const found = await Promise.all(
    invited.map(async ({ programmeId }) => {
      const [programme, own] = await Promise.all([
        findProgramme(deps, programmeId),
        applicationOf(deps, programmeId, personId),
      ]);
      if (!programme || own) return [];
      return (await applyingNow(deps, programme)) === 'open' ? [{ programmeId, name: programme.name }] : [];
    }),
  );
  return found.flat();
}

/** The call that was made last; nothing as long as there is none. */
export async function latestCallOf(deps: Platform, programmeId: string): Promise<Call | undefined> {
  const all = (await calls.list(deps.tables, programmeId)).map((row) => row.value);
  return all.toSorted((a, b) => b.createdAt - a.createdAt)[0];
}

/** The round of a programme; nothing as long as there is no last day. */
export async function roundOf(deps: Platform, programmeId: string): Promise<Round | undefined> {
  const kept = await closingDays.find(deps.tables, programmeId, lastKey);
  if (kept) return kept.value;
  const closesOn = lastDay((await calls.list(deps.tables, programmeId)).map((row) => row.value));
  return closesOn === undefined ? undefined : { closesOn };
}

/** The last day on which one can apply; nothing as long as there is no call. */
export async function closingDayOf(deps: Platform, programmeId: string): Promise<string | undefined> {
  return (await roundOf(deps, programmeId))?.closesOn;
}

/** What sending an application means now. */
export async function applyingNow(deps: Platform, { id, stage, zone }: Programme): Promise<Applying> {
  return applyingAt(stage, await roundOf(deps, id), localDate(deps.clock.now(), zone));
}

/** Those who applied and stayed without a partner: they come first in the next proposal. Called twice it is the same. */
export async function markWaited(deps: Platform, programmeId: string, personIds: readonly string[]): Promise<void> {
  for (const personId of personIds)
    await changeApplication(deps, programmeId, personId, (one) =>
      one.waited || one.status !== 'applied' ? undefined : { ...one, waited: true },
    );
}

/** A pair of this person began: nobody who has a partner comes first any more, in this programme or in another one. */
export async function markBegun(deps: Platform, programmeId: string, personId: string): Promise<void> {
  const begunAt = deps.clock.now();
  await changeApplication(deps, programmeId, personId, (one) =>
    one.begunAt === undefined || one.waited ? { begunAt, ...one, waited: false } : undefined,
  );
  for (const { programmeId: other, waited } of await participationsOf(deps, personId))
    if (waited) await changeApplication(deps, other, personId, (one) => ({ ...one, waited: false }));
}

/** Whoever stayed without a partner in another programme, and did not leave it, comes first in this one. */
export async function waitedElsewhere(deps: Platform, personId: string): Promise<boolean> {
  return (await participationsOf(deps, personId)).some((one) => one.waited && isSent(one));
}

/** Changes what the product itself knows of an application; `next` gives nothing where all is as it should be. */
export async function changeApplication(
  deps: Platform,
  programmeId: string,
  personId: string,
  next: (one: Application) => Application | undefined,
  tries = 3,
): Promise<void> {
  const row = await applications.find(deps.tables, programmeId, personId);
  const changed = row && next(row.value);
  if (!row || !changed) return;
  await deps.tables.commit([applications.replace(row, changed)]).catch((error: unknown) => {
    // The person changed the answers at the same time.
    if (!isFailure(error, 'conflict') || tries <= 1) throw error;
    return changeApplication(deps, programmeId, personId, next, tries - 1);
  });
}

/** The figures, and why invitations did not arrive: the reasons with how many, never with whom. */
export async function outcomeOf(
  deps: Platform,
  programmeId: string,
  about = sentAbout(deps, 'programmes', programmeId),
): Promise<Pick<RecruitmentPage, 'figures' | 'notReached'>> {
  const [invited, all, sent] = await Promise.all([
    invitations.list(deps.tables, programmeId),
    appliedTo(deps, programmeId),
    about,
  ]);
  const ours = sent.filter(({ kind }) => kind === 'recruitment.send-invitation' || kind === 'recruitment.send-mail');
  const failed = ours.filter((one) => one.state === 'failed');
  const mentors = all.filter((one) => offersToMentor(one.answers.role));
  const inIt = new Set(all.map((one) => one.personId));
  const figures = {
    invited: invited.length,
    arrived: ours.filter(({ state }) => state === 'arrived' || state === 'in-tab').length,
    notReached: failed.length,
    notNow: invited.filter(({ value }) => value.answer !== undefined && !inIt.has(value.personId)).length,
    mentees: all.filter((one) => asksForMentor(one.answers.role)).length,
    mentors: mentors.length,
    places: mentors.reduce((sum, one) => sum + one.answers.capacity, 0),
  };
  const counts = new Map<RecruitmentPage['notReached'][number]['reason'], number>();
  for (const { reason = 'gave-up' } of failed) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const notReached = [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
  return { figures, notReached };
}

/** `about` is what was sent, for whoever has read it already: it may be long. */
export async function recruitmentFigures(
  deps: Platform,
  programmeId: string,
  about?: ReturnType<typeof sentAbout>,
): Promise<RecruitmentFigures> {
  return (await outcomeOf(deps, programmeId, about)).figures;
}

/** What coordinators see of who applied: never wishes, motivation or the private list. */
export async function applicantsOf(deps: Platform, programmeId: string): Promise<ApplicantLine[]> {
  const all = await appliedTo(deps, programmeId);
  const people = await findPeople(
    deps,
    all.map((one) => one.personId),
  );
  return all.flatMap(({ personId, answers }) => {
    const one = people.get(personId);
    if (!one) return [];
    const { role, languages, hoursAMonth } = answers;
    const topics = [...new Set([...answers.sought, ...answers.offered].map(({ topic }) => topic))];
    return [{ person: cardOf(one), role, topics, languages, hoursAMonth }];
  });
}
