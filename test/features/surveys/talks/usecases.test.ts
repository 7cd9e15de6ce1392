import assert from 'node:assert/strict';
import { talksActions } from '../../../../src/features/surveys/talks/bot.ts';
import { talksJobs } from '../../../../src/features/surveys/talks/jobs.ts';
import { answerTalk, invitationPageOf } from '../../../../src/features/surveys/talks/asking/usecases.ts';
import {
  bookTalk,
  callOffTalk,
  findTalkTimes,
  unbookTalk,
} from '../../../../src/features/surveys/talks/booking/usecases.ts';
import type { TalkDraft } from '../../../../src/features/surveys/talks/model.ts';
import { dropNote, keepNotes } from '../../../../src/features/surveys/talks/notes/usecases.ts';
import {
  askPeople,
  closeTalk,
  createTalk,
  drawAgain,
  listTalks,
  talkPageOf,
} from '../../../../src/features/surveys/talks/usecases.ts';
import { createProgramme } from '../../../../src/features/programmes/usecases.ts';
import { hoursRows } from '../../../../src/features/people/store.ts';
import type { NewEvent } from '../../../../src/platform/calendar.ts';
import { day, hour } from '../../../../src/platform/clock.ts';
import { tableNames } from '../../../../src/platform/tables.ts';
import { setPreferences } from '../../../../src/features/people/usecases.ts';
import { aPerson, coordinatorFor, press, testApp } from '../../../support/app.ts';

const group: TalkDraft = {
  ...{ purpose: 'needs', form: 'group', size: 8, audience: { kind: 'everybody' }, language: 'en', minutes: 60 },
  from: '2026-03-13',
};

const lettersOf = (at: number): string => String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26));

/** Forty people in eight departments and five sites; the first coordinates and is the manager of the last. */
async function organisation() {
  const app = await testApp({ jobs: talksJobs });
  const people = Array.from({ length: 40 }, (_, at) =>
    aPerson(at + 1, {
      ...{ name: `Given${lettersOf(at)} Family${lettersOf(at)}`, givenName: `Given${lettersOf(at)}` },
      ...{ department: `Department ${at % 8}`, site: ['Ghent', 'Liège', 'Namur', 'Mons', 'Bruges'][at % 5]! },
      ...(at === 39 ? { managerId: aPerson(1).id } : {}),
    }),
  );
  await app.addPeople(...people);
  const at = app.deps.clock.machine();
  for (const { id } of people) await app.deps.tables.commit([hoursRows.put(id, 'mailbox', { at })]);
  const booked: NewEvent[] = [];
  const cancelled: string[] = [];
  const busy = new Map<string, { start: number; end: number }[]>();
  const events = new Map<string, string>();
  Object.assign(app.deps, {
    calendar: {
      freeBusy: (asked: { personId: string }[], _from: number, _to: number, assertion?: string) => {
        assert.equal(assertion, undefined, 'calendars are looked at by the app');
        const seen = asked.map(({ personId }) => [personId, { busy: busy.get(personId) ?? [] }] as const);
        return Promise.resolve(new Map(seen));
      },
      book: (assertion: string, event: NewEvent) => {
        assert.equal(assertion, 'tab-token', 'the entry is made with the own rights');
        if (!events.has(event.transactionId)) booked.push(event);
        events.set(event.transactionId, `event-${booked.length}`);
        return Promise.resolve({ eventId: events.get(event.transactionId)!, joinUrl: 'https://teams.test/join' });
      },
      cancel: (_: string, eventId: string) => Promise.resolve(void cancelled.push(eventId)),
    },
  });
  const coordinator = coordinatorFor(people[0]!);
  const say = (personId: string, talkId: string, answer: 'yes' | 'no' | 'not-now' | 'withdraw', mayQuote = false) =>
    answerTalk(app.deps, personId, talkId, { answer, mayQuote });
  const asked = (): string[] => [...new Set(app.sent.map(({ to }) => to))];
  return { app, deps: app.deps, people, coordinator, say, asked, booked, cancelled, busy };
}

type Organisation = Awaited<ReturnType<typeof organisation>>;

async function aGroup({ app, deps, coordinator, asked, say }: Organisation, draft: Partial<TalkDraft> = {}) {
  const { id } = await createTalk(deps, coordinator, { ...group, ...draft });
  await askPeople(deps, coordinator, id);
  await app.run();
  for (const one of asked()) await say(one, id, 'yes');
  return id;
}

/** Every row of every table, as text. */
async function everything({ deps }: Organisation, partitions: readonly string[]): Promise<string> {
  const all = tableNames.flatMap((table) =>
    partitions.map((partition) => deps.tables.range(table, partition, { from: '0', to: '~' })),
  );
  return (await Promise.all(all))
    .flat()
    .map((row) => `${row.rowKey} ${row.text}`)
    .join('\n');
}

describe('focus groups and talks', function () {
  this.timeout(300_000);

  it('draw people of all departments, without the coordinator and her line, and ask nobody before she does', async () => {
    const org = await organisation();
    const { id } = await createTalk(org.deps, org.coordinator, group);
    const { people } = await talkPageOf(org.deps, org.coordinator, id);
    await org.app.run();
    assert.equal(org.app.sent.length, 0);
    assert.equal(people.length, 8);
    assert.equal(new Set(people.map(({ person }) => person.department)).size, 8);
    for (const { person } of people) assert.ok(![org.people[0]!.id, org.people[39]!.id].includes(person.id));
  });

  it('draw somebody else in the place of one who is taken out, who does not come again', async () => {
    const org = await organisation();
    const { id } = await createTalk(org.deps, org.coordinator, group);
    const before = (await talkPageOf(org.deps, org.coordinator, id)).people.map(({ person }) => person.id);
    await drawAgain(org.deps, org.coordinator, id, before[0]!);
    const after = (await talkPageOf(org.deps, org.coordinator, id)).people.map(({ person }) => person.id);
    assert.equal(after.length, 8);
    assert.ok(!after.includes(before[0]!));
  });

  it('ask each once, with what it is for and what is kept, however often one presses', async () => {
    const org = await organisation();
    const { id } = await createTalk(org.deps, org.coordinator, group);
    await askPeople(org.deps, org.coordinator, id);
    await askPeople(org.deps, org.coordinator, id);
    await org.app.run();
    assert.equal(org.app.sent.length, 8);
    const card = org.app.sent[0]!.card;
    assert.doesNotMatch(card.summary, /mentor/i);
    assert.match(JSON.stringify(card.body), /2 May 2026/);
  });

  it('ask somebody else when one says no or not now, in the card, and never a ninth for eight places', async () => {
    const org = await organisation();
    const { id } = await createTalk(org.deps, org.coordinator, group);
    await askPeople(org.deps, org.coordinator, id);
    await org.app.run();
    const [first, second, ...others] = [...org.app.sent];
    for (const [{ to, card }, title] of [
      [first!, 'No'],
      [second!, 'Not now'],
    ] as const)
      await press(org.deps, talksActions, { ...org.coordinator, personId: to }, { card, title });
    for (const { to } of others) await org.say(to, id, 'yes');
    await org.app.run();
    assert.equal(org.asked().length, 10);
    for (const one of org.asked().slice(8)) assert.equal(await org.say(one, id, 'yes'), 'yes');
    await org.app.run();
    assert.equal((await talkPageOf(org.deps, org.coordinator, id)).people.length, 8);
    assert.equal(await org.say(first!.to, id, 'yes'), 'full');
    assert.equal(org.asked().length, 10);
  });

  it('keep all answers that come at the same moment', async () => {
    const org = await organisation();
    const { id } = await createTalk(org.deps, org.coordinator, group);
    await askPeople(org.deps, org.coordinator, id);
    await org.app.run();
    await Promise.all(
      org
        .asked()
        .slice(0, 3)
        .map((one) => org.say(one, id, 'yes')),
    );
    assert.equal((await talkPageOf(org.deps, org.coordinator, id)).people.length, 3);
  });

  it('ask somebody else after a week of silence, and let the silent one come back only while there is a place', async () => {
    const org = await organisation();
    const { id } = await createTalk(org.deps, org.coordinator, group);
    await askPeople(org.deps, org.coordinator, id);
    await org.app.run();
    const [silent, ...others] = org.asked();
    for (const one of others) await org.say(one, id, 'yes');
    org.app.pass({ days: 7, hours: 1 });
    await org.app.run();
    assert.equal(org.asked().length, 9);
    assert.equal(await org.say(silent!, id, 'yes'), 'full');
    assert.equal((await invitationPageOf(org.deps, silent!, id)).state, 'lapsed');
  });

  it('ask nobody for a second talk within four months', async () => {
    const org = await organisation();
    const first = await aGroup(org);
    const asked = new Set(org.asked());
    const { id } = await createTalk(org.deps, org.coordinator, { ...group, size: 10 });
    const second = (await talkPageOf(org.deps, org.coordinator, id)).people.map(({ person }) => person.id);
    assert.deepEqual(
      second.filter((one) => asked.has(one)),
      [],
    );
    await closeTalk(org.deps, org.coordinator, first, { heard: false });
    org.app.pass({ days: 121 });
    await org.app.run();
    const later = new Date(org.deps.clock.now() + 5 * day).toISOString().slice(0, 10);
    const third = await createTalk(org.deps, org.coordinator, {
      ...group,
      size: 10,
      from: later,
      audience: { kind: 'departments', departments: ['Department 1'] },
    });
    assert.ok(
      (await talkPageOf(org.deps, org.coordinator, third.id)).people.some(({ person }) => asked.has(person.id)),
    );
  });

  it('are drawn among the mentors or the mentees of a programme, for whoever coordinates it', async () => {
    const org = await organisation();
    const { id: programmeId } = await createProgramme(org.deps, org.coordinator, {
      ...{ name: 'P', forWhom: 'Newcomers', why: 'They know few people', howChosen: 'Everybody is asked', goals: [] },
      ...{ language: 'en', startsOn: '2026-04-01', endsOn: '2026-12-31' },
    });
    const mentors = org.people.slice(10, 22).map(({ id }) => id);
    const participantsOf = () =>
      Promise.resolve(
        org.people.slice(1).map(({ id: personId }) => ({
          ...{ personId, role: mentors.includes(personId) ? ('mentor' as const) : ('mentee' as const) },
          stage: 'paired' as const,
        })),
      );
    const deps = { ...org.deps, participantsOf };
    const draft: TalkDraft = {
      ...group,
      purpose: 'middle',
      audience: { kind: 'chosen', participants: { programmeId, roles: ['mentor'], stages: ['paired', 'ended'] } },
    };
    const { id } = await createTalk(deps, org.coordinator, draft);
    const { people } = await talkPageOf(deps, org.coordinator, id);
    assert.equal(people.length, 8);
    for (const { person } of people) assert.ok(mentors.includes(person.id), person.id);
    const other = coordinatorFor(org.people[1]!);
    await assert.rejects(createTalk(deps, other, draft), { code: 'not-found' });
  });

  it('tell the coordinator who said yes, and of the others only how many', async () => {
    const org = await organisation();
    const { id } = await createTalk(org.deps, org.coordinator, group);
    await askPeople(org.deps, org.coordinator, id);
    await org.app.run();
    const [yes, no] = org.asked();
    await org.say(yes!, id, 'yes', true);
    await org.say(no!, id, 'no');
    const page = await talkPageOf(org.deps, org.coordinator, id);
    assert.deepEqual(
      page.people.map(({ person, mayQuote }) => [person.id, mayQuote]),
      [[yes, true]],
    );
    assert.deepEqual(page.counts, { waiting: 6, declined: 1, silent: 0 });
    assert.ok(!JSON.stringify(page).includes(no!));
  });

  it('are found a time by the app, booked with the own rights under a neutral title, once, and cancelled', async () => {
    const org = await organisation();
    const id = await aGroup(org);
    const { times } = await findTalkTimes(org.deps, org.coordinator, id, {});
    assert.ok(times.length > 0 && times.every(({ missing }) => missing === 0));
    const { start } = times[0]!;
    await bookTalk(org.deps, org.coordinator, id, { start });
    await bookTalk(org.deps, org.coordinator, id, { start });
    assert.equal(org.booked.length, 1);
    assert.equal(org.booked[0]!.attendees.length, 8);
    assert.doesNotMatch(`${org.booked[0]!.subject} ${org.booked[0]!.body}`, /mentor|need|inclus/i);
    await assert.rejects(bookTalk(org.deps, org.coordinator, id, { start: start + hour }), { reason: 'talk-booked' });
    await unbookTalk(org.deps, org.coordinator, id, undefined);
    assert.deepEqual(org.cancelled, ['event-1']);
    await bookTalk(org.deps, org.coordinator, id, { start: start + hour });
    assert.equal(org.booked.length, 2);
  });

  it('propose the best three times when nobody is free together, and need five for a group', async () => {
    const org = await organisation();
    const id = await aGroup(org);
    const from = org.deps.clock.now();
    for (const one of org.asked().slice(0, 2)) org.busy.set(one, [{ start: from, end: from + 60 * day }]);
    const { times } = await findTalkTimes(org.deps, org.coordinator, id, {});
    assert.deepEqual(
      times.map(({ missing }) => missing),
      [2, 2, 2],
    );
    for (const one of org.asked().slice(0, 4)) await org.say(one, id, 'withdraw');
    await assert.rejects(findTalkTimes(org.deps, org.coordinator, id, {}), { reason: 'talk-too-few' });
  });

  it('are booked one by one where one talks with each alone', async () => {
    const org = await organisation();
    const id = await aGroup(org, { form: 'individual', size: 3 });
    for (const personId of org.asked()) {
      const { times } = await findTalkTimes(org.deps, org.coordinator, id, { personId });
      await bookTalk(org.deps, org.coordinator, id, { start: times[0]!.start, personId });
    }
    assert.deepEqual(
      org.booked.map(({ attendees }) => attendees.length),
      [1, 1, 1],
    );
    await assert.rejects(findTalkTimes(org.deps, org.coordinator, id, { personId: org.people[0]!.id }), {
      reason: 'talk-no-yes',
    });
  });

  it('keep no note in which a name stands that was not replaced, and say which', async () => {
    const org = await organisation();
    const id = await aGroup(org);
    assert.equal(await org.say(org.asked()[0]!, id, 'yes', true), 'yes');
    const sent = (text: string, notNames: string[] = [], mayQuote = false) =>
      keepNotes(org.deps, org.coordinator, id, {
        notes: [
          { text, mayQuote },
          { text: 'Fine.', mayQuote },
        ],
        notNames,
      });
    const outcome = await sent('Then Familybg said that time is short.');
    assert.deepEqual(outcome, {
      outcome: 'names',
      notes: [{ at: 0, found: [{ kind: 'person', words: 'Familybg', start: 5, end: 13 }] }],
    });
    assert.ok(!(await everything(org, [id])).includes('time is short'));
    assert.equal((await sent('In Ghent that is so.', [], true)).outcome, 'names');
    assert.equal((await sent('In Ghent that is so.')).outcome, 'kept');
    assert.equal((await sent('Then Familybg said it.', ['Familybg'])).outcome, 'kept');
    const { notes } = await talkPageOf(org.deps, org.coordinator, id);
    assert.equal(notes.length, 4);
    await dropNote(org.deps, org.coordinator, id, notes[0]!.id);
    assert.equal((await talkPageOf(org.deps, org.coordinator, id)).notes.length, 3);
  });

  it('forget with the close who was asked and who was there, in every table, and keep the notes', async () => {
    const org = await organisation();
    const id = await aGroup(org);
    const { times } = await findTalkTimes(org.deps, org.coordinator, id, {});
    await bookTalk(org.deps, org.coordinator, id, { start: times[0]!.start });
    org.app.pass({ days: 20 });
    await keepNotes(org.deps, org.coordinator, id, {
      notes: [{ text: 'A network is missing.', mayQuote: false }],
      notNames: [],
    });
    const partitions = [id, 'talks', ...org.asked()];
    const before = await everything(org, partitions);
    for (const one of org.asked()) assert.ok(before.includes(one));
    await closeTalk(org.deps, org.coordinator, id, { heard: false });
    await org.app.run();
    const after = await everything(org, partitions);
    for (const one of org.asked()) {
      const lines = (await everything(org, [one])).split('\n').filter((line) => line.includes(id));
      assert.deepEqual(lines, [], 'a row of a person leads to the talk');
      assert.ok(!(await everything(org, [id])).includes(one), 'a row of the talk leads to a person');
    }
    assert.ok(after.includes('A network is missing.'));
    const page = await talkPageOf(org.deps, org.coordinator, id);
    assert.deepEqual([page.state, page.tookPart, page.people, page.notes.length], ['closed', 8, [], 1]);
    await assert.rejects(invitationPageOf(org.deps, org.asked()[0]!, id), { reason: 'talk-gone' });
  });

  it('forget at once also what was still to be sent, or to lapse, and by what the lot was drawn', async () => {
    const org = await organisation();
    const { id } = await createTalk(org.deps, org.coordinator, group);
    await askPeople(org.deps, org.coordinator, id);
    await org.app.run();
    assert.equal(await org.say(org.asked()[0]!, id, 'no'), 'no');
    await org.app.run();
    org.app.pass({ days: 2 });
    await closeTalk(org.deps, org.coordinator, id, { heard: false });
    await org.app.run();
    const left = await everything(org, [id]);
    for (const one of org.people) assert.ok(one.id === org.coordinator.personId || !left.includes(one.id), left);
    assert.doesNotMatch(left, /seed|askedAt/);
  });

  it('are not asked of whoever wants no invitations, and quote nobody who did not agree to it', async () => {
    const org = await organisation();
    const { id: first } = await createTalk(org.deps, org.coordinator, group);
    const drawn = (await talkPageOf(org.deps, org.coordinator, first)).people.map(({ person }) => person.id);
    for (const one of drawn) await setPreferences(org.deps, one, { doNotAsk: true });
    const id = await aGroup(org);
    for (const one of org.asked()) assert.ok(!drawn.includes(one));
    const sent = { notes: [{ text: 'A network is missing.', mayQuote: true }], notNames: [] };
    await assert.rejects(keepNotes(org.deps, org.coordinator, id, sent), { reason: 'talk-no-quotes' });
  });

  it('end by themselves after sixty days, and keep no note of a talk of which a consent was taken back', async () => {
    const org = await organisation();
    const id = await aGroup(org);
    const { times } = await findTalkTimes(org.deps, org.coordinator, id, {});
    await bookTalk(org.deps, org.coordinator, id, { start: times[0]!.start });
    org.app.pass({ days: 20 });
    await keepNotes(org.deps, org.coordinator, id, {
      notes: [{ text: 'My own words.', mayQuote: false }],
      notNames: [],
    });
    assert.equal(await org.say(org.asked()[0]!, id, 'withdraw'), 'withdrawn');
    await assert.rejects(closeTalk(org.deps, org.coordinator, id, { heard: false }), { reason: 'talk-taken-back' });
    org.app.pass({ days: 41 });
    await org.app.run();
    const page = await talkPageOf(org.deps, org.coordinator, id);
    assert.deepEqual([page.state, page.notes], ['cancelled', []]);
  });

  it('leave nothing when they are called off, and are seen by other coordinators only as a line', async () => {
    const org = await organisation();
    const id = await aGroup(org);
    const other = coordinatorFor(org.people[20]!);
    assert.deepEqual(
      (await listTalks(org.deps, other)).map(({ isMine }) => isMine),
      [false],
    );
    await assert.rejects(talkPageOf(org.deps, other, id), { reason: 'talk-gone' });
    const { times } = await findTalkTimes(org.deps, org.coordinator, id, {});
    await bookTalk(org.deps, org.coordinator, id, { start: times[0]!.start });
    await callOffTalk(org.deps, org.coordinator, id);
    assert.deepEqual(org.cancelled, ['event-1'], 'it is out of the calendars');
    await org.app.run();
    assert.equal(
      await org.say(org.asked()[0]!, id, 'yes').catch((error: { reason: string }) => error.reason),
      'talk-gone',
    );
  });
});
