/** The coordinator's page: where the programme stands, what waits, what did not arrive, and trying that again. */
import { localDate } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import { Failure } from '../../../platform/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { checkInResponse } from '../../checkins/results/usecases.ts';
import { mayNeedAWord } from '../../checkins/signals/usecases.ts';
import { meetingFigures } from '../../meetings/usecases.ts';
import { waitingForMatch } from '../../pairs/rematch/usecases.ts';
import { matchingFigures } from '../../pairs/usecases.ts';
import { mayBeSentAgain } from '../../people/messages/rules.ts';
import { sentAbout } from '../../people/messages/usecases.ts';
import { cardOf, type PersonCard } from '../../people/model.ts';
import { findPeople } from '../../people/usecases.ts';
import type { Programme } from '../../programmes/model.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { applyingAt } from '../../recruitment/rounds/rules.ts';
import { recruitmentFigures, roundOf } from '../../recruitment/usecases.ts';
import { thanksFigures } from '../../recognition/usecases.ts';
import { storyFigures } from '../../stories/usecases.ts';
import { supportDecisionOf } from '../../surveys/results/usecases.ts';
import { trainingFigures } from '../../training/usecases.ts';
import type { Facts, Overview } from './model.ts';
import { isToldWithName, kindOf, namesSomebody, nextActionOf, stageAfter, stepsOf, waitingOf } from './rules.ts';

const mostShown = 50;

export async function overviewOf(deps: Platform, caller: Caller, programmeId: string): Promise<Overview> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const sent = sentAbout(deps, 'programmes', programmeId);
  const [facts, troubles] = await Promise.all([factsOf(deps, programme, sent), troublesOf(deps, programmeId, sent)]);
  const nextStage = stageAfter(programme.stage);
  return {
    ...{ ...facts, steps: stepsOf(facts), next: nextActionOf(facts), waiting: waitingOf(facts), ...troubles },
    ...(nextStage ? { nextStage } : {}),
  };
}

type Sents = ReturnType<typeof sentAbout>;

async function factsOf(deps: Platform, programme: Programme, about: Sents): Promise<Facts> {
  const { id, name, stage, startsOn, endsOn, goals, surveyId } = programme;
  const [support, callOpen, recruitment, matching, training, meetings, checkIns, words, waiting, thanks, stories] =
    await Promise.all([
      supportOf(deps, surveyId),
      takesApplications(deps, programme),
      recruitmentFigures(deps, id, about),
      matchingFigures(deps, id),
      trainingFigures(deps, id),
      meetingFigures(deps, id),
      lastRound(deps, id),
      openWords(deps, id),
      waitingForMatch(deps, id),
      thanksFigures(deps, id),
      storyFigures(deps, id),
    ]);
  return {
    ...{ programme: { id, name, stage, startsOn, endsOn }, support, goals: goals.length, callOpen },
    ...{ recruitment, matching, training, meetings, words, rematches: waiting.length, thanks: thanks.said, stories },
    ...(surveyId === undefined ? {} : { surveyId }),
    ...(checkIns ? { checkIns } : {}),
  };
}

async function supportOf(deps: Platform, surveyId: string | undefined): Promise<Facts['support']> {
  if (surveyId === undefined) return 'none';
  return (await supportDecisionOf(deps, surveyId))?.choice ?? 'undecided';
}

async function takesApplications(deps: Platform, { id, stage, zone }: Programme): Promise<boolean> {
  const round = await roundOf(deps, id);
  return round !== undefined && applyingAt(stage, round, localDate(deps.clock.now(), zone)) === 'open';
}

/** Those that nobody of the team has taken on, and what was put off until today. */
async function openWords(deps: Platform, programmeId: string): Promise<number> {
  const all = await mayNeedAWord(deps, programmeId);
  return all.filter(({ state, remindOn }) => state === 'open' || remindOn !== undefined).length;
}

/** The latest round for which people were asked. */
async function lastRound(deps: Platform, programmeId: string): Promise<Facts['checkIns']> {
  const asked = (await checkInResponse(deps, programmeId)).filter((one) => one.asked.kind !== 'under-5').at(-1);
  return asked && { round: asked.round, answered: asked.answered };
}

async function troublesOf(
  deps: Platform,
  programmeId: string,
  about: Sents,
): Promise<Pick<Overview, 'notArrived' | 'failed'>> {
  const [sent, tasks] = await Promise.all([about, deps.outbox.tasksOf('programmes', programmeId)]);
  const lost = sent.flatMap(({ reason, ...one }) =>
    reason && isToldWithName(reason) && namesSomebody(one.kind) ? [{ ...one, reason }] : [],
  );
  const shown = lost.toReversed().slice(0, mostShown);
  const failed = tasks.filter((one) => one.state === 'failed').slice(0, mostShown);
  const ids = [...shown, ...failed.map((one) => one.data)].flatMap(({ personId }) => (personId ? [personId] : []));
  const people = await findPeople(deps, ids);
  const cardFor = (personId: string): PersonCard => {
    const found = people.get(personId);
    return found ? cardOf(found) : { id: personId, name: '…' };
  };
  return {
    notArrived: shown.map((one) => {
      const { sendId: id, personId, kind, reason, at } = one;
      return { id, person: cardFor(personId), kind: kindOf(kind), reason, at, mayTryAgain: mayBeSentAgain(one) };
    }),
    failed: failed.map(({ id, job, data }) => {
      const kind = kindOf(job);
      const personId = namesSomebody(job) ? data['personId'] : undefined;
      return { id, kind, ...(personId ? { person: cardFor(personId) } : {}) };
    }),
  };
}

/** Gives work that failed another round of tries; work that is over or under way stays as it is. */
export async function tryAgain(deps: Platform, caller: Caller, programmeId: string, taskId: string): Promise<void> {
  await coordinatedProgramme(deps, caller, programmeId);
  if (!(await deps.outbox.retry('programmes', programmeId, taskId))) throw new Failure('gone', 'task-over');
}
