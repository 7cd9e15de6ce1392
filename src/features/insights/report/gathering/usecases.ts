/** Gathers what the sections of a report say. A further section is its name in the model, and one line here. */
import type { Caller } from '../../../../platform/doors.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { checkInFigures } from '../../../checkins/results/usecases.ts';
import { overrides, fairnessRows, proposals } from '../../../matching/store.ts';
import type { Programme } from '../../../programmes/model.ts';
import { thanksFigures } from '../../../recognition/usecases.ts';
import { storyFigures } from '../../../stories/usecases.ts';
import { supportDecisionOf } from '../../../surveys/results/usecases.ts';
import { skillFigures } from '../../../training/skills/results/usecases.ts';
import { trainingFigures } from '../../../training/usecases.ts';
import { releasedAbout } from '../../findings/released/usecases.ts';
import { findingsOf } from '../../findings/usecases.ts';
import { lookAt } from '../../funnel/usecases.ts';
import { goalAnswers } from '../../goals/usecases.ts';
import { qualityOf } from '../../quality/usecases.ts';
import { sectionsOf, type Teller, type Tellers } from '../rules.ts';
import type { Section, SectionId } from '../model.ts';
import {
  costTeller,
  matchingTeller,
  meetingsTeller,
  purposeTeller,
  reachedTeller,
  recognitionTeller,
  trainingTeller,
  type MatchingFacts,
} from '../sections/rules.ts';
import { checkInsTeller, findingsTeller, goalsTeller, voicesTeller } from '../sections/voices/rules.ts';

type Gather = (deps: Platform, caller: Caller, programme: Programme) => Promise<Teller>;

const gatherers: Readonly<Record<Exclude<SectionId, 'unsaid'>, Gather>> = {
  purpose: async (deps, _caller, one) => purposeTeller(one, await supportOf(deps, one)),
  reached: async (deps, caller, one) => reachedTeller((await lookAt(deps, caller, one)).page),
  matching: async (deps, _caller, { id }) => matchingTeller(await matchingFacts(deps, id)),
  meetings: async (deps, _caller, { id }) => meetingsTeller(await qualityOf(deps, id)),
  'check-ins': async (deps, _caller, { id }) => checkInsTeller(await checkInFigures(deps, id)),
  goals: async (deps, _caller, { id }) => goalsTeller(await goalAnswers(deps, id)),
  training: async (deps, _caller, { id }) =>
    trainingTeller(await trainingFigures(deps, id), await skillFigures(deps, id)),
  recognition: async (deps, _caller, { id }) => {
    const [{ said }, { published }] = await Promise.all([thanksFigures(deps, id), storyFigures(deps, id)]);
    return recognitionTeller({ thanks: said, stories: published });
  },
  voices: async (deps, caller, one) => voicesTeller(await releasedAbout(deps, caller, one)),
  findings: async (deps, _caller, { id }) => findingsTeller(await findingsOf(deps, id)),
  cost: async (deps, _caller, { id }) => costTeller(await qualityOf(deps, id)),
};

/** For a coordinator of the programme; who that is, was asked before. */
export async function gatherSections(deps: Platform, caller: Caller, programme: Programme): Promise<Section[]> {
  const found = await Promise.all(
    Object.entries(gatherers).map(async ([id, gather]) => [id, await gather(deps, caller, programme)] as const),
  );
  return sectionsOf(Object.fromEntries(found) as Tellers);
}

async function supportOf(deps: Platform, { surveyId }: Programme) {
  const found = surveyId === undefined ? undefined : await supportDecisionOf(deps, surveyId);
  return found && { choice: found.choice, ...(found.score === undefined ? {} : { score: found.score }) };
}

/** The last one that was published. */
async function matchingFacts(deps: Platform, programmeId: string): Promise<MatchingFacts> {
  const [heads, changes] = await Promise.all([
    proposals.list(deps.tables, programmeId),
    overrides.list(deps.tables, programmeId),
  ]);
  const all = heads.map(({ value }) => value).filter(({ state }) => state === 'published');
  const last = all.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0))[0];
  if (!last) return { fairness: [], byHand: 0 };
  const fairness = (await fairnessRows.find(deps.tables, programmeId, last.id))?.value ?? [];
  const { counts, proven, publishedWhy: why } = last;
  return {
    ...{ published: { counts, proven, ...(why === undefined ? {} : { why }) }, fairness },
    byHand: changes.filter(({ value }) => value.proposalId === last.id).length,
  };
}
