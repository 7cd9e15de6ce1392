/** The sandbox's opening story and what it leaves out: a survey that is open, a published story, a meeting that is still to come. */
import assert from 'node:assert/strict';
import type { SandboxPerson, TestSandbox } from './sandbox.ts';
import { inWords } from './story-draft.ts';

export interface Story {
  readonly coordinator: string;
  readonly administrator: string;
  /** Has a request for a private talk. */
  readonly adviser: string;
  /** Has a pair with a meeting ahead. */
  readonly mentee: string;
  /** Wrote the published story. */
  readonly author: string;
  /** Takes part in nothing, and is asked by the open survey. */
  readonly reader: string;
  /** Has an invitation to the programme that begins. */
  readonly invited: string;
  readonly ids: Readonly<
    Record<
      | 'programme'
      | 'openProgramme'
      | 'closedProgramme'
      | 'survey'
      | 'openSurvey'
      | 'pair'
      | 'meeting'
      | 'poll'
      | 'storyPair'
      | 'story'
      | 'course'
      | 'ownCourse'
      | 'circleQuestion'
      | 'sendGroup'
      | 'code'
      | 'talk'
      | 'talkGuest'
      | 'session'
      | 'event'
      | 'eventMentor',
      string
    >
  >;
}

interface PairLine {
  readonly id: string;
  readonly state: string;
  readonly mentee: { readonly id: string };
  readonly mentor: { readonly id: string };
}

/** A move waits for the end of the story; a request alone gives up after five minutes. */
async function untilTold(sandbox: TestSandbox): Promise<void> {
  for (let turn = 1; ; turn += 1)
    try {
      return void (await sandbox.control('/clock', { hours: 0 }));
    } catch (error) {
      if (!(error instanceof TypeError) || turn === 3) throw error;
    }
}

/** Waits for the sandbox's own story, and goes on with it. */
export async function tellStories(sandbox: TestSandbox): Promise<Story> {
  const people = await sandbox.control<SandboxPerson[]>('/people');
  await untilTold(sandbox);
  const [coordinator, colleague] = people.filter(({ role }) => role === 'coordinator').map(({ id }) => id);
  const programmes = await sandbox.api<{ id: string; stage: string }[]>(coordinator!, 'GET', '/programmes');
  const programme = programmes.find(({ stage }) => stage === 'run')!.id;
  const openProgramme = programmes.find(({ stage }) => stage === 'recruit')!.id;
  const [survey] = await sandbox.api<{ id: string }[]>(coordinator!, 'GET', '/surveys');
  const { pairs } = await sandbox.api<{ pairs: PairLine[] }>(coordinator!, 'GET', `/programmes/${programme}/pairs`);
  const active = pairs.filter(({ state }) => state === 'active');
  const withMailbox = new Set(people.filter(({ hasMailbox }) => hasMailbox).map(({ id }) => id));
  // Only where both have a calendar are times found, and asked about.
  const first = active.find(({ mentee, mentor }) => withMailbox.has(mentee.id) && withMailbox.has(mentor.id));
  const second = active.find((pair) => pair !== first);
  const { guests, ...talk } = await askForTalk(sandbox, coordinator!);
  const reader = await outsider(sandbox, people, guests);
  const [{ id: course }] = (await sandbox.api<{ id: string }[]>(first!.mentee.id, 'GET', '/me/courses')) as [
    { id: string },
  ];
  return {
    coordinator: coordinator!,
    administrator: people.find(({ role }) => role === 'administrator')!.id,
    adviser: people.find(({ role }) => role === 'adviser')!.id,
    mentee: first!.mentee.id,
    author: second!.mentee.id,
    reader,
    invited: await somebodyInvited(sandbox, people, openProgramme),
    ids: {
      ...{
        programme,
        openProgramme,
        closedProgramme: await closedProgramme(sandbox, coordinator!),
        survey: survey!.id,
        course,
        ownCourse: await publishedCourse(sandbox, coordinator!),
        circleQuestion: await circleQuestion(sandbox, coordinator!, programme),
        sendGroup: await invitationsOf(sandbox, coordinator!, programme),
      },
      code: await linkTo(sandbox, coordinator!, openProgramme),
      openSurvey: await openSurvey(sandbox, colleague!),
      ...talk,
      session: await sessionAhead(sandbox, coordinator!, programme),
      event: await eventAhead(sandbox, coordinator!, { programme, colleague: colleague!, pair: first! }),
      eventMentor: first!.mentor.id,
      pair: first!.id,
      meeting: await meetingAhead(sandbox, programme, first!),
      poll: await pollOf(sandbox, programme, first!),
      storyPair: second!.id,
      story: await publishedStory(sandbox, programme, second!, colleague!),
    },
  };
}

async function invitationsOf(sandbox: TestSandbox, coordinator: string, programme: string): Promise<string> {
  const path = `/programmes/${programme}/sends`;
  const { sends } = await sandbox.api<{ sends: { id: string; kind: string }[] }>(coordinator, 'GET', path);
  return sends.find(({ kind }) => kind === 'recruitment.send-invitation')!.id;
}

/** A programme that has run its course, with a goal that was reached by nobody. */
async function closedProgramme(sandbox: TestSandbox, coordinator: string): Promise<string> {
  const goal = { text: 'Grow', measure: 'Colleagues who moved up', target: '10' };
  const { id } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/programmes', {
    ...{ name: 'The first year', forWhom: 'Newcomers', why: 'They know few people', howChosen: 'Everybody in Finance' },
    ...{ goals: [goal], language: 'en', startsOn: '2026-01-05', endsOn: '2026-09-30' },
  });
  for (const to of ['recruit', 'match', 'run', 'close'])
    await sandbox.api(coordinator, 'POST', `/programmes/${id}/stage`, { to });
  return id;
}

/** The example of a course of the organisation, as it stands. */
async function publishedCourse(sandbox: TestSandbox, coordinator: string): Promise<string> {
  const begin = { kind: 'text', binding: 'nl' };
  const { ownId } = await sandbox.api<{ ownId: string }>(coordinator, 'POST', '/own-courses', begin);
  const draft = { onlyThese: true, revision: 1, revisions: { nl: 1 } };
  await sandbox.api(coordinator, 'POST', `/own-courses/${ownId}/publish`, draft);
  return ownId;
}

/** A host begins the circle of the mentors. */
async function circleQuestion(sandbox: TestSandbox, coordinator: string, programme: string): Promise<string> {
  const path = `/programmes/${programme}/circle`;
  const { nextId } = await sandbox.api<{ nextId: string }>(coordinator, 'GET', path);
  await sandbox.api(coordinator, 'POST', `${path}/questions`, {
    ...{ id: nextId, title: 'What surprised you in the first talk?', text: '', topic: 'first-meeting' },
    ...{ language: 'en', nameless: false, notNames: [] },
  });
  return nextId;
}

/** The code on a poster. */
async function linkTo(sandbox: TestSandbox, coordinator: string, programme: string): Promise<string> {
  const path = `/programmes/${programme}/kit`;
  const { texts } = await sandbox.api<{ texts: { form: string; code: string }[] }>(coordinator, 'GET', path);
  return texts.find(({ form }) => form === 'poster')!.code;
}

async function outsider(
  sandbox: TestSandbox,
  people: readonly SandboxPerson[],
  guests: readonly string[],
): Promise<string> {
  const others = people.filter(({ id, role, enabled }) => role === 'employee' && enabled && !guests.includes(id));
  for (const { id } of others.toReversed()) {
    const invitations = await sandbox.api<{ invitations: unknown[] }>(id, 'GET', '/me/invitations');
    const pairs = await sandbox.api<unknown[]>(id, 'GET', '/me/pairs');
    if (pairs.length === 0 && invitations.invitations.length === 0) return id;
  }
  throw new Error('everybody takes part');
}

async function somebodyInvited(
  sandbox: TestSandbox,
  people: readonly SandboxPerson[],
  programmeId: string,
): Promise<string> {
  for (const { id } of people.filter(({ role, enabled }) => role === 'employee' && enabled)) {
    const { invitations } = await sandbox.api<{ invitations: { programmeId: string }[] }>(id, 'GET', '/me/invitations');
    if (invitations.some((one) => one.programmeId === programmeId)) return id;
  }
  throw new Error('nobody is invited');
}

/** A group whose people are asked. */
async function askForTalk(
  sandbox: TestSandbox,
  coordinator: string,
): Promise<{ talk: string; talkGuest: string; guests: readonly string[] }> {
  const { now } = await sandbox.control<{ now: string }>('/clock');
  const from = new Date(Date.parse(now) + 10 * 86_400_000);
  const draft = {
    ...{ purpose: 'needs', form: 'group', size: 8, audience: { kind: 'everybody' }, language: 'nl', minutes: 60 },
    from: from.toISOString().slice(0, 10),
  };
  const { id } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/talks', draft);
  const { people } = await sandbox.api<{ people: { person: { id: string } }[] }>(coordinator, 'GET', `/talks/${id}`);
  await sandbox.api(coordinator, 'POST', `/talks/${id}/ask`);
  const guests = people.map(({ person }) => person.id);
  return { talk: id, talkGuest: guests[0]!, guests };
}

/** A supervision circle has its rules; this one is for everybody, so that the mentee sees it. */
async function sessionAhead(sandbox: TestSandbox, coordinator: string, programme: string): Promise<string> {
  const { now } = await sandbox.control<{ now: string }>('/clock');
  const start = Math.ceil(Date.parse(now) / 3_600_000) * 3_600_000 + 14 * 86_400_000;
  const path = `/programmes/${programme}/sessions`;
  const { id } = await sandbox.api<{ id: string }>(coordinator, 'POST', path, {
    ...{ kind: 'workshop', forWhom: 'both', title: 'Listening', about: 'Two exercises', language: 'en', start },
    ...{ minutes: 90, place: 'Room 3', online: false, link: '', seats: 12 },
    closesOn: new Date(start - 86_400_000).toISOString().slice(0, 10),
  });
  await sandbox.api(coordinator, 'POST', `${path}/${id}/announce`, { version: 0 });
  return id;
}

/** With a nomination that waits for the mentor's answer; two coordinators are on the jury. */
async function eventAhead(
  sandbox: TestSandbox,
  coordinator: string,
  { programme, colleague, pair }: { programme: string; colleague: string; pair: PairLine },
): Promise<string> {
  const { now } = await sandbox.control<{ now: string }>('/clock');
  const start = Math.ceil(Date.parse(now) / 3_600_000) * 3_600_000 + 30 * 86_400_000;
  const path = `/programmes/${programme}/events`;
  const { id } = await sandbox.api<{ id: string }>(coordinator, 'POST', path, {
    ...{ title: 'Recognition at the summer meeting', language: 'en', start, minutes: 90, place: 'Hall', online: false },
    ...{ link: '', closesOn: new Date(start - 15 * 86_400_000).toISOString().slice(0, 10) },
    ...{ criteria: ['doors', 'listened'], ownCriteria: [], mentors: 2, mentees: 2, jurors: [coordinator, colleague] },
  });
  await sandbox.api(coordinator, 'POST', `${path}/${id}/open`, { version: 0 });
  await sandbox.api(pair.mentee.id, 'POST', `${path}/${id}/nominations`, {
    ...{ who: 'pair', pairId: pair.id, kind: 'mentor', criteria: ['doors'], why: 'Took me along to the board.' },
  });
  return id;
}

async function openSurvey(sandbox: TestSandbox, coordinator: string): Promise<string> {
  const { now } = await sandbox.control<{ now: string }>('/clock');
  const closesOn = new Date(Date.parse(now) + 20 * 86_400_000).toISOString().slice(0, 10);
  const draft = { audience: { kind: 'everybody' }, closesOn };
  const { id } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/surveys', draft);
  await sandbox.api(coordinator, 'POST', `/surveys/${id}/open`);
  return id;
}

/** By hand, four weeks on: a calendar has nothing to do with it. */
async function meetingAhead(sandbox: TestSandbox, programmeId: string, pair: PairLine): Promise<string> {
  const path = `/programmes/${programmeId}/pairs/${pair.id}/meetings`;
  const { now } = await sandbox.control<{ now: string }>('/clock');
  const start = Math.ceil(Date.parse(now) / 3_600_000) * 3_600_000 + 28 * 86_400_000;
  const made = await sandbox.api<{ id: string }>(pair.mentee.id, 'POST', `${path}/by-hand`, { start, minutes: 60 });
  return made.id;
}

/** The mentor is asked which of some times would work. */
async function pollOf(sandbox: TestSandbox, programmeId: string, { id, mentee }: PairLine): Promise<string> {
  const path = `/programmes/${programmeId}/pairs/${id}`;
  const wish = { week: 0, weeks: 8, minutes: 30 };
  const asked = `${path}/meetings/times?week=${wish.week}&weeks=${wish.weeks}&minutes=${wish.minutes}`;
  type Times = Record<'slots' | 'disturbing', readonly { readonly start: number }[]> & { readonly problem?: string };
  const { slots, disturbing, problem } = await sandbox.api<Times>(mentee.id, 'GET', asked);
  const starts = [...slots, ...disturbing].slice(0, 3).map(({ start }) => start);
  assert.ok(starts.length > 0, `no time was found: ${problem}`);
  const made = await sandbox.api<{ id: string }>(mentee.id, 'POST', `${path}/polls`, { minutes: 30, starts });
  return made.id;
}

const words =
  'Before we met I did not know whom to ask when I wanted to try something new at work. In our talks we drew a map of the ' +
  'company and of the people who like to help. Now I have applied for a project in another team, and I know why I want it.';

async function publishedStory(
  sandbox: TestSandbox,
  programmeId: string,
  { id: pairId, mentee, mentor }: PairLine,
  coordinator: string,
): Promise<string> {
  const programme = `/programmes/${programmeId}`;
  const ofPair = `${programme}/pairs/${pairId}/story`;
  const draft = inWords(words, { title: 'A map of people' });
  await sandbox.api(mentee.id, 'PUT', ofPair, { draft, ask: true });
  const { story } = await sandbox.api<{ story: { id: string; version: number } }>(mentee.id, 'GET', ofPair);
  const { id, version } = story;
  await sandbox.api(mentor.id, 'POST', `${programme}/stories/${id}/answer`, {
    said: 'agree',
    version,
    reach: 'organisation',
    named: false,
  });
  await sandbox.api(coordinator, 'POST', `${programme}/stories/${id}/publish`, { version });
  return id;
}
