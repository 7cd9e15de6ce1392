/** Puts together what one of the two may see anyway, for the talk that comes next. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { viewGoals } from '../../pairs/goals/usecases.ts';
import { activePairFor } from '../../pairs/usecases.ts';
import type { MeetingAddress } from '../model.ts';
import { ownRows } from '../notes/store.ts';
import { aroundMeeting } from '../notes/usecases.ts';
import { pickedFor, seenQuestion } from '../questions/rules.ts';
import { questionsAbout } from '../questions/store.ts';
import type { Preparation } from './model.ts';
import { dueBy, lastNotes } from './rules.ts';

/** Failure `gone` where the pair is not active: there is nothing to prepare. */
export async function preparationFor(deps: Platform, caller: Caller, at: MeetingAddress): Promise<Preparation> {
  await activePairFor(deps, caller.personId, at.programmeId, at.pairId);
  const [around, goals, ownOnes] = await Promise.all([
    aroundMeeting(deps, caller, at),
    viewGoals(deps, caller, at),
    ownRows.list(deps.tables, caller.personId, at.pairId),
  ]);
  const { seen, before, reader, taken } = around;
  const { partner, zone, meeting, points, agreed } = seen;
  const sets = { phase: questionsAbout(around.phase), topics: around.topics.map(questionsAbout), taken };
  const { opener, questions } = pickedFor(sets, reader.side, before.length);
  const own = new Map(ownOnes.map(({ key, value }) => [key.at(-1) ?? '', value]));
  const last = lastNotes(before, own);
  return {
    ...{ partner, zone, meeting, points, agreed: agreed.filter(({ done }) => !done) },
    goals: { mine: goals.mine, due: dueBy(localDate(meeting.start, zone), goals.goals) },
    ...(opener ? { opener: seenQuestion(opener, reader) } : {}),
    questions: questions.map((one) => seenQuestion(one, reader)),
    ...(last ? { last } : {}),
  };
}
