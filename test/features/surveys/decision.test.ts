import assert from 'node:assert/strict';
import { isFailure } from '../../../src/platform/errors.ts';
import {
  decide,
  listSurveys,
  supportDecisionOf,
  surveyPageOf,
} from '../../../src/features/surveys/results/usecases.ts';
import { closeSurvey } from '../../../src/features/surveys/usecases.ts';
import { decisionDraft } from '../../../src/features/surveys/model.ts';
import { callerFor, coordinatorFor } from '../../support/app.ts';
import { organisation } from './surveys.ts';

const why = 'Six in ten want to take part, and managers stand behind it.';

async function closedSurvey() {
  const world = await organisation();
  const id = await world.open();
  await world.answer(id, 3, 4, 5, 4, 2, 5, 4);
  await surveyPageOf(world.deps, world.coordinator, id);
  return { ...world, id };
}

describe('the decision after a survey', () => {
  it('waits for the close, and belongs to coordinators', async () => {
    const { deps, people, coordinator, id } = await closedSurvey();
    const draft = { choice: 'go' as const, why, after: 0 };
    await assert.rejects(decide(deps, coordinator, id, draft), (error) => isFailure(error, 'conflict'));
    await closeSurvey(deps, coordinator, id);
    await assert.rejects(decide(deps, callerFor(people[1]!), id, draft), (error) => isFailure(error, 'not-found'));
    assert.equal((await decide(deps, coordinator, id, draft)).choice, 'go');
  });

  it('needs reasons', () => {
    assert.equal(decisionDraft.safeParse({ choice: 'go', why: 'Because.', after: 0 }).success, false);
    assert.equal(decisionDraft.safeParse({ choice: 'go', why, after: 0 }).success, true);
  });

  it('can be changed, and every earlier one stays with its date and name', async () => {
    const { app, deps, people, coordinator, id } = await closedSurvey();
    await closeSurvey(deps, coordinator, id);
    await decide(deps, coordinator, id, { choice: 'go-if', why, after: 0 });
    await decide(deps, coordinator, id, { choice: 'go-if', why, after: 0 });
    app.pass({ days: 3 });
    await decide(deps, coordinatorFor(people[1]!), id, { choice: 'go', why: `${why} Agreed.`, after: 1 });
    const { decisions } = await surveyPageOf(deps, coordinator, id);
    assert.deepEqual(
      decisions.map((one) => [one.choice, one.byName]),
      [
        ['go-if', 'Person 1'],
        ['go', 'Person 2'],
      ],
      'sent twice it is one',
    );
    assert.ok(decisions[1]!.at > decisions[0]!.at);
    assert.equal((await listSurveys(deps, coordinator))[0]?.choice, 'go');
  });

  it('tells the slower of two coordinators', async () => {
    const { deps, people, coordinator, id } = await closedSurvey();
    await closeSurvey(deps, coordinator, id);
    const results = await Promise.allSettled([
      decide(deps, coordinator, id, { choice: 'go', why, after: 0 }),
      decide(deps, coordinatorFor(people[1]!), id, { choice: 'not-yet', why, after: 0 }),
    ]);
    const refused = results.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    assert.ok(refused.length === 1 && isFailure(refused[0], 'conflict') && refused[0].reason === 'decided-meanwhile');
  });

  it('is known, with the score, to the programme that starts from it', async () => {
    const { app, deps, coordinator, id } = await closedSurvey();
    assert.equal(await supportDecisionOf(deps, id), undefined);
    await closeSurvey(deps, coordinator, id);
    await app.run();
    await decide(deps, coordinator, id, { choice: 'go', why, after: 0 });
    const found = await supportDecisionOf(deps, id);
    assert.deepEqual([found?.choice, found?.level, found?.score], ['go', 'strong', 75]);
  });
});
