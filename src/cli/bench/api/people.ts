/**
 * An organisation in mid-programme, written by the product's own stores: everybody has applied and has a partner; the pairs have agreed,
 * set a goal, met twice and have a date; the first check-in is answered and the second open; two courses are done and one begun; a survey
 * waits. The sandbox gives the people, so that Entra signs in who is written here.
 */
import { someAnswers } from '../../../../test/support/applications.ts';
import type { SandboxPerson } from '../../../../test/support/sandbox.ts';
import { checkIns } from '../../../features/checkins/store.ts';
import { meetings } from '../../../features/meetings/store.ts';
import { agreements, versionKey } from '../../../features/pairs/agreement/store.ts';
import { pairGoals } from '../../../features/pairs/goals/store.ts';
import { pairLines, pairs } from '../../../features/pairs/store.ts';
import { emptyLetterbox } from '../../../features/people/messages/rules.ts';
import { letterboxes } from '../../../features/people/messages/store.ts';
import { usualHours } from '../../../features/people/rules.ts';
import { bucketOfPerson, hoursRows, people, preferenceRows } from '../../../features/people/store.ts';
import { coordinated, onlyRow, programmeIndex, programmes, teams } from '../../../features/programmes/store.ts';
import { applications, participations } from '../../../features/recruitment/store.ts';
import { askedRows, toAnswer } from '../../../features/surveys/store.ts';
import { completions, progressRows } from '../../../features/training/store.ts';
import { mapAtOnce } from '../../../platform/at-once.ts';
import { day, hour } from '../../../platform/clock.ts';
import { groupedBy } from '../../../platform/grouped.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change } from '../../../platform/tables.ts';

export const programmeId = 'bench';
/** Done by everybody, and begun. */
const done = ['setting-goals', 'taking-initiative'] as const;
export const begun = 'active-listening';

/** Who acts in the load: a participant with partner, pair and the next date. */
export interface Participant {
  readonly id: string;
  readonly pairId: string;
  readonly meetingId: string;
}

export const languageOf = ({ language }: SandboxPerson): 'nl' | 'fr' | 'de' | 'en' =>
  (['nl', 'fr', 'de'] as const).find((one) => one === language) ?? 'en';

/** Everybody of the directory, and a programme in the stage in which pairs meet. */
export async function addOrganisation(deps: Platform, all: readonly SandboxPerson[], coordinatorId: string) {
  const directory = all.map((one) =>
    people.put(bucketOfPerson(one.id), one.id, {
      ...{ id: one.id, name: one.name, language: languageOf(one), kind: 'member', enabled: one.enabled },
      ...(one.department === null ? {} : { department: one.department }),
      ...(one.managerId === null ? {} : { managerId: one.managerId }),
    }),
  );
  await writeAll(deps, directory);
  const at = deps.clock.now() - 60 * day;
  await deps.tables.commit([programmeIndex.put('programmes', programmeId, { id: programmeId })]);
  await deps.tables.commit([coordinated.put(coordinatorId, programmeId, { id: programmeId })]);
  await deps.tables.commit([
    programmes.create(programmeId, onlyRow, {
      ...{ name: 'Bench', forWhom: 'Everybody', why: 'To measure', howChosen: 'All', goals: [], language: 'en' },
      ...{ startsOn: '2027-01-04', endsOn: '2027-12-17', id: programmeId, stage: 'run', zone: 'Europe/Brussels' },
      ...{ createdAt: at, createdBy: coordinatorId, stageAt: at },
    }),
    teams.create(programmeId, coordinatorId, { personId: coordinatorId, addedAt: at }),
  ]);
}

/** Two and two of these a pair, the first of them the mentee. */
export async function addParticipants(
  deps: Platform,
  ids: readonly string[],
  surveyId: string,
): Promise<Participant[]> {
  const now = deps.clock.now();
  const found = ids.map((id, place): Participant => {
    const pair = Math.floor(place / 2);
    return { id, pairId: `pair-${pair}`, meetingId: `next-${pair}` };
  });
  await mapAtOnce(found, 4, (one) =>
    deps.tables.commit(ownRows(one, surveyId, { now, machine: deps.clock.machine() })),
  );
  const shared = found.flatMap((one, place) => {
    const [mentee, mentor] = [one.id, found[place + 1]?.id ?? one.id];
    return [applicationOf(one.id, place, now), ...(place % 2 === 0 ? pairRows(one, [mentee, mentor], now) : [])];
  });
  await writeAll(deps, [...shared, ...ids.map((id) => askedRows.put(surveyId, id, { surveyId }))]);
  return found;
}

function ownRows(
  { id, pairId }: Participant,
  surveyId: string,
  { now, machine }: { readonly now: number; readonly machine: number },
): Change[] {
  return [
    participations.put(id, programmeId, { programmeId }),
    pairLines.put(id, pairId, { programmeId, pairId }),
    preferenceRows.put(id, 'own', {}),
    letterboxes.put(id, 'own', emptyLetterbox),
    hoursRows.put(id, 'mailbox', { at: machine, hours: usualHours }),
    ...done.flatMap((courseId) => [
      completions.put(id, courseId, { courseId, doneAt: now - 40 * day }),
      progressRows.put(id, courseId, { step: 5, at: now - 40 * day }),
    ]),
    progressRows.put(id, begun, { step: 0, at: now - day }),
    toAnswer.put(id, surveyId, { surveyId }),
  ];
}

function applicationOf(personId: string, place: number, now: number): Change {
  const at = now - 55 * day;
  return applications.put(programmeId, personId, {
    ...{ programmeId, personId, status: 'applied', waited: false },
    ...{ startedAt: at, changedAt: at, appliedAt: at, begunAt: at },
    answers: someAnswers({ role: place % 2 === 0 ? 'mentee' : 'mentor' }),
  });
}

function pairRows({ pairId, meetingId }: Participant, members: readonly [string, string], now: number): Change[] {
  const [menteeId, mentorId] = members;
  const activeAt = now - 35 * day;
  const meetingAt = (id: string, start: number): Change =>
    meetings.put(programmeId, [pairId, id], {
      ...{ id, programmeId, pairId, start, end: start + hour, state: 'planned', organiserId: menteeId },
      ...{ byHand: true, sequence: 0, plannedAt: start - 5 * day },
      ...(start < now ? { met: [{ personId: menteeId, said: 'yes' }] } : {}),
    });
  return [
    pairs.put(programmeId, pairId, {
      ...{ id: pairId, programmeId, proposalId: 'bench', menteeId, mentorId, state: 'active', reasons: [] },
      ...{ menteeSaid: 'yes', mentorSaid: 'yes', offeredAt: activeAt - day, activeAt },
    }),
    agreements.put(programmeId, [pairId, versionKey(1)], {
      ...{ pairId, version: 1, by: menteeId, at: activeAt },
      parts: [{ part: 'rhythm', text: 'Every second week, in the morning.', by: menteeId, since: 1 }],
      signed: members.map((personId) => ({ personId, at: activeAt })),
    }),
    pairGoals.put(programmeId, [pairId, 'goal'], { id: 'goal', pairId, text: 'To find my way here', at: activeAt }),
    meetingAt('first', now - 28 * day),
    meetingAt('second', now - 14 * day),
    meetingAt(meetingId, now + 3 * day),
    ...members.map((personId) =>
      checkIns.put(programmeId, [pairId, 'day-14', personId], {
        ...{ pairId, personId, said: { round: 'day-14', met: 'yes', contact: false }, at: now - 20 * day },
      }),
    ),
  ];
}

/** A hundred rows of a partition at a time. */
async function writeAll({ tables }: Platform, changes: readonly Change[]): Promise<void> {
  const groups = groupedBy(changes, ({ table, partition }) => `${table} ${partition}`);
  const batches = [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / 100) }, (_, at) => group.slice(at * 100, at * 100 + 100)),
  );
  await mapAtOnce(batches, 3, (batch) => tables.commit(batch));
}
