/** The verbs about what counts: what stands now, and what other weights would do to some of those who wait. Nothing is kept. */
import type { Caller } from '../../../platform/doors.ts';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { rememberer } from '../../../platform/remembered.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import type { MatchProblem } from '../engine/model.ts';
import { someFactsOf } from '../facts/usecases.ts';
import { usualAims, type Aims } from '../model.ts';
import { currentOf } from '../proposals/usecases.ts';
import { floorOf, problemFrom } from '../rules.ts';
import { weightsOf } from './rules.ts';
import type { Preview, StandingAims } from './trying/model.ts';
import { menteesMost, mentorsMost, previewOf, sampleOf } from './trying/rules.ts';

/** What the next proposal begins with. */
export async function viewAims(deps: Platform, caller: Caller, programmeId: string): Promise<StandingAims> {
  const programme = (await coordinatedProgramme(deps, caller, programmeId)).value;
  const head = (await currentOf(deps, programmeId)).head?.value;
  return { programmeName: programme.name, isDraft: head?.state === 'draft', aims: head?.aims ?? usualAims };
}

/** The sample is the same while the round lasts, whoever asks; what leaves here is figures of ten people or more. */
export async function previewAims(deps: Platform, caller: Caller, programmeId: string, aims: Aims): Promise<Preview> {
  await coordinatedProgramme(deps, caller, programmeId);
  const { round } = await currentOf(deps, programmeId);
  const from = idOf('matching.sample', programmeId, String(round));
  const sample = await recentSample(deps, from, () => readSample(deps, programmeId, from));
  const floor = floorOf(aims);
  return previewOf({ ...sample, floor }, weightsOf({ preset: aims.preset }), weightsOf(aims));
}

/** A slider asks many times in a row; there are no private wishes in it. */
const recentSample = rememberer<MatchProblem>(20);

async function readSample(deps: Platform, programmeId: string, from: string): Promise<MatchProblem> {
  const facts = await someFactsOf(deps, programmeId, { from, mentees: menteesMost, mentors: mentorsMost });
  return sampleOf(problemFrom(facts));
}
