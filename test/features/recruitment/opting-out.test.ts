import assert from 'node:assert/strict';
import { sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import { setPreferences } from '../../../src/features/people/usecases.ts';
import { createRandom } from '../../../src/sandbox/organisation/random.ts';
import { aCall, office } from './office.ts';

const count = 200;

/** What happened, in the order in which it happened: kept by the receiver, not by the product. */
interface Event {
  readonly what: 'said-no' | 'received';
  readonly personId: string;
}

describe('whoever says "do not ask me" while a call is being sent', () => {
  it('gets nothing from then on, also when their own message waits for its turn at that moment', async function () {
    this.timeout(300_000);
    const { app, people, me } = await office(count);
    const random = createRandom('opting out', 7);
    const events: Event[] = [];
    const waiting = people.map(({ id }) => id);
    const sayNo = async (personId: string): Promise<void> => {
      waiting.splice(waiting.indexOf(personId), 1);
      await setPreferences(app.deps, personId, { doNotAsk: true });
      events.push({ what: 'said-no', personId });
    };
    const { sendCard } = app.deps.teams;
    let atTheLastMoment = 0;
    Object.assign(app.deps.teams, {
      // Between these two lines a message waits for its turn, which takes seconds in a large campaign.
      sendCard: async (...given: Parameters<typeof sendCard>) => {
        const [to] = given;
        const chance = random.next();
        if (chance < 0.1) {
          atTheLastMoment += 1;
          await sayNo(to);
        } else if (chance < 0.2 && waiting.length > 0) await sayNo(random.pick(waiting));
        const answer = await sendCard(...given);
        events.push({ what: 'received', personId: to });
        return answer;
      },
    });
    await sendCall(app.deps, me, 'p1', aCall());
    await app.run();
    // What was sent back looks again a second later.
    app.pass({ minutes: 1 });
    await app.run();

    const noes = events.filter(({ what }) => what === 'said-no');
    const tooLate = events.filter(
      ({ what, personId }, at) =>
        what === 'received' && events.slice(0, at).some((one) => one.what === 'said-no' && one.personId === personId),
    );
    assert.deepEqual(tooLate, []);
    assert.ok(atTheLastMoment >= 10 && noes.length >= 30, `${noes.length} noes, ${atTheLastMoment} at the last moment`);
    const saidNo = new Set(noes.map(({ personId }) => personId));
    for (const { id } of people) {
      const cards = app.cardsTo(id).length;
      if (saidNo.has(id)) assert.ok(cards <= 1);
      else assert.equal(cards, 1, 'the others each get it once');
    }
  });

  it('is kept even when a message sets out at the same moment, and in two windows at once', async () => {
    const { app, who, me } = await office(1);
    await sendCall(app.deps, me, 'p1', aCall());
    await Promise.all([app.run(), ...[1, 2].map(() => setPreferences(app.deps, who.personId, { doNotAsk: true }))]);
    const kept = await setPreferences(app.deps, who.personId, { language: 'fr' });
    assert.deepEqual(kept, { doNotAsk: true, language: 'fr' });
  });
});
