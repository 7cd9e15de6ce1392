import assert from 'node:assert/strict';
import { factsOf } from '../../../src/features/matching/facts/usecases.ts';
import { usualAims } from '../../../src/features/matching/model.ts';
import { problemFrom } from '../../../src/features/matching/rules.ts';
import { offerCard } from '../../../src/features/pairs/cards.ts';
import type { Pair } from '../../../src/features/pairs/model.ts';
import { pairs } from '../../../src/features/pairs/store.ts';
import { viewPair } from '../../../src/features/pairs/usecases.ts';
import { say } from '../../../src/features/pairs/words.ts';
import { callName } from '../../../src/features/people/model.ts';
import { entryOf } from '../../../src/features/people/usecases.ts';
import { applyPageOf, saveApplication } from '../../../src/features/recruitment/applying/usecases.ts';
import { sendCall } from '../../../src/features/recruitment/calls/usecases.ts';
import {
  admit,
  findGuests,
  guestsOf,
  removeGuest,
  setGuests,
} from '../../../src/features/recruitment/guests/usecases.ts';
import { applicationOf } from '../../../src/features/recruitment/usecases.ts';
import { languages } from '../../../src/platform/words.ts';
import { addProgramme, someAnswers } from '../../support/applications.ts';
import { aPerson, callerFor } from '../../support/app.ts';
import { aCall, coordinator, office, reasonIs } from './office.ts';

const guest = aPerson(70, { kind: 'guest', name: 'Gita Outside', mail: 'gita@partner.example' });
const second = aPerson(71, { kind: 'guest', name: 'Gus Elsewhere' });
const away = aPerson(72, { kind: 'guest', name: 'Gone Outside', enabled: false });
const who = callerFor(guest, { isGuest: true });
const mentor = someAnswers({ role: 'mentor' });

async function open() {
  const found = await office(3);
  const { app, me } = found;
  await app.addPeople(guest, second, away);
  await sendCall(app.deps, me, 'p1', aCall());
  await setGuests(app.deps, me, 'p1', true);
  await admit(app.deps, me, 'p1', guest.id);
  return found;
}

describe('a mentor from outside', () => {
  it('is admitted by name, and only where the team switched it on', async () => {
    const { app, me } = await office(1);
    await app.addPeople(guest, second, away);
    assert.deepEqual(await guestsOf(app.deps, 'p1'), { on: false, admitted: [] });
    await assert.rejects(admit(app.deps, me, 'p1', guest.id), reasonIs('guests-off'));
    await assert.rejects(findGuests(app.deps, me, 'p1', 'out'), reasonIs('guests-off'));
    await setGuests(app.deps, me, 'p1', true);
    const found = await findGuests(app.deps, me, 'p1', 'outside');
    assert.deepEqual(
      found.map(({ name, outside }) => [name, outside]),
      [['Gita Outside', true]],
    );
    assert.equal((await findGuests(app.deps, me, 'p1', 'partner.example')).length, 1);
    for (const id of [aPerson(1).id, away.id, '00000000-0000-4000-a000-00000000dead'])
      await assert.rejects(admit(app.deps, me, 'p1', id), reasonIs('no-guest'));
    await assert.rejects(admit(app.deps, callerFor(aPerson(1)), 'p1', guest.id), reasonIs('programme-gone'));
    assert.equal(await entryOf(app.deps, guest.id, true), 'nobody');
    await admit(app.deps, me, 'p1', guest.id);
    assert.equal(await entryOf(app.deps, guest.id, true), 'guest');
    assert.equal(await entryOf(app.deps, guest.id, false), 'nobody', 'most doors are closed to guests');
    assert.equal(await entryOf(app.deps, second.id, true), 'nobody');
  });

  it('applies as a mentor to that programme and to no other, and is in its matching', async () => {
    const { app } = await open();
    await addProgramme(app, coordinator, { id: 'p2', stage: 'recruit' });
    await assert.rejects(applyPageOf(app.deps, who, 'p2'), reasonIs('programme-gone'));
    const save = (answers = mentor) => saveApplication(app.deps, who, 'p1', { answers, apply: true });
    await assert.rejects(save(someAnswers()), reasonIs('guest-mentors-only'));
    await assert.rejects(save(someAnswers({ role: 'both' })), reasonIs('guest-mentors-only'));
    assert.equal((await save()).status, 'applied');
    const wish = { kept: [], overrides: [], aims: usualAims };
    const mentors = async () => problemFrom(await factsOf(app.deps, 'p1', wish)).mentors.map(({ id }) => id);
    assert.deepEqual(await mentors(), [guest.id]);
    await app.addPeople({ ...guest, enabled: false });
    assert.deepEqual(await mentors(), []);
  });

  it('learns of nobody by naming ids in wishes', async () => {
    const { app } = await open();
    const victim = aPerson(2).id;
    const answers = { ...mentor, wishes: { department: 'same' as const, picks: [victim] }, ratherNot: [victim] };
    const kept = await saveApplication(app.deps, who, 'p1', { answers, apply: false });
    assert.deepEqual([kept.answers.wishes.picks, kept.answers.ratherNot], [[], []]);
    const page = await applyPageOf(app.deps, who, 'p1');
    assert.deepEqual([page.people, page.me.outside], [[], true]);
    assert.ok(!JSON.stringify(page).includes(aPerson(2).name));
  });

  it('is shown as one from outside to the mentee, who hears it before saying yes', async () => {
    const { app, people } = await open();
    const [mentee] = people as [typeof guest];
    const pair: Pair = {
      ...{ id: 'pair-1', programmeId: 'p1', proposalId: 'x', menteeId: mentee.id, mentorId: guest.id },
      ...{ state: 'active', reasons: [], offeredAt: 1, menteeSaid: 'yes' },
    };
    await app.deps.tables.commit([pairs.create('p1', pair.id, pair)]);
    const seen = await viewPair(app.deps, callerFor(mentee), 'p1', pair.id);
    assert.deepEqual([seen.partner.outside, seen.asGuest], [true, undefined]);
    const own = await viewPair(app.deps, who, 'p1', pair.id);
    assert.deepEqual([own.partner.outside, own.asGuest], [undefined, true]);
    for (const language of languages) {
      const told = { language, pair, side: 'mentee' as const, programmeName: 'P' };
      const says = (partner: typeof guest): string => JSON.stringify(offerCard({ ...told, partner }).body);
      const sentence = say(language, 'about.outside', { name: callName(guest) });
      assert.ok(says(guest).includes(sentence) && !says({ ...guest, kind: 'member' }).includes(sentence), language);
    }
  });

  it('is shut out at once, one by one or all together, and what they applied with is withdrawn', async () => {
    const { app, me } = await open();
    await admit(app.deps, me, 'p1', second.id);
    await saveApplication(app.deps, who, 'p1', { answers: mentor, apply: true });
    const { admitted } = await guestsOf(app.deps, 'p1');
    assert.deepEqual(
      admitted.map(({ person, applied }) => [person.name, applied]),
      [
        ['Gita Outside', true],
        ['Gus Elsewhere', false],
      ],
    );
    await removeGuest(app.deps, me, 'p1', guest.id);
    assert.equal(await entryOf(app.deps, guest.id, true), 'nobody');
    assert.equal((await applicationOf(app.deps, 'p1', guest.id))?.status, 'withdrawn');
    await assert.rejects(applyPageOf(app.deps, who, 'p1'), reasonIs('programme-gone'));
    await setGuests(app.deps, me, 'p1', false);
    assert.equal(await entryOf(app.deps, second.id, true), 'nobody');
    assert.deepEqual(await guestsOf(app.deps, 'p1'), { on: false, admitted: [] });
  });
});
