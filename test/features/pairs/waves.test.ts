import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeProposal, publishProposal, viewMatching } from '../../../src/features/matching/usecases.ts';
import { inWaves } from '../../../src/features/matching/waves/model.ts';
import { pairsOfProgramme } from '../../../src/features/pairs/usecases.ts';
import { aPerson, type TestApp } from '../../support/app.ts';
import { coordinator, published } from './journey.ts';

const waves = { pairs: 4, everyDays: 7 };

async function passed(app: TestApp, days: number): Promise<void> {
  app.pass({ days });
  await app.run();
}

describe('offers in waves', () => {
  it('go out some at a time, each mentee asked once, and whoever is left is told after the last', async () => {
    const { app, programmeId } = await published(11, 10, {}, { waves });
    await app.run();
    const asked = async (): Promise<number> => (await pairsOfProgramme(app.deps, programmeId)).length;
    const progress = async () => (await viewMatching(app.deps, coordinator, programmeId)).waves;
    assert.equal(await asked(), 4);
    const first = await progress();
    assert.deepEqual([first?.out, first?.of], [1, 3]);
    assert.ok(first?.next);

    await passed(app, 6);
    assert.equal(await asked(), 4, 'not before its day');
    await passed(app, 1);
    assert.equal(await asked(), 8);
    const told = (): number =>
      Array.from({ length: 11 }, (_, at) => app.cardsTo(aPerson(at + 1).id)).filter((all) => all.length === 0).length;
    assert.ok(told() >= 3, 'those of the last wave, and whoever has nobody, wait');
    await passed(app, 7);
    assert.equal(await asked(), 10);
    assert.equal((await progress())?.next, undefined);
    assert.equal(told(), 0);
  });

  it('that have not gone yet make way for a proposal that is published meanwhile', async () => {
    const { app, programmeId, proposal } = await published(10, 10, {}, { waves });
    await app.run();
    const next = await makeProposal(app.deps, coordinator, programmeId);
    assert.equal(next.counts.matched, 6, 'who was asked is not proposed again');
    await publishProposal(app.deps, coordinator, programmeId, next.id);
    await app.run();
    await passed(app, 21);
    const all = await pairsOfProgramme(app.deps, programmeId);
    assert.equal(all.length, 10);
    assert.deepEqual(
      [4, 6],
      [proposal.id, next.id].map((id) => all.filter((one) => one.proposalId === id).length),
    );
  });

  it('hold everybody once, a mentor in one of them, and no more than fit', () => {
    const pairs = fc.array(fc.record({ mentorId: fc.constantFrom('a', 'b', 'c', 'd', 'e'), menteeId: fc.uuid() }));
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 6 }), (all, size) => {
        const made = inWaves(all, { pairs: size, everyDays: 1 });
        assert.equal(made.flat().length, all.length);
        assert.deepEqual(new Set(made.flat()), new Set(all));
        const mentors = made.map((wave) => [...new Set(wave.map(({ mentorId }) => mentorId))]);
        assert.equal(new Set(mentors.flat()).size, mentors.flat().length);
        for (const wave of made.slice(0, -1)) assert.ok(wave.length >= size);
        for (const wave of made) {
          const last = wave.filter(({ mentorId }) => mentorId === wave.at(-1)?.mentorId).length;
          assert.ok(wave.length - last < size);
        }
      }),
    );
  });
});
