/** The facts on which the pack rests, as every feature knows them at this moment. */
import type { Platform } from '../../../../platform/platform.ts';
import { checkInFigures } from '../../../checkins/results/usecases.ts';
import { mayNeedAWord } from '../../../checkins/signals/usecases.ts';
import { fairnessRows, proposals } from '../../../matching/store.ts';
import { pairsOfProgramme } from '../../../pairs/usecases.ts';
import { isSetAnywhere } from '../../../people/identity/usecases.ts';
import { borrowedLanguages, type Programme } from '../../../programmes/model.ts';
import { coordinatorsOf } from '../../../programmes/usecases.ts';
import { thanksFigures } from '../../../recognition/usecases.ts';
import { choices, choosings } from '../../../recruitment/choosing/store.ts';
import { informings } from '../../../recruitment/informing/store.ts';
import { sources } from '../../../recruitment/sources/store.ts';
import { closingDayOf, recruitmentFigures } from '../../../recruitment/usecases.ts';
import { toldFindings } from '../../../release/themes/usecases.ts';
import { latestRelease } from '../../../release/usecases.ts';
import { storyFigures } from '../../../stories/usecases.ts';
import { supportDecisionOf } from '../../../surveys/results/usecases.ts';
import { trainingFigures } from '../../../training/usecases.ts';
import { stateOf } from '../../findings/model.ts';
import { surveysOf } from '../../findings/released/usecases.ts';
import { wereTogether } from '../../findings/rules.ts';
import { findingsOf } from '../../findings/usecases.ts';
import { wordsRows } from '../../report/store.ts';
import type { Facts } from '../model.ts';

export async function gatherFacts(deps: Platform, programme: Programme): Promise<Facts> {
  const found = await Promise.all([
    purposeFacts(deps, programme),
    briefingFacts(deps, programme),
    matchingFacts(deps, programme),
    measurementFacts(deps, programme),
    ethicsFacts(deps, programme),
    supportFacts(deps, programme),
  ]);
  const [purpose, briefing, matching, measurement, ethics, support] = found;
  return { ...purpose, ...briefing, ...matching, ...measurement, ...ethics, ...support };
}

async function purposeFacts(deps: Platform, one: Programme) {
  const [decision, surveys, talks] = await Promise.all([
    one.surveyId === undefined ? undefined : supportDecisionOf(deps, one.surveyId),
    releasedSurveys(deps, one),
    toldFindings(deps),
  ]);
  const [inSurveys, inTalks] = [
    surveys.some(({ set }) => set === 'needs'),
    talks.some(({ about }) => about === 'needs'),
  ];
  return {
    ...{ goals: one.goals.length, support: decision?.choice ?? ('none' as const) },
    ...{ hasSponsor: one.sponsorId !== undefined, knowsNeeds: inSurveys || inTalks },
    untranslated: borrowedLanguages(one).length,
  };
}

async function releasedSurveys(deps: Platform, programme: Programme) {
  const all = await surveysOf(deps, programme);
  const told = await Promise.all(all.map(({ id }) => latestRelease(deps, id)));
  return all.filter((_, at) => told[at] !== undefined);
}

async function briefingFacts(deps: Platform, { id }: Programme) {
  const [{ invited, done }, informing] = await Promise.all([
    trainingFigures(deps, id),
    informings.find(deps.tables, id, 'own'),
  ]);
  return { offeredCourse: invited, endedCourse: done, informsManagers: informing?.value.on ?? false };
}

async function matchingFacts(deps: Platform, { id }: Programme) {
  const [codes, { mentees, mentors }, heads, pairs, criteria, chosen] = await Promise.all([
    sources.list(deps.tables, id),
    recruitmentFigures(deps, id),
    proposals.list(deps.tables, id),
    pairsOfProgramme(deps, id),
    choosings.list(deps.tables, id),
    choices.list(deps.tables, id),
  ]);
  const published = heads.map(({ value }) => value).filter(({ state }) => state === 'published');
  const fairness = await Promise.all(published.map((one) => fairnessRows.find(deps.tables, id, one.id)));
  const choosing: Facts['choosing'] =
    chosen.length === 0
      ? 'not-needed'
      : criteria.some(({ value }) => value.criteria.length > 0)
        ? 'criteria'
        : 'no-criteria';
  return {
    ...{ sources: codes.length, mentees, mentors, hasPublished: published.length > 0, choosing },
    hasFairness: fairness.some((row) => row?.value.some(({ parts }) => parts.length > 0)),
    pairs: pairs.filter(wereTogether).length,
    parted: pairs.filter(({ state }) => state === 'ended' || state === 'declined').length,
  };
}

async function measurementFacts(deps: Platform, programme: Programme) {
  const { id } = programme;
  const [{ rounds }, surveys, findings, words] = await Promise.all([
    checkInFigures(deps, id),
    releasedSurveys(deps, programme),
    findingsOf(deps, id),
    wordsRows.list(deps.tables, id),
  ]);
  return {
    ...{
      checkInsReleased: rounds.some(({ released }) => released !== undefined),
      surveysReleased: surveys.length,
      findings: findings.length,
    },
    told: findings.filter((one) => stateOf(one) === 'told').length,
    reportWords: new Set(words.filter(({ value }) => value.text !== '').map(({ key: [section] }) => section)).size,
  };
}

async function ethicsFacts(deps: Platform, { id }: Programme) {
  const [identitySet, { published }, { said }] = await Promise.all([
    isSetAnywhere(deps),
    storyFigures(deps, id),
    thanksFigures(deps, id),
  ]);
  return { identitySet, stories: published, thanks: said };
}

async function supportFacts(deps: Platform, { id }: Programme) {
  const [team, lastDay, { notReached }, words] = await Promise.all([
    coordinatorsOf(deps, id),
    closingDayOf(deps, id),
    recruitmentFigures(deps, id),
    mayNeedAWord(deps, id),
  ]);
  return {
    ...{ coordinators: team.length, hasLastDay: lastDay !== undefined, notReached },
    waitForWord: words.filter(({ state }) => state === 'open').length,
  };
}
