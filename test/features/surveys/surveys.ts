/** An organisation with a survey in it, for the tests of surveys. */
import type { Caller } from '../../../src/platform/doors.ts';
import { hoursRows } from '../../../src/features/people/store.ts';
import { answerSurvey } from '../../../src/features/surveys/answering/usecases.ts';
import { surveysJobs } from '../../../src/features/surveys/jobs.ts';
import type { Audience } from '../../../src/features/surveys/model.ts';
import { setOf } from '../../../src/features/surveys/bank/rules.ts';
import type { SurveyDraft, AnswerDraft } from '../../../src/features/surveys/model.ts';
import { createSurvey, openSurvey } from '../../../src/features/surveys/usecases.ts';
import { aPerson, coordinatorFor, testApp } from '../../support/app.ts';

/** The test app's clock begins on 3 March 2026. */
export const lastDay = '2026-03-17';

/** Half of the people in Finance, half in Care; the first coordinates. */
export async function organisation(size = 24) {
  const app = await testApp({ jobs: surveysJobs });
  const { deps } = app;
  const people = Array.from({ length: size }, (_, number) =>
    aPerson(number + 1, { department: number < size / 2 ? 'Finance' : 'Care' }),
  );
  await app.addPeople(...people);
  const usual = { at: deps.clock.machine() };
  for (const { id } of people) await deps.tables.commit([hoursRows.put(id, 'mailbox', usual)]);
  const coordinator: Caller = coordinatorFor(people[0]!);

  async function open(audience: Audience = { kind: 'everybody' }, more: Partial<SurveyDraft> = {}): Promise<string> {
    const { id } = await createSurvey(deps, coordinator, { audience, closesOn: lastDay, ...more });
    await openSurvey(deps, coordinator, id);
    await app.run();
    return id;
  }

  /** Each of these says the given rating to every item. */
  async function answer(surveyId: string, ...ratings: readonly number[]): Promise<void> {
    for (const rating of ratings) {
      await answerSurvey(deps, people[answered]!.id, surveyId, saying(rating));
      answered += 1;
    }
    await app.run();
  }
  let answered = 0;
  return { app, deps, people, coordinator, open, answer };
}

export const supportItems = setOf('support').items;

export function saying(rating: number | null): AnswerDraft {
  return { answers: Object.fromEntries(supportItems.map(({ id }) => [id, rating])) };
}
