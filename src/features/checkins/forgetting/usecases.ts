/**
 * Forgets what somebody said in the check-ins of a pair. What was settled is counted without a name and stays so. How many answered is
 * told as well, as a band: an answer that went would move it, and tell that this person had given one. So nobody's empty one takes its
 * place, without a time.
 */
import { newUuid } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Change, Row } from '../../../platform/tables.ts';
import { untilUnchanged } from '../../../platform/tables/conflict.ts';
import { forgetAnswersOf } from '../../release/answers/forgetting/usecases.ts';
import { forgetAnswers } from '../../release/answers/usecases.ts';
import { questionsOf } from '../asks/rules.ts';
import type { Confiding } from '../confiding/usecases.ts';
import type { CheckIn, Said } from '../model.ts';
import { everyRound } from '../rules.ts';
import { checkIns, contactWordId, differences, figuresId, notesRead, putOffs, words } from '../store.ts';
import type { CheckInAddress } from '../usecases.ts';

/** May run twice: the marks of settled answers go last, so that nothing settles once more. */
export async function forgetCheckIns(deps: Confiding, personId: string, at: CheckInAddress): Promise<void> {
  const { programmeId, pairId } = at;
  for (const round of everyRound) await deps.confidence?.takeBack(deps, { ...at, round, personId });
  await untilUnchanged(async () => {
    for (const changes of await forgotten(deps, personId, at)) await deps.tables.commit(changes);
  });
  const marks = settling().map((round) => ({
    surveyId: figuresId(programmeId, round),
    personId: `${pairId} ${personId}`,
  }));
  await forgetAnswersOf(deps, personId, { marks });
}

/** Rounds whose answers are counted without a name. */
const settling = () => everyRound.filter((round) => questionsOf(round).length > 0);

/** A year after the programme: what settled goes as well, of everybody; what was told of it stays. */
export async function forgetSettled(deps: Platform, programmeId: string): Promise<void> {
  for (const round of settling()) await forgetAnswers(deps, figuresId(programmeId, round));
}

/** Round by round; what the two were told of where they differ is made of both their answers. */
async function forgotten({ tables }: Confiding, personId: string, { programmeId, pairId }: CheckInAddress) {
  const [answers, put, read, differ, word] = await Promise.all([
    checkIns.list(tables, programmeId, pairId),
    putOffs.list(tables, programmeId, pairId),
    notesRead.list(tables, programmeId, pairId),
    differences.list(tables, programmeId, pairId),
    words.find(tables, programmeId, contactWordId(pairId, personId)),
  ]);
  const isOwn = ({ key }: Row<unknown>): boolean => key[2] === personId;
  const own = answers.filter(isOwn);
  const rounds = new Set(own.map(({ key }) => key[1]));
  return [
    ...own.map((row): Change[] => [checkIns.remove(row), nobodys(row)]),
    ...put.filter(isOwn).map((row) => [putOffs.remove(row)]),
    ...read.filter(isOwn).map((row) => [notesRead.remove(row)]),
    ...differ.filter(({ key }) => rounds.has(key[1])).map((row) => [differences.remove(row)]),
    ...(word ? [[words.remove(word)]] : []),
  ];
}

function nobodys({ partition, value: { pairId, said } }: Row<CheckIn>): Change {
  const { round } = said;
  const empty: Said =
    round === 'day-14'
      ? { round, met: 'planned', contact: false }
      : { round, ratings: {}, contact: false, note: '', noteFor: 'nobody' };
  const nobody = newUuid();
  return checkIns.create(partition, [pairId, round, nobody], { pairId, personId: nobody, said: empty, at: 0 });
}
