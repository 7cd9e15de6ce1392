import assert from 'node:assert/strict';
import type { Deciding, NewFinding } from '../../../../src/features/insights/findings/model.ts';
import { findingsJobs } from '../../../../src/features/insights/findings/jobs.ts';
import { tellFindings } from '../../../../src/features/insights/findings/telling/usecases.ts';
import { toldOf } from '../../../../src/features/insights/findings/told/usecases.ts';
import {
  addFinding,
  closeFindings,
  decideFinding,
  followFinding,
  listFindings,
} from '../../../../src/features/insights/findings/usecases.ts';
import { figuresId } from '../../../../src/features/checkins/store.ts';
import { pairLines, pairs } from '../../../../src/features/pairs/store.ts';
import type { Pair } from '../../../../src/features/pairs/model.ts';
import { programmesJobs } from '../../../../src/features/programmes/jobs.ts';
import { reachStage, moveToStage } from '../../../../src/features/programmes/usecases.ts';
import { releases } from '../../../../src/features/release/store.ts';
import { setOf } from '../../../../src/features/surveys/bank/rules.ts';
import type { Survey } from '../../../../src/features/surveys/model.ts';
import { askedRows, indexPartition, onlyRow, surveyIndex, surveys } from '../../../../src/features/surveys/store.ts';
import { bases } from '../../../../src/features/release/store.ts';
import { isFailure } from '../../../../src/platform/errors.ts';
import { aPerson, callerFor, type TestApp } from '../../../support/app.ts';
import { anApplication, aProgramme, apply, colleague, coordinator } from '../../pairs/journey.ts';

const own: NewFinding = {
  ...{ from: 'Group talk on 3 May', said: 'We want more time to get acquainted' },
  ...{ why: '', what: '', doing: { who: '', until: '' } },
};
const deciding = (over: Partial<Deciding> = {}): Deciding => ({
  ...{ said: own.said, choice: 'change', why: 'Many people said it', what: 'The guide begins with it.' },
  ...{ doing: { who: 'HR', until: '2026-05-01' }, translations: {}, version: 1 },
  ...over,
});
const outsider = callerFor(aPerson(77));
const refused = (reason: string) => (error: unknown) => isFailure(error) && error.reason === reason;

async function addPair(app: TestApp, programmeId: string, number: number, state: Pair['state']): Promise<void> {
  const [mentee, mentor] = [aPerson(number), aPerson(number + 500)];
  await app.addPeople(mentee, mentor);
  const id = `pair-${number}`;
  const one: Pair = {
    ...{ id, programmeId, proposalId: 'x', menteeId: mentee.id, mentorId: mentor.id, state, reasons: [], offeredAt: 1 },
    activeAt: app.clock.now(),
  };
  for (const who of [mentee, mentor])
    await app.deps.tables.commit([pairLines.put(who.id, id, { programmeId, pairId: id })]);
  await app.deps.tables.commit([pairs.create(programmeId, id, one)]);
}

/** Pairs 1 (active), 2 (ended) and 3 (declined); person 9 applied and has no partner. */
async function running() {
  const found = await aProgramme({}, [...findingsJobs, ...programmesJobs([])]);
  const { app, programmeId } = found;
  await app.addPeople(aPerson(77));
  await addPair(app, programmeId, 1, 'active');
  await addPair(app, programmeId, 2, 'ended');
  await addPair(app, programmeId, 3, 'declined');
  await apply(app, anApplication(programmeId, 9, 'mentee'));
  await reachStage(app.deps, programmeId, 'run');
  return found;
}

async function releaseCheckIns(app: TestApp, programmeId: string): Promise<void> {
  const surveyId = figuresId(programmeId, 'day-30');
  const figures = [
    { state: 'shown' as const, itemId: 'open-talks', shares: [0, 10, 20, 40, 30], mean: 3.9 },
    { state: 'withheld' as const, itemId: 'next-step', reason: 'not-yet' as const },
  ];
  const release = { number: 1, at: 1, isFinal: false, someLeftOut: false, figures };
  await app.deps.tables.commit([
    releases.create(surveyId, '00001', { ...release, responses: { kind: 'exact', people: 20 } }),
    bases.create(surveyId, '00001', { number: 1, responses: 20, ratings: {}, texts: {}, since: {} }),
  ]);
}

const first = async (app: TestApp, programmeId: string) =>
  (await listFindings(app.deps, coordinator, programmeId)).findings[0]!;
const toldIds = (app: TestApp): string[] => [...new Set(app.sent.map(({ to }) => to))].toSorted();
const idsOf = (...numbers: number[]): string[] => numbers.map((one) => aPerson(one).id).toSorted();

describe('you said, we did', () => {
  it('takes up what was released, as it was told, and only once', async () => {
    const { app, programmeId } = await running();
    await releaseCheckIns(app, programmeId);
    const { offers } = await listFindings(app.deps, coordinator, programmeId);
    const [offer] = offers.filter(({ source }) => source.kind === 'check-ins');
    assert.match(offer!.says, /I can be open in our talks.*70 % agree.*average 3.9 of 5.*95 %/);
    assert.equal(offers.filter(({ source }) => source.kind === 'check-ins').length, 1, 'what is withheld is no offer');

    const wanted = { ...own, from: '', offer: offer!.key };
    await addFinding(app.deps, coordinator, programmeId, wanted);
    await assert.rejects(addFinding(app.deps, colleague, programmeId, wanted), refused('programme-gone'));
    await addFinding(app.deps, coordinator, programmeId, wanted);
    const page = await listFindings(app.deps, { ...coordinator, language: 'nl' }, programmeId);
    assert.equal(page.findings.length, 1);
    assert.match(page.findings[0]!.basis, /Ik kan open zijn|open/);
    assert.equal(page.findings[0]!.to, 'pairs');
    assert.ok(!page.offers.some(({ key }) => key === offer!.key), 'taken up is not offered again');
  });

  it('takes nothing that was not released, and own words only with where they were heard', async () => {
    const { app, programmeId } = await running();
    const add = (over: Partial<NewFinding>) => addFinding(app.deps, coordinator, programmeId, { ...own, ...over });
    await assert.rejects(add({ offer: 'no-such-result' }), refused('result-gone'));
    await assert.rejects(add({ from: '' }), refused('finding-incomplete'));
    await assert.rejects(addFinding(app.deps, outsider, programmeId, own), refused('programme-gone'));
  });

  it('becomes a decision, a change and one message to everybody who was asked, and to nobody else', async () => {
    const { app, programmeId } = await running();
    await releaseCheckIns(app, programmeId);
    const { offers } = await listFindings(app.deps, coordinator, programmeId);
    await addFinding(app.deps, coordinator, programmeId, { ...own, from: '', offer: offers[0]!.key });
    await assert.rejects(tellFindings(app.deps, coordinator, programmeId), refused('nothing-to-tell'));
    const { id } = await first(app, programmeId);
    await decideFinding(app.deps, coordinator, { programmeId, findingId: id }, deciding());
    assert.deepEqual(toldIds(app), [], 'nothing goes by itself');

    await tellFindings(app.deps, coordinator, programmeId);
    await assert.rejects(tellFindings(app.deps, coordinator, programmeId), refused('nothing-to-tell'));
    await app.run();
    assert.deepEqual(toldIds(app), idsOf(1, 2, 501, 502));
    assert.equal(app.sent.length, 4, 'one each');
    const cards = new Set(app.sent.map(({ card }) => JSON.stringify(card)));
    assert.equal(cards.size, 1, 'the same for everybody, whatever they answered');
    assert.match([...cards][0]!, /get acquainted.*The guide begins with it.*1 May 2026.*Many people said it/s);
  });

  it('tells findings of several sources in one message, to each who was asked about them', async () => {
    const { app, programmeId } = await running();
    await addSurvey(app, programmeId, [aPerson(1), aPerson(77)]);
    await addFinding(app.deps, coordinator, programmeId, own);
    const { offers } = await listFindings(app.deps, coordinator, programmeId);
    const offer = offers.find(({ source }) => source.kind === 'survey');
    assert.ok(offer);
    await addFinding(app.deps, coordinator, programmeId, { ...own, said: 'Talks are too short', offer: offer.key });
    for (const { id, said } of (await listFindings(app.deps, coordinator, programmeId)).findings)
      await decideFinding(app.deps, coordinator, { programmeId, findingId: id }, deciding({ said }));
    await tellFindings(app.deps, coordinator, programmeId);
    await app.run();
    const says = (number: number): string => JSON.stringify(app.cardsTo(aPerson(number).id));
    assert.match(says(1), /acquainted/);
    assert.match(says(1), /too short/);
    assert.doesNotMatch(says(9), /too short/);
    assert.match(says(9), /acquainted/);
    assert.doesNotMatch(says(77), /acquainted/);
    assert.match(says(77), /too short/);
    assert.equal(app.cardsTo(aPerson(1).id).length, 1);

    const pageOf = async (number: number) =>
      (await toldOf(app.deps, callerFor(aPerson(number)), programmeId)).lines.map(({ said }) => said).toSorted();
    assert.deepEqual(await pageOf(1), [own.said, 'Talks are too short'].toSorted());
    assert.deepEqual(await pageOf(77), ['Talks are too short']);
    assert.deepEqual(await pageOf(9), [own.said]);
  });

  it('is read by those who were asked and by coordinators; for others it is not there', async () => {
    const { app, programmeId } = await running();
    await app.addPeople(aPerson(78));
    for (const caller of [outsider, callerFor(aPerson(3)), callerFor(aPerson(78))])
      await assert.rejects(toldOf(app.deps, caller, programmeId), refused('programme-gone'));
    assert.deepEqual((await toldOf(app.deps, callerFor(aPerson(1)), programmeId)).lines, []);
    assert.deepEqual((await toldOf(app.deps, coordinator, programmeId)).lines, []);
  });

  it('loses nothing of two coordinators who write at once, and stays as it was told', async () => {
    const { app, programmeId } = await running();
    await addFinding(app.deps, coordinator, programmeId, own);
    const findingId = (await first(app, programmeId)).id;
    await decideFinding(app.deps, coordinator, { programmeId, findingId }, deciding());
    const stale = decideFinding(app.deps, coordinator, { programmeId, findingId }, deciding({ why: 'Another reason' }));
    await assert.rejects(stale, refused('finding-changed'));
    const { choice: _, ...undecided } = deciding({ version: 2 });
    const takenAway = decideFinding(app.deps, coordinator, { programmeId, findingId }, undecided);
    await assert.rejects(takenAway, refused('decision-stays'));

    await tellFindings(app.deps, coordinator, programmeId);
    const late = decideFinding(app.deps, coordinator, { programmeId, findingId }, deciding({ version: 3 }));
    await assert.rejects(late, refused('finding-told'));
    const done = { who: 'HR', until: '2026-06-01', isDone: true, version: 3 };
    await followFinding(app.deps, coordinator, { programmeId, findingId }, done);
    const [line] = (await toldOf(app.deps, callerFor(aPerson(1)), programmeId)).lines;
    assert.deepEqual([line?.isDone, line?.until], [true, '2026-06-01']);
  });
});

async function addSurvey(app: TestApp, programmeId: string, people: readonly { id: string }[]): Promise<void> {
  const id = 'survey-1';
  const participants = { programmeId, roles: ['mentor' as const, 'mentee' as const], stages: ['paired' as const] };
  const survey: Survey = {
    ...{ id, set: 'support', items: setOf('support').items, state: 'closed', zone: 'Europe/Brussels', language: 'en' },
    ...{ audience: { kind: 'chosen', participants }, closesOn: '2026-04-01', remindOn: [], floor: 5 },
    ...{ createdAt: 1, createdBy: coordinator.personId },
  };
  const item = survey.items.find(({ kind }) => kind === 'agree')!.id;
  const figures = [{ state: 'shown' as const, itemId: item, shares: [0, 10, 20, 40, 30], mean: 3.9 }];
  const release = { number: 1, at: 1, isFinal: true, someLeftOut: false, figures };
  await app.deps.tables.commit([surveyIndex.put(indexPartition, id, { surveyId: id })]);
  await app.deps.tables.commit([
    surveys.create(id, onlyRow, survey),
    ...people.map((one) => askedRows.create(id, one.id, { surveyId: id })),
    releases.create(id, '00001', { ...release, responses: { kind: 'exact', people: 20 } }),
    bases.create(id, '00001', { number: 1, responses: 20, ratings: {}, texts: {}, since: {} }),
  ]);
}

describe('the close of a programme', () => {
  const close = (app: TestApp, programmeId: string, words?: Record<string, string>) =>
    moveToStage(app.deps, coordinator, programmeId, { to: 'close', words }, closeFindings);

  it('is refused while a finding has no word, and tells everything that was not told', async () => {
    const { app, programmeId } = await running();
    await addFinding(app.deps, coordinator, programmeId, own);
    await addFinding(app.deps, coordinator, programmeId, { ...own, said: 'Talks are too short' });
    const { findings } = await listFindings(app.deps, coordinator, programmeId);
    const [one, other] = findings;
    await decideFinding(app.deps, coordinator, { programmeId, findingId: one!.id }, deciding({ said: one!.said }));
    await assert.rejects(close(app, programmeId), refused('findings-open'));
    await assert.rejects(close(app, programmeId, { [one!.id]: 'No money for it' }), refused('findings-open'));
    assert.equal((await listFindings(app.deps, coordinator, programmeId)).programme.stage, 'run');

    await close(app, programmeId, { [other!.id]: 'No money for it this year' });
    const after = await listFindings(app.deps, coordinator, programmeId);
    assert.equal(after.programme.stage, 'close');
    assert.ok(after.findings.every(({ state }) => state === 'told'));
    assert.deepEqual(
      after.findings.map(({ decision }) => decision?.choice ?? '').toSorted((a, b) => (a < b ? -1 : 1)),
      ['change', 'not-now'],
    );
    await app.run();
    assert.match(JSON.stringify(app.cardsTo(aPerson(1).id)), /No money for it this year/);
    assert.equal(app.cardsTo(aPerson(1).id).length, 1);
  });

  it('takes a finding afterwards only with its decision, which is told at once', async () => {
    const { app, programmeId } = await running();
    await close(app, programmeId);
    await assert.rejects(addFinding(app.deps, coordinator, programmeId, own), refused('programme-closed'));
    const whole: NewFinding = { ...own, choice: 'keep', why: 'It works as it is here' };
    await addFinding(app.deps, coordinator, programmeId, whole);
    await addFinding(app.deps, coordinator, programmeId, whole);
    await app.run();
    assert.equal((await first(app, programmeId)).state, 'told');
    assert.equal(app.cardsTo(aPerson(1).id).length, 1);
  });

  it('and a new finding at the same moment: one of the two is told', async () => {
    const { app, programmeId } = await running();
    const outcomes = await Promise.allSettled([
      close(app, programmeId),
      addFinding(app.deps, coordinator, programmeId, own),
    ]);
    const { programme, findings } = await listFindings(app.deps, coordinator, programmeId);
    assert.ok(outcomes.some(({ status }) => status === 'fulfilled'));
    assert.ok(programme.stage !== 'close' || findings.every(({ state }) => state === 'told'));
  });
});
