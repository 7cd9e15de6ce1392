import assert from 'node:assert/strict';
import type { Pair } from '../../../src/features/pairs/model.ts';
import { pairLines, pairs } from '../../../src/features/pairs/store.ts';
import { usualHours } from '../../../src/features/people/rules.ts';
import { createProgramme } from '../../../src/features/programmes/usecases.ts';
import {
  creditsShown,
  giveCredit,
  myCredits,
  showCredit,
  takeBackCredit,
  viewCredits,
} from '../../../src/features/recognition/credit/usecases.ts';
import type { CreditDraft } from '../../../src/features/recognition/credit/model.ts';
import { creditRows } from '../../../src/features/recognition/credit/store.ts';
import { say } from '../../../src/features/recognition/credit/words.ts';
import { recognitionJobs } from '../../../src/features/recognition/jobs.ts';
import {
  noteAsked,
  hasRoom,
  myLoad,
  requireRoom,
  setRest,
  viewLoad,
} from '../../../src/features/recognition/load/usecases.ts';
import { isFailure } from '../../../src/platform/errors.ts';
import { aPerson, callerFor, coordinatorFor, testApp } from '../../support/app.ts';

const [mentee, mentor, second, coordinator, sponsor, stranger] = [1, 2, 3, 4, 5, 6].map((number) =>
  aPerson(number),
) as [
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
  ReturnType<typeof aPerson>,
];
const is = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;

async function aProgramme() {
  const app = await testApp({ jobs: recognitionJobs });
  await app.addPeople(mentee, mentor, second, coordinator, sponsor, stranger);
  Object.assign(app.deps, { directory: { workingHours: async () => usualHours } });
  const { id: programmeId } = await createProgramme(app.deps, coordinatorFor(coordinator), {
    ...{ name: 'Together', forWhom: 'All', why: 'Growth', howChosen: 'All are asked', goals: [], language: 'en' },
    ...{ startsOn: '2026-03-01', endsOn: '2026-12-01', sponsorId: sponsor.id },
  });
  for (const [id, menteeId] of [
    ['pair-1', mentee.id],
    ['pair-2', second.id],
  ] as const) {
    const pair: Pair = {
      ...{ id, programmeId, proposalId: 'x', menteeId, mentorId: mentor.id },
      ...{ state: 'active', reasons: [], offeredAt: 1, activeAt: app.clock.now() },
    };
    await app.deps.tables.commit([pairs.create(programmeId, id, pair)]);
    for (const personId of [menteeId, mentor.id])
      await app.deps.tables.commit([pairLines.put(personId, id, { programmeId, pairId: id })]);
  }
  const give = (by: typeof coordinator, draft: CreditDraft) =>
    giveCredit(app.deps, by === coordinator ? coordinatorFor(by) : callerFor(by), programmeId, draft);
  const own = async (one: typeof mentee) => (await myCredits(app.deps, one.id)).map(({ text }) => text);
  const wall = async (one: typeof mentee) => (await creditsShown(app.deps, callerFor(one), programmeId)).credits;
  return { app, programmeId, give, own, wall };
}

const toOne = (personId: string): CreditDraft => ({ to: { kind: 'person', personId }, text: 'You took the time' });
const toMentees: CreditDraft = {
  ...{ to: { kind: 'group', group: 'mentees' }, text: 'You dared', picture: 'door' },
  gift: { kind: 'time', what: 'Half a day off' },
};

describe('thanks from the programme', () => {
  it('reach the one person once, with a card, however often they are sent, and nobody else', async () => {
    const { app, give, own } = await aProgramme();
    await Promise.all([1, 2].map(() => give(coordinator, toOne(mentor.id))));
    await give(coordinator, toOne(mentor.id));
    await app.run();
    assert.deepEqual(
      [mentor, mentee, second].map(({ id }) => app.cardsTo(id).length),
      [1, 0, 0],
    );
    assert.deepEqual([await own(mentor), await own(mentee)], [['You took the time'], []]);
  });

  it('reach everybody on a side, each once, with what is given; another time only four weeks later', async () => {
    const { app, give, own, programmeId } = await aProgramme();
    await give(coordinator, toMentees);
    await app.run();
    assert.deepEqual(
      [mentor, mentee, second].map(({ id }) => app.cardsTo(id).length),
      [0, 1, 1],
    );
    const [card] = app.cardsTo(mentee.id);
    assert.match(JSON.stringify(card), /Half a day off/);
    assert.match(JSON.stringify(card), /"type":"Image","url":"data:image\/png;base64,[^"]+","altText":"An open door"/);
    const again: CreditDraft = { ...toMentees, text: 'And again' };
    await assert.rejects(give(coordinator, again), is('thanked-lately'));
    assert.ok((await viewCredits(app.deps, coordinatorFor(coordinator), programmeId)).groupsFrom);
    app.pass({ days: 29 });
    await give(coordinator, again);
    assert.deepEqual(await own(second), ['And again', 'You dared']);
  });

  it('are said by the sponsor to a side only, who learns no name of anybody who takes part', async () => {
    const { app, give, programmeId } = await aProgramme();
    await give(coordinator, toOne(mentor.id));
    await assert.rejects(give(sponsor, toOne(mentor.id)), is('programme-gone'));
    await give(sponsor, toMentees);
    const page = await viewCredits(app.deps, callerFor(sponsor), programmeId);
    assert.deepEqual(
      page.given.map(({ text }) => text),
      ['You dared'],
    );
    assert.ok(![mentee, mentor, second].some(({ name }) => JSON.stringify(page).includes(name)));
    for (const one of [stranger, mentee]) await assert.rejects(give(one, toMentees), is('programme-gone'));
  });

  it('go to nobody who is not in the programme, and say so', async () => {
    const { give } = await aProgramme();
    await assert.rejects(give(coordinator, toOne(stranger.id)), is('credit-not-in'));
  });

  it('stand on the page of the programme only by the own yes of the one they are for, and without the gift', async () => {
    const { app, give, wall, programmeId } = await aProgramme();
    const { id: creditId } = await give(coordinator, { ...toOne(mentor.id), gift: { kind: 'voucher', what: 'Books' } });
    const at = { programmeId, creditId };
    assert.deepEqual(await wall(mentee), []);
    await assert.rejects(showCredit(app.deps, mentee.id, at, true), is('thanks-gone'));
    await showCredit(app.deps, mentor.id, at, true);
    assert.deepEqual(
      (await wall(mentee)).map(({ toName }) => toName),
      [mentor.name],
    );
    assert.ok(!JSON.stringify(await wall(mentee)).includes('Books'));
    await showCredit(app.deps, mentor.id, at, false);
    assert.deepEqual(await wall(mentee), []);
    await assert.rejects(wall(stranger), is('thanks-gone'));
  });

  it('are taken off before they were sent: then nobody gets a card', async () => {
    const { app, give, own, programmeId } = await aProgramme();
    const { id: creditId } = await give(coordinator, toMentees);
    const off = () => takeBackCredit(app.deps, coordinatorFor(coordinator), { programmeId, creditId });
    await off();
    await off();
    await app.run();
    assert.deepEqual([app.cardsTo(mentee.id), await own(mentee)], [[], []]);
    assert.deepEqual(await creditRows.list(app.deps.tables, programmeId), []);
  });

  it('do not reach whoever began a pair after they were said', async () => {
    const { app, give, own, programmeId } = await aProgramme();
    await give(coordinator, toMentees);
    const row = (await pairs.find(app.deps.tables, programmeId, 'pair-2'))!;
    await app.deps.tables.commit([pairs.replace(row, { ...row.value, activeAt: app.clock.now() + 1 })]);
    assert.deepEqual([await own(mentee), await own(second)], [['You dared'], []]);
  });

  it('in every language have a title for both who may say them', () => {
    for (const language of ['nl', 'fr', 'de', 'en'] as const)
      for (const as of ['coordinator', 'sponsor'] as const)
        assert.match(say(language, `card.${as}`, { name: 'N', programme: 'P' }), /N.*P|P.*N/);
  });
});

describe('what somebody is asked for', () => {
  it('has a limit of three in ninety days, or none while they rest; which of the two, coordinators do not see', async () => {
    const { app, programmeId } = await aProgramme();
    const { deps } = app;
    const ask = (thing: string, one = mentor) =>
      deps.tables.commit([noteAsked(programmeId, thing, { personId: one.id, kind: 'story', at: app.clock.now() })]);
    await ask('a');
    await ask('a');
    await ask('b');
    assert.ok(await hasRoom(deps, programmeId, mentor.id));
    await ask('c');
    await ask('d', second);
    await assert.rejects(requireRoom(deps, programmeId, [mentee.id, mentor.id]), is('asked-enough'));
    await setRest(deps, callerFor(second), '2026-05-01');
    const { lines } = await viewLoad(deps, coordinatorFor(coordinator), programmeId);
    assert.deepEqual(
      lines.map(({ person, isFull, mentees, asked }) => [person.id, isFull, mentees, asked]),
      [
        [mentor.id, true, 2, []],
        [second.id, true, 0, []],
      ],
    );
    assert.ok(!JSON.stringify(lines).includes('2026-05-01'));
    assert.equal((await myLoad(deps, callerFor(second))).until, '2026-05-01');
    app.pass({ days: 91 });
    assert.deepEqual(
      [await hasRoom(deps, programmeId, mentor.id), await hasRoom(deps, programmeId, second.id)],
      [true, true],
    );
  });

  it('can be rested from without a reason, not in the past, and taken back at any time', async () => {
    const { app, programmeId } = await aProgramme();
    await assert.rejects(setRest(app.deps, callerFor(mentor), '2026-01-01'), is('rest-in-past'));
    await setRest(app.deps, callerFor(mentor), '2026-03-03');
    assert.equal(await hasRoom(app.deps, programmeId, mentor.id), false);
    await setRest(app.deps, callerFor(mentor), null);
    await setRest(app.deps, callerFor(mentor), null);
    assert.equal(await hasRoom(app.deps, programmeId, mentor.id), true);
  });

  it('is told to coordinators of the programme alone', async () => {
    const { app, programmeId } = await aProgramme();
    await assert.rejects(viewLoad(app.deps, coordinatorFor(stranger), programmeId), is('programme-gone'));
  });
});
