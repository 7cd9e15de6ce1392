import assert from 'node:assert/strict';
import { keepAnswer } from '../../../../src/features/release/answers/usecases.ts';
import { answers, buffered, marks } from '../../../../src/features/release/answers/store.ts';
import { releaseResults } from '../../../../src/features/release/usecases.ts';
import { aPerson, testApp } from '../../../support/app.ts';

describe('results that several people open at the same moment', () => {
  const surveyId = 'at-once';
  const items = [{ id: 'fair', kind: 'rating' }] as const;

  it('are the same for all of them, and hold each answer once', async () => {
    const { deps } = await testApp();
    const rows = async () =>
      Promise.all([answers, buffered, marks].map(async (one) => (await one.list(deps.tables, surveyId)).length));
    const answer = (one: number) => {
      const response = { ratings: { fair: 1 + (one % 5) }, texts: {} };
      return keepAnswer(deps, { surveyId, personId: aPerson(one).id, response, isOpen: async () => true });
    };
    const kept = await Promise.all(Array.from({ length: 130 }, (_, at) => answer(at + 1)));
    assert.ok(kept.every((one) => one === 'kept'));
    for (const isClosing of [false, true]) {
      const looks = Array.from({ length: 6 }, () => releaseResults(deps, { surveyId, items, isClosing }));
      const found = await Promise.all(looks);
      assert.deepEqual(found[0]?.responses, { kind: 'exact', people: 130 });
      for (const one of found) assert.deepEqual(one, found[0]);
      assert.deepEqual(await rows(), [130, 0, isClosing ? 0 : 130]);
    }
  });
});
