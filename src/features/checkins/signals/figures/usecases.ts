/** Released figures of check-ins: a settled answer goes in without a name, and how many answered comes out in bands. */
import type { Platform } from '../../../../platform/platform.ts';
import { pairsOfProgramme } from '../../../pairs/usecases.ts';
import { programmeOf } from '../../../programmes/usecases.ts';
import { keepAnswer } from '../../../release/answers/usecases.ts';
import { headcountOf } from '../../../release/rules.ts';
import { releaseResults } from '../../../release/usecases.ts';
import { items, releaseItems, rounds, type CheckInFigures, type Round } from '../../model.ts';
import { bandOf, isRoundOpen } from '../../rules.ts';
import { checkIns, figuresId } from '../../store.ts';

/** A settled answer goes, without a name, to those that are released together; what is skipped is left out. */
export async function settleAnswer(
  deps: Platform,
  programmeId: string,
  pairId: string,
  personId: string,
): Promise<void> {
  const said = (await checkIns.find(deps.tables, programmeId, pairId, 'day-30', personId))?.value.said;
  if (said?.round !== 'day-30') return;
  const ratings: Record<string, number> = {};
  for (const item of items) {
    const value = said.ratings[item];
    if (value !== 'skipped') ratings[item] = value;
  }
  const texts: Record<string, string> = said.note === '' ? {} : { note: said.note };
  await keepAnswer(deps, {
    surveyId: figuresId(programmeId, 'day-30'),
    personId: `${pairId} ${personId}`,
    response: { ratings, texts },
    isOpen: () => Promise.resolve(true),
  });
}

/** Released results of day 30 and how many answered, in bands. Without asking who: callers ask first. */
export async function checkInFigures(deps: Platform, programmeId: string): Promise<CheckInFigures> {
  const released = await releaseResults(deps, {
    ...{ surveyId: figuresId(programmeId, 'day-30'), items: releaseItems, isClosing: false },
  });
  return { rounds: await responseOf(deps, programmeId), ...(released ? { released } : {}) };
}

async function responseOf(deps: Platform, programmeId: string): Promise<CheckInFigures['rounds']> {
  const [{ zone }, pairs, rows] = await Promise.all([
    programmeOf(deps, programmeId),
    pairsOfProgramme(deps, programmeId),
    checkIns.list(deps.tables, programmeId),
  ]);
  const now = deps.clock.now();
  const askedIn = (round: Round): Set<string> =>
    new Set(
      pairs
        .filter(
          ({ state, activeAt }) =>
            state === 'active' && activeAt !== undefined && isRoundOpen(round, activeAt, now, zone),
        )
        .map((pair) => pair.id),
    );
  return rounds.map((round) => {
    const asked = askedIn(round);
    const answered = rows.filter(({ value }) => value.said.round === round && asked.has(value.pairId)).length;
    return { round, asked: headcountOf(asked.size * 2), answered: bandOf(asked.size * 2, answered) };
  });
}
