/**
 * The story in which the sandbox opens: one programme that has been running for six weeks and one that is just beginning.
 * It came about through the product's own doors, in the sandbox's time: the clock begins in the past and is moved on to today.
 */
import { day, pause } from '../../platform/clock.ts';
import type { HostWorld } from '../host/world.ts';
import { doorsOf, type Doors } from './doors.ts';
import { findingTexts, newProgramme, oldProgramme, privateTalk, survey, type ProgrammeText } from './story-texts.ts';
import { actsOf, type Acts } from './table.ts';

/** Days before today. */
const begins = 84;

interface Teller {
  readonly world: HostWorld;
  readonly doors: Doors;
  readonly acts: Acts;
  readonly coordinator: string;
  readonly colleague: string;
  /** What has to be added to the machine's time to get today's in the sandbox. */
  readonly ahead: number;
  readonly today: number;
}

/** To be called before the product starts: the sandbox's first day lies in the past. */
export async function goBackToTheBeginning(world: HostWorld): Promise<void> {
  await world.clock.set(world.clock.now() - begins * day);
}

/** Tells the story up to today; `said` hears how far it is. */
export async function tellStory(world: HostWorld, said: (chapter: string) => void): Promise<void> {
  const [coordinator = '', colleague = ''] = world.organisation.people
    .filter(({ role }) => role === 'coordinator')
    .map(({ id }) => id);
  const teller: Teller = {
    world,
    doors: doorsOf(world),
    acts: actsOf(world),
    coordinator,
    colleague,
    ahead: world.clock.offsetMs() + begins * day,
    today: world.clock.now() + begins * day,
  };
  await untilDirectoryIsRead(teller);
  said('colleagues are asked whether there is support');
  const surveyId = await askForSupport(teller);
  said('people are invited and apply');
  const programmeId = await recruit(teller, surveyId);
  said('pairs are matched and begin');
  await match(teller, programmeId);
  said('pairs meet and say how it goes');
  await run(teller, programmeId);
  await takeUp(teller, programmeId);
  await beginSecond(teller);
  await askForPrivateTalk(teller);
  await goTo(teller, 0);
}

async function goTo({ world, today, ahead }: Teller, daysAgo: number): Promise<void> {
  const target = Math.max(today - daysAgo * day, world.clock.now());
  await world.drain.moveTo(daysAgo === 0 ? Math.max(target, Date.now() + ahead) : target, 'hour');
}

/** The first sync is the product's own first task. */
async function untilDirectoryIsRead({ world, doors, coordinator }: Teller): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    await world.drain.settle();
    const { everybody } = await doors.call<{ everybody: number }>(coordinator, 'GET', '/surveys/audience');
    if (everybody > 0) return;
  }
  throw new Error('the directory was not read within a minute');
}

async function askForSupport(teller: Teller): Promise<string> {
  const { doors, coordinator, acts, today } = teller;
  const closesOn = new Date(today - 75 * day).toISOString().slice(0, 10);
  const { departments } = await doors.call<{ departments: { name: string; people: number }[] }>(
    coordinator,
    'GET',
    '/surveys/audience',
  );
  const isLarge = departments.some(({ name, people }) => name === survey.department && people >= 30);
  // A small organisation asks everybody: answers of a few could be recognised.
  const audience = isLarge ? { kind: 'departments', departments: [survey.department] } : { kind: 'everybody' };
  const { id } = await doors.call<{ id: string }>(coordinator, 'POST', '/surveys', { audience, closesOn });
  await doors.call(coordinator, 'POST', `/surveys/${id}/open`);
  await goTo(teller, 81);
  await act(acts, 'answer-survey', { count: 34 });
  await goTo(teller, 74);
  await doors.call(coordinator, 'POST', `/surveys/${id}/decision`, { choice: 'go', why: survey.why, after: 0 });
  return id;
}

async function recruit(teller: Teller, surveyId: string): Promise<string> {
  const { doors, coordinator, colleague, acts } = teller;
  const id = await createProgramme(teller, oldProgramme, { startsAgo: 42, surveyId });
  await doors.call(coordinator, 'POST', `/programmes/${id}/coordinators`, { personId: colleague });
  const closesOn = dayOf(teller, 56);
  for (const audience of await audiencesOf(teller, oldProgramme))
    await doors.call(coordinator, 'POST', `/programmes/${id}/calls`, { audience, closesOn, words: oldProgramme.words });
  await goTo(teller, 70);
  await act(acts, 'apply', {
    count: 17,
    role: 'mentee',
    programmeId: id,
    people: await peopleIn(teller, oldProgramme.menteesFrom),
  });
  await act(acts, 'apply', { count: 15, role: 'mentor', programmeId: id });
  await act(acts, 'not-now', { count: 6 });
  await goTo(teller, 66);
  await act(acts, 'do-course', { count: 24 });
  await goTo(teller, 55);
  return id;
}

async function match(teller: Teller, programmeId: string): Promise<void> {
  const { doors, coordinator, acts } = teller;
  await publish(teller, programmeId);
  await goTo(teller, 53);
  await act(acts, 'decline', { count: 1 });
  // Cards come in working hours, the mentor's after the mentee's yes: with a weekend between it takes the whole of these days.
  for (const daysAgo of [53, 52, 51, 50, 49]) {
    await goTo(teller, daysAgo);
    await act(acts, 'accept', {});
  }
  await goTo(teller, 48);
  await doors.call(coordinator, 'GET', `/programmes/${programmeId}/matching`);
}

async function publish({ doors, coordinator }: Teller, programmeId: string): Promise<void> {
  const path = `/programmes/${programmeId}/proposals`;
  await doors.call(coordinator, 'POST', path);
  await runEnds(doors, coordinator, programmeId);
  const { proposal } = await doors.call<{ proposal: { id: string } }>(
    coordinator,
    'GET',
    `/programmes/${programmeId}/matching`,
  );
  await doors.call(coordinator, 'POST', `${path}/${proposal.id}/publish`);
}

/** The worker computes what was ordered. */
async function runEnds(doors: Doors, coordinator: string, programmeId: string): Promise<void> {
  const path = `/programmes/${programmeId}/matching/run`;
  for (;;) {
    const { run: last } = await doors.call<{ run?: { state: string } }>(coordinator, 'GET', path);
    if (last?.state !== 'running') return;
    await pause(100);
  }
}

async function run(teller: Teller, programmeId: string): Promise<void> {
  const { acts } = teller;
  await act(acts, 'meet', { count: 10 });
  await goTo(teller, 35);
  await act(acts, 'answer-check-in', { count: 17 });
  await goTo(teller, 24);
  await act(acts, 'meet', { count: 5 });
  await goTo(teller, 18);
  await act(acts, 'answer-check-in', { count: 17 });
  await goTo(teller, 10);
  await askForSomebodyElse(teller, programmeId);
}

/** One mentee would like another mentor: the clock of the coordinators runs. */
async function askForSomebodyElse({ doors, coordinator }: Teller, programmeId: string): Promise<void> {
  const path = `/programmes/${programmeId}/pairs`;
  const { pairs } = await doors.call<{ pairs: { id: string; state: string; mentee: { id: string } }[] }>(
    ...([coordinator, 'GET', path] as const),
  );
  const last = pairs.filter(({ state }) => state === 'active').at(-1);
  if (last) await doors.call(last.mentee.id, 'POST', `${path}/${last.id}/somebody-else`, {});
}

/** One point is open, one is decided and not told yet. */
async function takeUp({ doors, coordinator, today }: Teller, programmeId: string): Promise<void> {
  const path = `/programmes/${programmeId}/findings`;
  const blank = { why: '', what: '', doing: { who: '', until: '' } };
  const add = (one: object) =>
    doors.call<{ findings: { id: string }[] }>(coordinator, 'POST', path, { ...blank, ...one });
  const { findings } = await add(findingTexts.decided);
  const until = new Date(today + 21 * day).toISOString().slice(0, 10);
  const { from: _from, ...decided } = findingTexts.decided;
  await doors.call(coordinator, 'PUT', `${path}/${findings[0]?.id ?? ''}`, {
    ...{ ...decided, ...findingTexts.decision, translations: {}, version: 1 },
    doing: { who: findingTexts.who, until },
  });
  await add(findingTexts.open);
}

async function beginSecond(teller: Teller): Promise<void> {
  const { doors, coordinator, acts } = teller;
  const id = await createProgramme(teller, newProgramme, { startsAgo: -35 });
  const closesOn = dayOf(teller, -14);
  for (const audience of await audiencesOf(teller, newProgramme))
    await doors.call(coordinator, 'POST', `/programmes/${id}/calls`, { audience, closesOn, words: newProgramme.words });
  await goTo(teller, 7);
  await act(acts, 'apply', { count: 6, role: 'mentee', programmeId: id });
}

async function createProgramme(
  teller: Teller,
  text: ProgrammeText,
  wish: { startsAgo: number; surveyId?: string },
): Promise<string> {
  const { doors, coordinator } = teller;
  const { id } = await doors.call<{ id: string }>(coordinator, 'POST', '/programmes', {
    ...text.draft,
    startsOn: dayOf(teller, wish.startsAgo),
    endsOn: dayOf(teller, wish.startsAgo - 274),
    ...(wish.surveyId === undefined ? {} : { surveyId: wish.surveyId }),
  });
  return id;
}

async function audiencesOf({ doors, coordinator }: Teller, text: ProgrammeText): Promise<object[]> {
  const groups = await doors.call<{ id: string; name: string }[]>(
    coordinator,
    'GET',
    `/groups?search=${encodeURIComponent(text.menteesFrom)}`,
  );
  const group = groups.find(({ name }) => name === text.menteesFrom);
  const byGroup = group ? [{ kind: 'group', groupId: group.id, name: group.name }] : [];
  return [...byGroup, { kind: 'departments', departments: text.mentorsFrom }];
}

async function peopleIn({ world }: Teller, group: string): Promise<readonly string[]> {
  return world.organisation.groups.find(({ displayName }) => displayName === group)?.memberIds ?? [];
}

function dayOf({ today }: Teller, daysAgo: number): string {
  return new Date(today - daysAgo * day).toISOString().slice(0, 10);
}

async function act(acts: Acts, what: string, details: Readonly<Record<string, unknown>>): Promise<void> {
  await acts[what]?.(details);
}

/** The confidential adviser takes requests, and somebody asks for a talk. */
async function askForPrivateTalk({ world, doors }: Teller): Promise<void> {
  const { people } = world.organisation;
  const adviser = people.find(({ role }) => role === 'adviser')?.id ?? '';
  const asker = people.find(({ role, accountEnabled }) => role === 'employee' && accountEnabled)?.id ?? '';
  await doors.call(adviser, 'PUT', '/private-talk/advising', { takes: true, speaks: ['nl', 'fr', 'de'] });
  await doors.call(adviser, 'PUT', '/private-talk/contacts', { lines: [privateTalk.line] });
  await doors.call(asker, 'PUT', '/private-talk', { ...privateTalk.wish, adviser });
}
