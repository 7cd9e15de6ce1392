/** The two messages about a path that is not done: a reminder before the last day, and a kind word to whom a gate left out. All re-read. */
import type { JobResult } from '../../../platform/doors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { deliver } from '../../people/messages/usecases.ts';
import { findProgramme, programmeOf } from '../../programmes/usecases.ts';
import { applicationOf, applyingNow, roundOf, type ApplicationListener } from '../../recruitment/usecases.ts';
import { missingCard, remindCard } from '../cards.ts';
import { gatesOf } from '../gate/usecases.ts';
import { leftOf, namesOf } from '../role-paths/usecases.ts';
import { reminding, tellingMissing } from '../sends.ts';
import { reminderAt, reminderDue } from './rules.ts';

interface To {
  readonly programmeId: string;
  readonly personId: string;
}

/** Somebody applied: one reminder, unless the path is done, or the last day is near already. Called twice it is the same. */
export const planReminder: ApplicationListener = async (deps, { status, programmeId, personId, answers }) => {
  if (status !== 'applied') return;
  const [programme, round] = await Promise.all([findProgramme(deps, programmeId), roundOf(deps, programmeId)]);
  if (!programme || !round) return;
  const due = reminderDue(round.closesOn, programme.zone, deps.clock.now());
  if (due === undefined) return;
  if ((await leftOf(deps, { personId, programmeId }, answers.role)).length === 0) return;
  const id = idOf('training.remind', programmeId, personId);
  await deps.outbox.ask('programmes', programmeId, {
    ...{ id, job: 'training.remind', due, lane: 'campaign', data: { programmeId, personId } },
  });
};

/** Later where the last day was put off; never once it is over. */
export async function remindOfPath(deps: Platform, { programmeId, personId }: To, sendId: string): Promise<JobResult> {
  const [programme, round] = await Promise.all([programmeOf(deps, programmeId), roundOf(deps, programmeId)]);
  if (!round) return undefined;
  const due = reminderAt(round.closesOn, programme.zone);
  if (due > deps.clock.now()) return { again: due };
  return deliver(deps, {
    ...{ ...reminding.as, table: 'programmes', partition: programmeId, sendId, personId },
    ...{ data: { programmeId, personId }, programmeLanguage: programme.language },
    card: async (language) => {
      const { closesOn } = (await roundOf(deps, programmeId)) ?? round;
      if ((await applyingNow(deps, programme)) !== 'open') return undefined;
      const one = await applicationOf(deps, programmeId, personId);
      if (one?.status !== 'applied') return undefined;
      const left = await namesOf(deps, await leftOf(deps, one, one.answers.role), language);
      if (left.length === 0) return undefined;
      return remindCard(language, { programme, closesOn, left, isGated: programme.coursesFirst === true });
    },
  });
}

/** After a match was published: to whom it left out because of the courses, once in a programme. */
export async function tellMissing(deps: Platform, { programmeId, personId }: To, sendId: string): Promise<JobResult> {
  const programme = await programmeOf(deps, programmeId);
  return deliver(deps, {
    ...{ ...tellingMissing.as, table: 'programmes', partition: programmeId, sendId, personId },
    ...{ data: { programmeId, personId }, programmeLanguage: programme.language },
    card: async (language) => {
      const gate = (await gatesOf(deps, personId)).find((one) => one.programmeId === programmeId);
      if (!gate || gate.exception !== undefined) return undefined;
      return missingCard(language, { programme, left: await namesOf(deps, gate.missing, language) });
    },
  });
}
