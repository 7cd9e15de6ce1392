import assert from 'node:assert/strict';
import { routes } from '../../../src/api/routes.ts';
import { Failure, isFailure } from '../../../src/platform/errors.ts';
import type { Caller } from '../../../src/platform/doors.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { answerPageOf, answerSurvey, askAudience } from '../../../src/features/surveys/answering/usecases.ts';
import type { Audience, Participant, Sample } from '../../../src/features/surveys/audience/model.ts';
import { countAudience, knowing, type ParticipantFinder } from '../../../src/features/surveys/audience/usecases.ts';
import { forecastOf } from '../../../src/features/surveys/forecast/usecases.ts';
import { surveysJobs } from '../../../src/features/surveys/jobs.ts';
import { surveyPageOf } from '../../../src/features/surveys/results/usecases.ts';
import { askedRows } from '../../../src/features/surveys/store.ts';
import {
  audienceCounts,
  changeSurvey,
  closeSurvey,
  copySurvey,
  createSurvey,
  findSurvey,
  groupsNamed,
  openSurvey,
} from '../../../src/features/surveys/usecases.ts';
import type { Person } from '../../../src/features/people/model.ts';
import { hoursRows } from '../../../src/features/people/store.ts';
import { createProgramme } from '../../../src/features/programmes/usecases.ts';
import { jobs } from '../../../src/worker/jobs.ts';
import { aPerson, callerFor, coordinatorFor } from '../../support/app.ts';
import { lastDay, organisation, saying } from './surveys.ts';

type World = Awaited<ReturnType<typeof organisation>>;

const notFound = (error: unknown): boolean => isFailure(error, 'not-found');
const group = { id: '00000000-0000-4000-b000-000000000001', name: 'Women in IT' };
const inGroup = (more: object = {}): Audience => ({ kind: 'chosen', groups: [group], ...more });

/** A directory whose one group has these people. */
function withGroup({ deps }: World, ids: readonly string[] | Failure): Platform {
  const membersOf = (): Promise<readonly string[]> =>
    ids instanceof Failure ? Promise.reject(ids) : Promise.resolve(ids);
  const groups = (words?: string) => Promise.resolve(words === 'women' ? [{ ...group, description: undefined }] : []);
  return { ...deps, directory: { ...deps.directory, membersOf, groups } };
}

/** People who joined, with their working hours read. */
async function join({ app, deps }: World, people: readonly Person[]): Promise<void> {
  await app.addPeople(...people);
  const usual = { at: deps.clock.machine() };
  for (const { id } of people) await deps.tables.commit([hoursRows.put(id, 'mailbox', usual)]);
}

async function asked({ deps }: World, surveyId: string): Promise<string[]> {
  return (await askedRows.list(deps.tables, surveyId)).map(({ key }) => key.join()).toSorted();
}

/** Opened, and everybody noted who is to be asked. */
async function opened(world: World, deps: Platform, audience: Audience, sample?: Sample): Promise<string> {
  const draft = { audience, closesOn: lastDay, ...(sample ? { sample } : {}) };
  const { id } = await createSurvey(deps, world.coordinator, draft);
  await openSurvey(deps, world.coordinator, id);
  while (await askAudience(deps, id));
  return id;
}

const aProgramme = (deps: Platform, who: Caller, people: World['people']) =>
  createProgramme(deps, who, {
    ...{ name: 'Grow', forWhom: 'Newcomers', why: 'To grow', howChosen: 'All', goals: [], language: 'nl' },
    ...{ sponsorId: people[2]!.id, startsOn: '2026-04-01', endsOn: '2026-12-31' },
  });

const participantsOfProgramme = (programmeId: string, over: object = {}): Audience => ({
  kind: 'chosen',
  participants: { programmeId, roles: ['mentor', 'mentee'], stages: ['paired'], ...over },
});

describe('whom a survey asks', function () {
  this.timeout(300_000);
  let world: World;
  beforeEach(async () => {
    world = await organisation();
  });

  it('are the members of a group who can be asked, with why the others cannot', async () => {
    const { app, people, coordinator } = world;
    const others = [
      aPerson(51, { kind: 'guest' }),
      aPerson(52, { enabled: false }),
      aPerson(53, { enabled: false, leftAt: 1 }),
      aPerson(54, { kind: 'service' }),
    ];
    await app.addPeople(...others);
    const members = [...people.slice(4, 18), ...others, aPerson(99)].map(({ id }) => id);
    const deps = withGroup(world, members);
    const { people: count, asked: size, hindered } = await countAudience(deps, coordinator, { audience: inGroup() });
    assert.deepEqual([count, size], [14, 14]);
    assert.deepEqual(
      hindered.map(({ why, accounts }) => [why, accounts]),
      [
        ['guest', 1],
        ['disabled', 1],
        ['nobody', 1],
        ['left', 1],
        ['unknown', 1],
      ],
    );
    assert.deepEqual(await asked(world, await opened(world, deps, inGroup())), members.slice(0, 14));
    const narrow = inGroup({ departments: ['Care'] });
    await assert.rejects(
      createSurvey(deps, coordinator, { audience: narrow, closesOn: lastDay }),
      (error) => isFailure(error, 'bad-input') && error.reason === 'audience-too-small',
    );
    assert.deepEqual(await groupsNamed(deps, coordinator, 'women'), [group]);
  });

  it('are nobody of a group that is no longer there, and nobody is asked while Graph is away', async () => {
    const { coordinator } = world;
    const gone = withGroup(world, new Failure('not-found', 'not-in-graph'));
    assert.equal((await countAudience(gone, coordinator, { audience: inGroup() })).people, 0);
    const away = withGroup(world, new Failure('unavailable', 'graph-down'));
    await assert.rejects(countAudience(away, coordinator, { audience: inGroup() }), (error) =>
      isFailure(error, 'unavailable'),
    );
  });

  it('are the participants of an own programme, by what and how far they are', async () => {
    const { deps, people, coordinator } = world;
    const { id: programmeId } = await aProgramme(deps, coordinator, people);
    const all = people.map(({ id }, place): Participant => {
      const stage = place < 4 ? 'applied' : 'paired';
      return { personId: id, role: place % 2 ? 'mentor' : 'mentee', stage };
    });
    const find: ParticipantFinder = async (_, wanted) => (wanted === programmeId ? all : []);
    const knows = { ...deps, participantsOf: find };
    const audience = participantsOfProgramme(programmeId, { roles: ['mentor'] });
    assert.equal((await countAudience(knows, coordinator, { audience })).asked, 10);
    const id = await opened(world, knows, audience);
    assert.deepEqual(
      await asked(world, id),
      people.filter((_, place) => place >= 4 && place % 2).map((one) => one.id),
    );
    const other = coordinatorFor(people[1]!);
    await assert.rejects(countAudience(knows, other, { audience }), notFound);
    await assert.rejects(createSurvey(knows, other, { audience, closesOn: lastDay }), notFound);
    await assert.rejects(copySurvey(knows, other, id), notFound);
    await assert.rejects(openSurvey(knows, other, (await copySurvey(knows, coordinator, id)).id), notFound);
    const page = await surveyPageOf(knows, other, id);
    assert.deepEqual(page.audience, audience, 'the other coordinators see of it that it is some programme');
    assert.deepEqual((await audienceCounts(knows, other)).programmes, []);
    assert.deepEqual((await audienceCounts(knows, coordinator)).programmes, [{ id: programmeId, name: 'Grow' }]);
  });

  it('are found by every route and every job that needs it, once the doors are put together', async () => {
    const { deps, people, coordinator } = world;
    const { id: programmeId } = await aProgramme(deps, coordinator, people);
    const audience = participantsOfProgramme(programmeId);
    const count = routes.find(({ method, path }) => method === 'POST' && path === '/surveys/audience');
    const asks = { params: undefined, query: undefined, body: { audience } };
    assert.deepEqual(await count?.run(deps, coordinator, asks), { people: 0, asked: 0, hindered: [] });
    const everybody = people.map(({ id }): Participant => ({ personId: id, role: 'mentee', stage: 'paired' }));
    const knows = { ...deps, participantsOf: async () => everybody } as Platform;
    const { id } = await createSurvey(knows, coordinator, { audience, closesOn: lastDay });
    await openSurvey(knows, coordinator, id);
    const task = { id: 'task', due: 0 };
    const invite = jobs.find(({ name }) => name === 'surveys.invite');
    await invite?.run(deps, { surveyId: id }, task);
    assert.equal((await findSurvey(deps, id))?.asked, 0, 'as the real doors know it, nobody takes part yet');
    const [own] = knowing(async () => everybody, surveysJobs);
    await assert.rejects(Promise.resolve(surveysJobs[0]!.run(deps, { surveyId: id }, task)), /participants/);
    await own?.run(deps, { surveyId: id }, task);
    assert.equal((await asked(world, id)).length, people.length);
  });

  it('are as many as chance draws, the same ones when the job runs again; the others never hear of it', async () => {
    const { app, deps, people, coordinator } = world;
    const sample = { margin: 20, response: 50 };
    const everybody = { kind: 'everybody' as const };
    const { asked: size } = await countAudience(deps, coordinator, { audience: everybody, sample });
    const id = await opened(world, deps, everybody, { margin: 20, response: 95 });
    const drawn = await asked(world, id);
    assert.ok(size === 24 && drawn.length === 14, `${size} ${drawn.length}`);
    await join(
      world,
      Array.from({ length: 20 }, (_, place) => aPerson(200 + place)),
    );
    await askAudience(deps, id);
    const again = await asked(world, id);
    assert.ok(
      drawn.every((one) => again.includes(one)),
      'who was drawn stays drawn',
    );
    await app.run();
    assert.deepEqual(app.sent.map(({ to }) => to).toSorted(), again);
    const missed = people.find((one) => !again.includes(one.id))!;
    await assert.rejects(
      answerPageOf(deps, callerFor(missed), id),
      (error) => isFailure(error) && error.reason === 'survey-gone',
    );
    await assert.rejects(
      answerPageOf(deps, callerFor(missed), 'unknown'),
      (error) => isFailure(error) && error.reason === 'survey-gone',
    );
    await assert.rejects(answerSurvey(deps, missed.id, id, saying(3)), notFound);
    const other = await opened(world, deps, everybody, { margin: 20, response: 95 });
    assert.notDeepEqual(await asked(world, other), again, 'another survey draws others');
  });

  it('refuses a sample under ten people, and forgets it when everybody is wanted again', async () => {
    const { app, deps, coordinator, people } = world;
    await app.addPeople({ ...people[20]!, enabled: false });
    const draft = { audience: { kind: 'departments' as const, departments: ['Care'] }, closesOn: lastDay };
    await assert.rejects(
      createSurvey(deps, coordinator, { ...draft, sample: { margin: 20, response: 95 } }),
      (error) => isFailure(error) && error.reason === 'audience-too-small',
    );
    const wide = { ...draft, audience: { kind: 'everybody' as const } };
    const { id } = await createSurvey(deps, coordinator, {
      ...wide,
      sample: { margin: 10, response: 70 },
      partedBy: ['site'],
    });
    const changed = await changeSurvey(deps, coordinator, id, wide);
    assert.deepEqual([changed.sample, changed.partedBy], [undefined, undefined]);
  });

  it('keep only what results are parted by', async () => {
    const { deps, coordinator, people } = world;
    const of = async (partedBy: ('department' | 'site')[]): Promise<unknown> => {
      const draft = { audience: { kind: 'everybody' as const }, closesOn: lastDay, partedBy };
      const { id } = await createSurvey(deps, coordinator, draft);
      await openSurvey(deps, coordinator, id);
      while (await askAudience(deps, id));
      return (await askedRows.find(deps.tables, id, people[0]!.id))?.value.of;
    };
    assert.deepEqual(await of(['site']), { site: 'Ghent' });
    assert.deepEqual(await of(['department']), { department: 'Finance' });
    assert.deepEqual(await of(['site', 'department']), { department: 'Finance', site: 'Ghent' });
    assert.equal(await of([]), undefined);
  });
});

describe('what a survey was foretold to tell', () => {
  it('is what it told when it had been answered and closed, of each question and each part', async () => {
    const world = await organisation();
    const { app, deps, coordinator, people } = world;
    const more = Array.from({ length: 50 }, (_, place) =>
      aPerson(100 + place, { department: place < 44 ? 'Care' : 'Press', site: place < 22 ? 'Liège' : 'Ghent' }),
    );
    await join(world, more);
    const { id } = await createSurvey(deps, coordinator, { audience: { kind: 'everybody' }, closesOn: lastDay });
    const forecast = await forecastOf(deps, coordinator, id, { response: 90 });
    assert.equal(forecast.asked, 74);
    await assert.rejects(forecastOf(deps, callerFor(people[3]!), id, { response: 90 }), notFound);
    await openSurvey(deps, coordinator, id);
    while (await askAudience(deps, id));
    const everybody = [...people, ...more];
    for (const [place, one] of everybody.entries())
      if (place % 10 !== 9) await answerSurvey(deps, one.id, id, saying(1 + ((place * 7) % 5)));
    await app.run();
    await closeSurvey(deps, coordinator, id);
    await app.run();
    const { results, parts } = await surveyPageOf(deps, coordinator, id);
    const toldQuestions = new Set(
      results?.items.flatMap(({ figure }) => (figure.state === 'withheld' ? [] : figure.itemId)),
    );
    for (const { verdict, questions } of forecast.questions)
      for (const one of questions) if (verdict !== 'may') assert.equal(toldQuestions.has(one), verdict === 'will', one);
    const [first] = parts;
    for (const line of forecast.parts.filter(({ verdict }) => verdict !== 'may')) {
      const cut = first?.cuts.find(
        (one) =>
          one.parts.length === Object.keys(line.parts).length &&
          one.parts.every(({ attribute, value }) => line.parts[attribute as 'site'] === value),
      );
      const told = cut !== undefined && cut.figure.state !== 'withheld';
      assert.equal(told, line.verdict === 'will', JSON.stringify(line));
    }
    assert.ok(forecast.parts.filter(({ verdict }) => verdict === 'will').length >= 3);
    assert.ok(forecast.parts.some(({ verdict }) => verdict === 'will-not'));
  }).timeout(300_000);
});
