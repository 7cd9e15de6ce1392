/** What a survey that is not open yet will be able to tell, from whom it asks now. Nobody's answer is read for it. */
import type { Caller } from '../../../platform/doors.ts';
import { startCrew } from '../../../platform/crew.ts';
import type { Platform } from '../../../platform/platform.ts';
import { pointsOf, precisionOf } from '../audience/sampling/rules.ts';
import { askedOf, peopleIn, requireOwnProgramme } from '../audience/usecases.ts';
import { modeOf } from '../rounds/rules.ts';
import { partIds } from '../model.ts';
import { ownSurvey } from '../usecases.ts';
import type { Forecast, ForecastQuestion } from './model.ts';
import { forecastFor, type ForecastFacts } from './rules.ts';

export async function forecastOf(
  deps: Platform,
  caller: Caller,
  surveyId: string,
  { response, partedBy }: ForecastQuestion,
): Promise<Forecast> {
  const { value: survey } = await ownSurvey(deps, caller, surveyId);
  const { audience, sample, items, floor } = survey;
  await requireOwnProgramme(deps, caller, audience);
  const found = await peopleIn(deps, audience);
  const people = askedOf(surveyId, found, sample);
  const belongs = people.map(({ id, department, site }) => ({
    id,
    ...(department === undefined ? {} : { department }),
    ...(site === undefined ? {} : { site }),
  }));
  const wanted = partedBy ?? survey.partedBy ?? partIds;
  const by = partIds.filter((one) => wanted.includes(one));
  const foretold = await compute({
    ...{ items, floor, response, people: belongs, partedBy: by },
    // Nothing is told of it before its close.
    ...(modeOf(survey) === 'confidential' ? { looks: 0 } : {}),
  });
  const precision = precisionOf(foretold.answers.expected, found.people.length);
  return { ...foretold, ...(precision === undefined ? {} : { margin: pointsOf(precision) }) };
}

/** From so many people on a single step would hold up others. */
const worthThread = 1500;

async function compute(facts: ForecastFacts): Promise<Forecast> {
  if (facts.people.length < worthThread) return inTurns(facts);
  const crew = startCrew<[ForecastFacts], Forecast>({
    ...{ module: new URL('./rules.ts', import.meta.url), name: 'forecastWhole' },
    ...{ shared: null, threads: 1 },
  });
  try {
    return await crew.run([facts]);
  } finally {
    await crew.stop();
  }
}

const turnMs = 20;

/** Here, with a rest after each few milliseconds in which others have their turn. */
async function inTurns(facts: ForecastFacts): Promise<Forecast> {
  const work = forecastFor(facts);
  for (let begun = performance.now(); ;) {
    const next = work.next();
    if (next.done) return next.value;
    if (performance.now() - begun < turnMs) continue;
    await new Promise((resolve) => setImmediate(resolve));
    begun = performance.now();
  }
}
