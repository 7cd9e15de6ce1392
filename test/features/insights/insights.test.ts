import assert from 'node:assert/strict';
import { z } from 'zod';
import type { Caller } from '../../../src/platform/doors.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { sayMet } from '../../../src/features/meetings/after/usecases.ts';
import { enterByHand } from '../../../src/features/meetings/booking/usecases.ts';
import { answerOffer } from '../../../src/features/pairs/offers/usecases.ts';
import { pairsOfProgramme } from '../../../src/features/pairs/usecases.ts';
import { sentRows } from '../../../src/features/people/messages/store.ts';
import { preferencesOfPerson, setPreferences } from '../../../src/features/people/usecases.ts';
import { sayThanks, suggestedOnDay } from '../../../src/features/recognition/usecases.ts';
import { participations } from '../../../src/features/recruitment/store.ts';
import { answerStory } from '../../../src/features/stories/consent/usecases.ts';
import { writeStory } from '../../../src/features/stories/write/usecases.ts';
import { home } from '../../../src/features/insights/model.ts';
import { contact } from '../../../src/features/insights/help/model.ts';
import { contactsOf } from '../../../src/features/insights/help/usecases.ts';
import { overview } from '../../../src/features/insights/programme/model.ts';
import { overviewOf, tryAgain } from '../../../src/features/insights/programme/usecases.ts';
import { sendMessageAgain } from '../../../src/features/insights/sends/usecases.ts';
import { homeOf } from '../../../src/features/insights/usecases.ts';
import { greetingFor, newestVersion } from '../../../src/features/insights/welcome/model.ts';
import { aPerson, callerFor, coordinatorFor, type TestApp } from '../../support/app.ts';
import { aStoryDraft } from '../../support/story-draft.ts';
import { coordinator, published } from '../pairs/journey.ts';

/** The one pair of a programme, after both said yes. */
async function activePair(app: TestApp, programmeId: string) {
  await app.run();
  const [mentee, mentor] = [callerFor(aPerson(1)), callerFor(aPerson(501))];
  const [pair] = await pairsOfProgramme(app.deps, programmeId);
  assert.ok(pair);
  for (const { personId } of [mentee, mentor])
    await answerOffer(app.deps, personId, programmeId, pair.id, { said: 'yes' });
  return { mentee, mentor, pair };
}

describe('the first pages', () => {
  it('say what mentoring is to somebody who has nothing yet', async () => {
    const { app } = await published(1, 1);
    await app.addPeople(aPerson(50));
    const found = home.parse(await homeOf(app.deps, callerFor(aPerson(50))));
    assert.equal(found.name, 'Given50');
    assert.deepEqual([found.next, found.pairs, found.meetings], [[], [], []]);
  });

  it('lead from the offer to the first talk', async () => {
    const { app, programmeId } = await published(1, 1);
    await app.run();
    const [mentee, mentor] = [callerFor(aPerson(1)), callerFor(aPerson(501))];
    const nextOf = async (who: typeof mentee) => (await homeOf(app.deps, who)).next.map(({ kind }) => kind);
    assert.deepEqual(await nextOf(mentee), ['answer-offer']);
    assert.deepEqual(await nextOf(mentor), []);

    const [pair] = await pairsOfProgramme(app.deps, programmeId);
    assert.ok(pair);
    await answerOffer(app.deps, mentee.personId, programmeId, pair.id, { said: 'yes' });
    assert.deepEqual(await nextOf(mentor), ['answer-offer']);
    await answerOffer(app.deps, mentor.personId, programmeId, pair.id, { said: 'yes' });
    assert.deepEqual(
      [await nextOf(mentee), await nextOf(mentor)],
      Array(2).fill(['find-time', 'course-first-meeting']),
    );
  });

  it('tell coordinators what waits and what did not arrive, but not who wants no invitations', async () => {
    const { app, programmeId } = await published(3, 2);
    app.unreachable.add(aPerson(1).id).add(aPerson(2).id).add(aPerson(3).id);
    await app.run();
    const said = { kind: 'recruitment.send-invitation', at: 1, state: 'failed', reason: 'do-not-ask' } as const;
    await app.deps.tables.commit([sentRows.programmes.create(programmeId, 's', { personId: aPerson(3).id, ...said })]);

    const found = overview.parse(await overviewOf(app.deps, coordinator, programmeId));
    assert.deepEqual(
      found.waiting.map(({ what, count }) => [what, count]),
      [
        ['answers', 2],
        ['unmatched', 1],
      ],
    );
    assert.ok(found.notArrived.length > 0);
    assert.ok(found.notArrived.every(({ reason, kind }) => reason === 'blocked' && kind === 'pairs'));
  });

  it('suggest a thank-you once there is something to look back on, until it is said', async () => {
    const { app, programmeId } = await published(1, 1);
    const { mentee, pair } = await activePair(app, programmeId);
    const asked = async () => (await homeOf(app.deps, mentee)).next.some(({ kind }) => kind === 'say-thanks');
    app.pass({ days: suggestedOnDay - 1 });
    assert.equal(await asked(), false);
    app.pass({ days: 1, hours: 1 });
    assert.equal(await asked(), true);
    await sayThanks(app.deps, mentee.personId, { programmeId, pairId: pair.id }, { text: 'Thanks!', show: false });
    assert.equal(await asked(), false);
  });

  it('ask each of two whether they met, once the time is over and until they say it', async () => {
    const { app, programmeId } = await published(1, 1);
    const { mentee, mentor, pair } = await activePair(app, programmeId);
    const at = { programmeId, pairId: pair.id };
    const start = app.deps.clock.now() + 86_400_000;
    const { id: meetingId } = await enterByHand(app.deps, mentee, at, { start, minutes: 60 });
    const asked = async (who: Caller) => (await homeOf(app.deps, who)).next.some(({ kind }) => kind === 'say-met');
    assert.deepEqual([await asked(mentee), await asked(mentor)], [false, false]);
    app.pass({ days: 1, hours: 2 });
    assert.deepEqual([await asked(mentee), await asked(mentor)], [true, true]);
    await sayMet(app.deps, mentee, { ...at, meetingId }, 'yes');
    assert.deepEqual([await asked(mentee), await asked(mentor)], [false, true]);
  });

  it('keep that somebody was shown around and has read what changed', async () => {
    const { app } = await published(1, 1);
    await app.addPeople(aPerson(50));
    const greeting = async () => greetingFor((await homeOf(app.deps, callerFor(aPerson(50)))).preferences);
    assert.equal(await greeting(), 'tour');
    await setPreferences(app.deps, aPerson(50).id, { language: 'de' });
    await setPreferences(app.deps, aPerson(50).id, { toured: true, changesRead: '0.1.0' });
    assert.equal(await greeting(), 'changes');
    await setPreferences(app.deps, aPerson(50).id, { changesRead: newestVersion });
    assert.equal(await greeting(), 'nothing');
    assert.equal((await preferencesOfPerson(app.deps, aPerson(50).id)).language, 'de');
  });

  it('lead to the story: the partner to answer it, its writer to change it', async () => {
    const { app, programmeId } = await published(1, 1);
    const { mentee, mentor, pair } = await activePair(app, programmeId);
    const at = { programmeId, pairId: pair.id };
    const draft = aStoryDraft({ title: 'What we learned' });
    const { id: storyId, version } = await writeStory(app.deps, mentee, at, { draft, ask: true });
    const pathOf = async (who: Caller, wanted: string) =>
      (await homeOf(app.deps, who)).next.find(({ kind }) => kind === wanted)?.path;
    assert.equal(await pathOf(mentor, 'answer-story'), `/stories/${programmeId}/${storyId}`);
    await answerStory(app.deps, mentor, programmeId, storyId, { said: 'change', version, note: 'Leave out the team' });
    assert.equal(await pathOf(mentor, 'answer-story'), undefined);
    assert.equal(await pathOf(mentee, 'change-story'), `/programmes/${programmeId}/pairs/${pair.id}/story`);
  });

  it('let an application be taken back while it waits for a match, and not beside a pair', async () => {
    const { app, programmeId } = await published(2, 1);
    for (const number of [1, 2])
      await app.deps.tables.commit([participations.put(aPerson(number).id, programmeId, { programmeId })]);
    const may = async (number: number) => (await homeOf(app.deps, callerFor(aPerson(number)))).applications;
    await app.run();
    const found = [...(await may(1)), ...(await may(2))].map(({ mayTakeBack }) => mayTakeBack);
    assert.equal(found.filter(Boolean).length, 1);
  });

  it('send a message that did not arrive once more, and never where the person wished none', async () => {
    const { app, programmeId } = await published(1, 1);
    app.unreachable.add(aPerson(1).id);
    await app.run();
    const [lost] = (await overviewOf(app.deps, coordinator, programmeId)).notArrived;
    assert.ok(lost?.mayTryAgain);
    await assert.rejects(sendMessageAgain(app.deps, coordinatorFor(aPerson(77)), programmeId, lost.id, 'chat'));

    app.unreachable.clear();
    await sendMessageAgain(app.deps, coordinator, programmeId, lost.id, 'chat');
    await app.run();
    assert.equal(app.cardsTo(aPerson(1).id).length, 1);
    assert.deepEqual((await overviewOf(app.deps, coordinator, programmeId)).notArrived, []);

    const wish = { personId: aPerson(1).id, kind: 'recruitment.send-invitation', at: 1, data: {} };
    const row = { ...wish, state: 'failed', reason: 'do-not-ask' } as const;
    await app.deps.tables.commit([sentRows.programmes.create(programmeId, 'w', row)]);
    await assert.rejects(sendMessageAgain(app.deps, coordinator, programmeId, 'w', 'chat'), (error: unknown) =>
      isFailure(error, 'gone'),
    );
  });

  it('say whom one can turn to, to those whom a programme reached', async () => {
    const { app, programmeId } = await published(1, 1);
    await app.addPeople(aPerson(50));
    await app.deps.tables.commit([participations.put(aPerson(1).id, programmeId, { programmeId })]);
    const [found] = z.array(contact).parse(await contactsOf(app.deps, callerFor(aPerson(1))));
    assert.deepEqual(
      [found?.programmeName, found?.coordinators.map(({ id, mail }) => [id, mail])],
      ['Grow', [[coordinator.personId, 'p900@example.test']]],
    );
    assert.deepEqual(await contactsOf(app.deps, callerFor(aPerson(50))), []);
  });

  it('try failed work again, for the coordinators of the programme only', async () => {
    const { app, programmeId } = await published(1, 1);
    const gone = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;
    const other = coordinatorFor(aPerson(77));
    await assert.rejects(tryAgain(app.deps, other, programmeId, 'x'), gone('programme-gone'));
    await assert.rejects(overviewOf(app.deps, other, programmeId), gone('programme-gone'));
    await assert.rejects(tryAgain(app.deps, coordinator, programmeId, 'x'), gone('task-over'));

    const address = { table: 'programmes', partition: programmeId, id: 'broken' };
    await app.deps.outbox.ask('programmes', programmeId, {
      ...{ id: 'broken', job: 'checkins.settle', data: { personId: aPerson(1).id } },
    });
    for (let turn = 0; turn < 6; turn += 1) {
      app.rest({ hours: 2 });
      const claim = await app.deps.outbox.claim({ address });
      assert.ok(claim && claim !== 'taken');
      await claim.failed('broken');
    }
    const { failed } = await overviewOf(app.deps, coordinator, programmeId);
    assert.deepEqual(failed, [{ id: 'broken', kind: 'checkins' }], 'and nobody learns whose answer it was');
    await tryAgain(app.deps, coordinator, programmeId, 'broken');
    assert.deepEqual((await overviewOf(app.deps, coordinator, programmeId)).failed, []);
  });
});
