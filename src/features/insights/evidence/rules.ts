/** Which line of the pack is there and which is missing: each follows from facts of the programme, and flips with them. */
import type { Language } from '../../../platform/words.ts';
import { rangeOf } from '../funnel/telling/rules.ts';
import { sayRange } from '../funnel/naming/rules.ts';
import { standards, type EvidencePage, type Facts, type Line, type LineId, type Standard } from './model.ts';
import { say } from './words.ts';

interface Rule {
  readonly standard: Standard;
  isThere(this: void, one: Facts): boolean;
  /** Below the page of the programme; from the root where it begins with `/`. */
  readonly at: string;
  /** A number of people that its sentence tells, as a range; of things as it is. */
  count?(this: void, one: Facts): number;
  things?(this: void, one: Facts): number;
}

/** With fewer than two nobody stands in for a coordinator who is ill. */
const leastCoordinators = 2;

export const rules: Readonly<Record<LineId, Rule>> = {
  goals: { standard: 'purpose', at: 'settings', isThere: ({ goals }) => goals > 0, things: ({ goals }) => goals },
  support: { standard: 'purpose', at: '/surveys', isThere: ({ support }) => support === 'go' || support === 'go-if' },
  sponsor: { standard: 'purpose', at: 'settings', isThere: ({ hasSponsor }) => hasSponsor },
  needs: { standard: 'purpose', at: '/needs', isThere: ({ knowsNeeds }) => knowsNeeds },
  languages: { standard: 'purpose', at: 'settings', isThere: ({ untranslated }) => untranslated === 0 },
  'course-offered': {
    ...{ standard: 'briefing', at: 'recruitment', isThere: ({ offeredCourse }) => offeredCourse > 0 },
    count: ({ offeredCourse }) => offeredCourse,
  },
  'course-ended': {
    ...{ standard: 'briefing', at: 'report', isThere: ({ endedCourse }) => endedCourse > 0 },
    count: ({ endedCourse }) => endedCourse,
  },
  managers: { standard: 'briefing', at: 'recruitment', isThere: ({ informsManagers }) => informsManagers },
  channels: {
    ...{ standard: 'matching', at: 'recruitment/kit', isThere: ({ sources }) => sources > 1 },
    things: ({ sources }) => sources,
  },
  applications: {
    ...{ standard: 'matching', at: 'recruitment', isThere: ({ mentees, mentors }) => mentees > 0 && mentors > 0 },
    count: ({ mentees, mentors }) => mentees + mentors,
  },
  criteria: { standard: 'matching', at: 'recruitment/rounds', isThere: ({ choosing }) => choosing !== 'no-criteria' },
  published: { standard: 'matching', at: 'matching', isThere: ({ hasPublished }) => hasPublished },
  fairness: { standard: 'matching', at: 'matching', isThere: ({ hasFairness }) => hasFairness },
  'both-sides': {
    ...{ standard: 'matching', at: 'pairs', isThere: ({ pairs }) => pairs > 0 },
    count: ({ pairs }) => pairs,
  },
  'check-ins': { standard: 'measurement', at: 'check-ins', isThere: ({ checkInsReleased }) => checkInsReleased },
  surveys: {
    ...{ standard: 'measurement', at: '/surveys', isThere: ({ surveysReleased }) => surveysReleased > 0 },
    things: ({ surveysReleased }) => surveysReleased,
  },
  answered: {
    ...{ standard: 'measurement', at: 'findings', isThere: ({ findings, told }) => findings > 0 && told === findings },
    things: ({ told }) => told,
  },
  report: { standard: 'measurement', at: 'report', isThere: ({ reportWords }) => reportWords > 0 },
  identity: { standard: 'ethics', at: '/identity/countries', isThere: ({ identitySet }) => identitySet },
  consent: {
    standard: 'ethics',
    at: 'stories',
    isThere: ({ stories }) => stories > 0,
    count: ({ stories }) => stories,
  },
  'no-fault': { standard: 'ethics', at: 'pairs', isThere: ({ parted }) => parted > 0, count: ({ parted }) => parted },
  team: {
    ...{ standard: 'support', at: 'settings', isThere: ({ coordinators }) => coordinators >= leastCoordinators },
    things: ({ coordinators }) => coordinators,
  },
  'last-day': { standard: 'support', at: 'recruitment/rounds', isThere: ({ hasLastDay }) => hasLastDay },
  reached: {
    ...{ standard: 'support', at: 'messages', isThere: ({ notReached }) => notReached === 0 },
    count: ({ notReached }) => notReached,
  },
  words: {
    ...{ standard: 'support', at: 'check-ins', isThere: ({ waitForWord }) => waitForWord === 0 },
    count: ({ waitForWord }) => waitForWord,
  },
  recognition: {
    ...{ standard: 'support', at: 'thanks', isThere: ({ thanks }) => thanks > 0 },
    count: ({ thanks }) => thanks,
  },
};

export function linesOf(one: Facts, programmeId: string, language: Language): EvidencePage['standards'] {
  const all = Object.entries(rules) as [LineId, Rule][];
  return standards.map((standard) => ({
    standard,
    lines: all
      .filter(([, rule]) => rule.standard === standard)
      .map(([id, rule]) => lineOf(id, rule, one, { programmeId, language })),
  }));
}

function lineOf(
  id: LineId,
  { isThere, at, count, things }: Rule,
  one: Facts,
  { programmeId, language }: { readonly programmeId: string; readonly language: Language },
): Line {
  const is = isThere(one);
  const values = { count: things?.(one) ?? (count ? sayRange(language, rangeOf(count(one))) : '') };
  const path = at.startsWith('/') ? at : `/programmes/${programmeId}/${at}`;
  return { id, isThere: is, says: say(language, `${is ? 'there' : 'missing'}.${id}`, values), path };
}
