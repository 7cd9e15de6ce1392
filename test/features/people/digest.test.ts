import assert from 'node:assert/strict';
import { z } from 'zod';
import { sentRows } from '../../../src/features/people/messages/store.ts';
import { deliver } from '../../../src/features/people/messages/usecases.ts';
import { paragraph } from '../../../src/platform/cards.ts';
import { job } from '../../../src/platform/doors.ts';
import { aPerson, testApp } from '../../support/app.ts';

const receiver = aPerson(1);

const letter = job({
  name: 'trial.letter',
  data: z.object({ about: z.string() }),
  run: (deps, data, { id: sendId }) =>
    deliver(deps, {
      ...{ table: 'programmes', partition: 'p', kind: 'trial.letter', personId: receiver.id, sendId, data },
      card: () => ({ summary: data.about, body: [paragraph(data.about)] }),
    }),
});

describe('three messages that wait for the same morning', () => {
  it('come in one card, and each of them says that it came so', async () => {
    const app = await testApp({ jobs: [letter] });
    Object.assign(app.deps, { directory: { workingHours: async () => undefined } });
    await app.addPeople(receiver);
    app.pass({ hours: 12 });
    for (const about of ['one', 'two', 'three'])
      await app.deps.outbox.ask('programmes', 'p', { id: about, job: 'trial.letter', data: { about } });
    await app.run();
    assert.equal(app.sent.length, 0, 'at night');
    app.pass({ hours: 11.1 });
    await app.run();
    assert.equal(app.sent.length, 1);
    const records = await sentRows.programmes.list(app.deps.tables, 'p');
    assert.deepEqual(
      records.map(({ value: { state, by } }) => [state, by]),
      [
        ['arrived', 'digest'],
        ['arrived', 'digest'],
        ['arrived', 'digest'],
      ],
    );
  });
});
