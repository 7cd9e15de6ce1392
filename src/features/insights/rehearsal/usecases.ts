/** The rehearsal of a programme for its coordinators: their own words and dates, with example people. */
import { daysAfter } from '../../../platform/clock.ts';
import type { Caller } from '../../../platform/doors.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Language } from '../../../platform/words.ts';
import { anyoneTakes } from '../../concerns/advisers/usecases.ts';
import { personOf } from '../../people/usecases.ts';
import type { Programme } from '../../programmes/model.ts';
import type { Scene, Sending } from '../../programmes/rehearsal/model.ts';
import { coordinatedProgramme } from '../../programmes/usecases.ts';
import { calls } from '../../recruitment/store.ts';
import { closingDayOf } from '../../recruitment/usecases.ts';
import { usualDays } from '../../surveys/rules.ts';
import { namesOf, ownPathIn } from '../../training/role-paths/usecases.ts';
import type { Part, Rehearsal } from './model.ts';
import { exampleClosingDay, exampleTimes, rehearse } from './rules.ts';
import { exampleMentee, exampleMentor, exampleTexts } from './words.ts';

export async function rehearsalOf(
  deps: Platform,
  caller: Caller,
  { programmeId, language }: { readonly programmeId: string; readonly language: Language },
  sends: readonly Sending[],
): Promise<Rehearsal> {
  const { value: programme } = await coordinatedProgramme(deps, caller, programmeId);
  const [call, coordinator, hasAdvisers] = await Promise.all([
    callOf(deps, programme),
    personOf(deps, caller.personId),
    anyoneTakes(deps),
  ]);
  const own = await ownPathIn(deps, programme);
  const [mentee, mentor] = await Promise.all([own.mentee, own.mentor].map((ids) => namesOf(deps, ids, language)));
  const ownPath = { mentee: mentee ?? [], mentor: mentor ?? [] };
  const { name, startsOn, endsOn, zone } = programme;
  const link = (path: string): string => deps.teams.tabLink(path, 'Tandem');
  return {
    ...{ programme: name, startsOn, endsOn, zone, language, at: deps.clock.now() },
    parts: partsOf({ language, programme, coordinator, call, link, hasAdvisers, ownPath }, sends),
  };
}

/** What a programme sends to each kind of person, with example people and, where there are none of its own, example days. */
export function partsOf(
  given: Pick<Scene, 'language' | 'programme' | 'coordinator' | 'link' | 'hasAdvisers' | 'ownPath'> & {
    readonly call?: Call;
  },
  sends: readonly Sending[],
): Part[] {
  const { language, programme, call = exampleCall(programme) } = given;
  const times = exampleTimes(programme, call);
  const scene: Scene = {
    ...given,
    ...{ call, mentee: exampleMentee(language), mentor: exampleMentor(language), texts: exampleTexts(language) },
    surveyClosesAt: daysAfter(times['survey-opened'], usualDays, programme.zone),
    meetingAt: daysAfter(times['meeting-planned'], 7, programme.zone),
  };
  return rehearse(sends, scene, times);
}

const exampleCall = (programme: Programme): Call => ({ closesOn: exampleClosingDay(programme), words: {} });

type Call = Scene['call'] & { readonly sentAt?: number };

/** The first call that was sent, with the last day to apply; example days before there is one. */
async function callOf(deps: Platform, programme: Programme): Promise<Call> {
  const [rows, closesOn] = await Promise.all([calls.list(deps.tables, programme.id), closingDayOf(deps, programme.id)]);
  const [first] = rows.map(({ value }) => value).sort((a, b) => a.createdAt - b.createdAt);
  if (!first || closesOn === undefined) return exampleCall(programme);
  return { closesOn, words: first.words, sentAt: first.createdAt };
}
