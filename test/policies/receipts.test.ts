import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { checkIns, words } from '../../src/features/checkins/store.ts';
import { proposedPairs } from '../../src/features/matching/store.ts';
import { polls } from '../../src/features/meetings/times/store.ts';
import { pairGoals } from '../../src/features/pairs/goals/store.ts';
import { reachedRows } from '../../src/features/pairs/closing/store.ts';
import { pairs, partings } from '../../src/features/pairs/store.ts';
import { consents as identityConsents } from '../../src/features/people/identity/store.ts';
import { receipts, type Reader, type ReceiptLine } from '../../src/features/people/receipt/model.ts';
import { emptyPassport } from '../../src/features/people/passport/model.ts';
import { passports } from '../../src/features/people/passport/store.ts';
import { bucketOfPerson, preferenceRows } from '../../src/features/people/store.ts';
import { badgeChoiceRows } from '../../src/features/recognition/badges/store.ts';
import { certificates } from '../../src/features/recognition/certificate/store.ts';
import { restRows } from '../../src/features/recognition/load/store.ts';
import { managerThanksRows } from '../../src/features/recognition/managers/store.ts';
import { takenBackRows, thanksRows } from '../../src/features/recognition/store.ts';
import { choices, choosings } from '../../src/features/recruitment/choosing/store.ts';
import { informings, managerWords } from '../../src/features/recruitment/informing/store.ts';
import { applications } from '../../src/features/recruitment/store.ts';
import { holdAnswer } from '../../src/features/release/answers/confidential/usecases.ts';
import { answers, goneRows, held, marks } from '../../src/features/release/answers/store.ts';
import type { Change } from '../../src/platform/tables.ts';
import { helpedRows } from '../../src/features/stories/effect/store.ts';
import { setOf } from '../../src/features/surveys/bank/rules.ts';
import { indexPartition, onlyRow, surveyIndex, surveys } from '../../src/features/surveys/store.ts';
import { consents, stories, translations, wordings } from '../../src/features/stories/store.ts';
import { storyIdOf } from '../../src/features/stories/usecases.ts';
import { aStoryDraft } from '../support/story-draft.ts';
import { seats } from '../../src/features/training/sessions/store.ts';
import { skillRows } from '../../src/features/training/skills/store.ts';
import { someAnswers } from '../support/applications.ts';
import { isOutsider, isStranger, person, views, type View } from './people.ts';
import { answeredAt, honouredFor, wordOfJuror, wordsOfMentee } from './honoured.ts';
import { routeRows } from './rows.ts';
import { paramsOf, secrets, type Params } from './things.ts';
import { routes, startWorld, type World } from './world.ts';

const { mentee, mentor } = person;
const now = Date.UTC(2026, 2, 3, 9, 0);
const talkNumber = '+32 499 55 66 77';
const pollTime = Date.UTC(2026, 4, 19, 10, 15);
/** Said in this order by nobody else. */
const skillRatings = { 'goal-say': 5, 'goal-cut': 1, 'start-ask': 4, 'need-no': 2, 'ask-on': 3 };
const skillsAt = 1_234_567_890_321;
const seatAt = 1_234_567_890_654;
const [givenAt, agreedAt, wordAt] = [1_234_567_890_123, 1_234_567_890_456, 1_234_567_890_789];

/** In the story of the world the mentee gives; the mentor is the other of the pair. */
const viewsOf: Readonly<Record<Reader, readonly View[]>> = {
  you: ['mentee'],
  partner: ['mentor'],
  team: ['coordinator'],
  programme: ['mentee', 'mentor', 'coordinator'],
  // By one message, and by no route.
  manager: [],
  adviser: ['adviser'],
  circle: ['mentor', 'coordinator'],
  // Without signing in.
  link: [],
  // The mentor is nominated by the mentee.
  nominated: ['mentor'],
  jury: ['employee', 'adviser', 'administrator'],
  everybody: views.filter((one) => !isStranger(one) && !isOutsider(one)),
};

/** By line: what stands for it in an answer, and who may see that, where a reader comes later. */
const marksOf: Readonly<Record<string, readonly { token: string; readers?: readonly Reader[] }[]>> = {
  'survey.answer': [{ token: 'canary-survey-answer' }],
  'survey.held': [{ token: 'canary-own-answer' }],
  'survey.gone': [{ token: 'canary-gone' }],
  'survey.mark': [{ token: 'canary-survey-mark' }],
  'application.private': [{ token: 'canary-motivation-of-the-mentee' }],
  'application.reasons': [{ token: 'canary-reason' }],
  'application.choice': [{ token: 'canary-choice' }],
  'manager-word': [{ token: String(wordAt) }],
  'manager-thanks': [{ token: String(wordAt + 1), readers: ['you'] }],
  rest: [{ token: '2031-05-06' }],
  'checkin.answer': [{ token: secrets.note }],
  'checkin.note': [
    { token: secrets.notePartner, readers: ['you', 'partner'] },
    { token: secrets.noteTeam, readers: ['you', 'team'] },
  ],
  'checkin.confided': [{ token: 'canary-confided' }],
  'checkin.word': [{ token: 'canary-word' }],
  'identity.answer': [{ token: 'canary-identity' }],
  'identity.consent': [{ token: String(givenAt) }],
  'story.text': [
    { token: secrets.draft, readers: ['you'] },
    { token: secrets.asked, readers: ['you', 'partner'] },
    { token: secrets.review, readers: ['you', 'partner', 'team'] },
    { token: 'Told to all', readers: ['you', 'partner', 'team', 'everybody'] },
  ],
  'story.picture': [
    { token: 'canary-picture-of-pair-draft', readers: ['you'] },
    { token: 'canary-picture-of-pair-asked', readers: ['you', 'partner'] },
    { token: 'canary-picture-of-pair-review', readers: ['you', 'partner', 'team'] },
    { token: 'canary-picture-of-pair-published', readers: ['you', 'partner', 'team', 'everybody'] },
  ],
  'story.wording': [{ token: 'canary-wording' }],
  'story.consent': [{ token: String(agreedAt) }],
  'story.translation': [
    { token: 'canary-translation-agreed', readers: ['you', 'partner', 'team', 'everybody'] },
    { token: 'canary-translation-waits', readers: ['you', 'partner', 'team'] },
  ],
  helps: [{ token: 'canary-help-token' }],
  'thanks.text': [
    { token: secrets.thanks, readers: ['you', 'partner'] },
    { token: 'canary-thanks-shown', readers: ['you', 'partner', 'programme'] },
  ],
  'thanks.back': [{ token: 'canary-taken-back' }],
  door: [{ token: secrets.door }],
  badge: [{ token: 'goal-reached-mentee' }, { token: '"choice":"partner"', readers: ['you'] }],
  certificate: [{ token: 'canary-certificate' }],
  'meeting.point': [{ token: secrets.point }],
  'meeting.agreed': [{ token: secrets.agreed }],
  'meeting.own': [{ token: secrets.ownNotes }, { token: secrets.ownLine }],
  'passport.told': [{ token: 'camera-off' }],
  'passport.kept': [{ token: '2027-12-24' }, { token: 'interpreter' }],
  agreement: [{ token: secrets.agreement }],
  'goal.text': [{ token: secrets.goal }],
  'goal.step': [{ token: secrets.goalStep }],
  'goal.note': [{ token: secrets.goalNote }],
  'goal.word': [{ token: 'canary-goal-word' }],
  poll: [{ token: String(pollTime) }],
  preferences: [{ token: '"doNotAsk":true' }],
  parting: [{ token: 'know-each-other' }],
  closing: [{ token: 'canary-reached' }],
  'private-talk': [{ token: talkNumber }],
  'skills.own': [{ token: JSON.stringify(skillRatings).slice(1, -1) }],
  'skills.counted': [{ token: 'canary-held-answer' }],
  'skills.when': [{ token: String(skillsAt) }],
  'skills.gone': [{ token: 'canary-gone' }],
  'circle.text': [{ token: secrets.circle }],
  'session.seat': [{ token: String(seatAt) }],
  'session.answer': [{ token: 'canary-survey-answer' }],
  'session.mark': [{ token: 'canary-survey-mark' }],
  'nomination.words': [{ token: wordsOfMentee }],
  'nomination.answer': [{ token: String(answeredAt) }],
  judgement: [{ token: wordOfJuror }],
  honour: [{ token: honouredFor }],
};

async function sow(world: World): Promise<void> {
  const { tables } = world;
  const application = (await applications.find(tables, 'p1', mentee.id))!;
  const pair = (await pairs.find(tables, 'p1', 'pair-own'))!;
  const proposed = await proposedPairs.list(tables, 'p1');
  const ours = proposed.find(({ value }) => value.menteeId === mentee.id)!;
  const reasons = [{ kind: 'topics', about: ['canary-reason'] }];
  const shown = { senderShows: true, receiverShows: true, at: now };
  const story = storyIdOf('pair-published');
  const bucket = bucketOfPerson(mentee.id);
  await tables.arrange([
    applications.replace(application, {
      ...application.value,
      answers: someAnswers({ ...application.value.answers, motivation: 'canary-motivation-of-the-mentee' }),
    }),
    choosings.put('p1', '1', { criteria: [{ id: 'c1', words: { en: 'Wants to lead' } }], limits: {}, sentAt: now }),
    choices.put('p1', ['1', 'mentee', mentee.id], {
      ...{ chosen: true, criterionId: 'c1', sentence: 'canary-choice', personId: mentee.id, side: 'mentee', round: 1 },
      ...{ by: person.coordinator.id, at: now, told: true },
    }),
    informings.put('p1', 'own', { on: true, by: person.coordinator.id, at: now }),
    managerWords.put('p1', mentee.id, {
      ...{ personId: mentee.id, agreedAt: wordAt },
      of: { managerId: mentor.id, programmeName: 'Programme p1', hoursAMonth: 1 },
    }),
    managerThanksRows.put('p1', mentee.id, {
      ...{ personId: mentee.id, managerId: mentor.id, reasons: ['time'], at: wordAt + 1 },
    }),
    pairs.replace(pair, { ...pair.value, reasons }),
    proposedPairs.replace(ours, { ...ours.value, reasons }),
    words.put('p1', 'canary-word', {
      ...{
        id: 'canary-word',
        pairId: 'pair-own',
        people: [mentee.id],
        why: 'asked-for-contact',
        since: now,
        state: 'open',
      },
    }),
    thanksRows.put('p1', 'thanks-shown', {
      ...{ id: 'thanks-shown', programmeId: 'p1', pairId: 'pair-own', from: mentee.id, to: mentor.id },
      ...{ text: 'canary-thanks-shown', ...shown },
    }),
    takenBackRows.put('p1', ['pair-own', mentee.id, 'canary-taken-back'], {}),
    reachedRows.put('p1', ['pair-own', mentee.id], { personId: mentee.id, lines: ['canary-reached'], at: now }),
    seats.put('p1', ['session-1', mentee.id], {
      ...{ sessionId: 'session-1', personId: mentee.id, state: 'in', place: 1, at: seatAt },
    }),
    partings.put('p1', 'parting-1', { what: 'ended', why: 'know-each-other' }),
    ...(await translationRows(world, story)),
    wordings.put('p1', [story, 'v1'], {
      ...{ storyId: story, version: 1, title: 'canary-wording', parts: aStoryDraft().parts, at: now },
    }),
    consents.put('p1', [story, mentee.id, 'v1-1'], {
      ...{ storyId: story, personId: mentee.id, version: 1, named: false, reach: 'organisation', givenAt: agreedAt },
    }),
  ]);
  const goal = (await pairGoals.find(tables, 'p1', 'pair-own', 'goal-own'))!;
  await tables.arrange([pairGoals.replace(goal, { ...goal.value, outcome: 'reached' })]);
  const made = (await certificates.find(tables, mentee.id, 'p1', 'mentee'))!;
  await tables.arrange([
    badgeChoiceRows.put(mentee.id, 'goal-reached-mentee', { choice: 'partner' }),
    certificates.replace(made, { ...made.value, facts: { ...made.value.facts, goals: ['canary-certificate'] } }),
  ]);
  await tables.arrange([restRows.put(mentee.id, 'own', { until: '2031-05-06' })]);
  await tables.arrange([
    preferenceRows.put(mentee.id, 'own', { doNotAsk: true }),
    helpedRows.put(mentee.id, story, { programmeId: 'p1', storyId: story, token: 'canary-help-token' }),
    passports.put(mentee.id, 'own', {
      ...emptyPassport,
      needs: [
        { need: 'camera-off', for: 'partner' },
        { need: 'interpreter', for: 'nobody' },
      ],
      days: [{ date: '2027-12-24', for: 'times' }],
    }),
  ]);
  await tables.arrange([
    polls.put('p1', ['pair-own', 'poll-mentee'], {
      ...{ id: 'poll-mentee', programmeId: 'p1', pairId: 'pair-own', askedBy: mentor.id, minutes: 30, at: now },
      ...{ starts: [pollTime], said: { works: [pollTime], at: now } },
    }),
  ]);
  await tables.arrange([
    answers.put('survey-1', 'r0', { ratings: {}, texts: { own: 'canary-goal-word' } }),
    answers.put('survey-1', 'r1', { ratings: {}, texts: { own: 'canary-survey-answer' } }),
    marks.put('survey-1', 'canary-survey-mark', {}),
    held.put('survey-1', 'h1', { ratings: {}, texts: { own: 'canary-held-answer' } }),
    goneRows.put('survey-1', 'canary-gone', {}),
  ]);
  await answerConfidentially(world, 'canary-own-answer');
  await tables.arrange([
    identityConsents.put(bucket, [mentee.id, 'c1'], {
      ...{ question: 'gender', purpose: 'private-wish', textVersion: 1, givenAt, how: 'tab' },
    }),
  ]);
  const said = {
    question: 'origin',
    said: { kind: 'own-words', words: 'canary-identity' },
    wish: true,
    textVersion: 1,
  };
  const skills = await world.ask('mentee', 'PUT', '/programmes/p1/skills/mentee/before', {
    ...{ ratings: skillRatings, counted: true },
  });
  assert.equal(skills.status, 200, skills.text);
  await tables.arrange([skillRows.put(mentee.id, ['p1', 'mentee'], { before: skillsAt, counted: true })]);
  const answer = await world.ask('mentee', 'PUT', '/me/identity', said);
  assert.equal(answer.status, 200, answer.text);
  const before = await lineOf(world);
  const wish = await world.ask('mentee', 'PUT', '/private-talk', {
    ...{ how: { way: 'phone', contact: talkNumber }, halves: ['monday-morning'], avoid: [], speak: 'nl' },
    ...{ adviser: person.adviser.id, chatIsSafe: false },
  });
  assert.equal(wish.status, 200, wish.text);
  assert.ok((await world.deps.outbox.tasksOf('concerns', 'all')).length > 0);
  assert.deepEqual(await lineOf(world), before, 'a request moves a figure of delivery');
  const checkIn = { round: 'day-30', ratings: {}, note: '', contact: false };
  const answerWith = (over: object) =>
    world.ask('mentee', 'POST', '/programmes/p1/pairs/pair-published/check-ins', { ...checkIn, ...over });
  await answerWith({});
  const without = await lineOf(world);
  const confided = await answerWith({ note: 'canary-confided', noteFor: 'adviser' });
  assert.equal(confided.status, 200, confided.text);
  assert.deepEqual(await lineOf(world), without, 'a note for the advisers moves a figure of delivery');
  const rows = (await checkIns.list(tables, 'p1')).map(({ value }) => JSON.stringify(value));
  assert.ok(rows.length > 0 && !rows.some((one) => /canary-confided|adviser/.test(one)));
}

/** The mentee, in a survey of its own: under the pseudonym that only the release makes. */
async function answerConfidentially({ deps, tables }: World, words: string): Promise<void> {
  const { value } = (await surveys.find(tables, 'survey-1', onlyRow))!;
  const [item] = setOf('inclusion').items.filter(({ kind }) => kind === 'long' || kind === 'short');
  const [id, personId] = ['survey-own', mentee.id];
  await tables.arrange([surveys.put(id, onlyRow, { ...value, id, mode: 'confidential', items: [item!] })]);
  await tables.arrange([surveyIndex.put(indexPartition, id, { surveyId: id })]);
  const response = { ratings: {}, texts: { [item!.id]: words } };
  await holdAnswer(deps, { surveyId: id, chainId: id, personId, response, isOpen: async () => true });
}

/** The story was told in Dutch; everybody here reads English. */
async function translationRows({ tables }: World, storyId: string): Promise<Change[]> {
  const row = (await stories.find(tables, 'p1', storyId))!;
  const text = (id: string, language: 'en' | 'fr', agreed: readonly string[]): Change =>
    translations.put('p1', [storyId, id], {
      ...{ id, storyId, version: 1, language, title: `canary-translation-${id}`, parts: row.value.parts },
      ...{ by: mentee.id, at: now, yes: agreed.map((personId) => ({ personId, at: now })) },
    });
  return [
    stories.replace(row, { ...row.value, language: 'nl' }),
    text('agreed', 'en', [mentee.id, mentor.id]),
    text('waits', 'fr', [mentee.id]),
  ];
}

/** What an administrator sees of the line of messages, without its ages. */
async function lineOf(world: World): Promise<unknown> {
  const { text } = await world.ask('administrator', 'GET', '/delivery');
  const { lanes, later, resting, failed } = JSON.parse(text) as Record<string, unknown[]>;
  return { later, resting, failed, due: lanes?.map((one) => (one as { due: number }).due) };
}

/** Everything that anybody can ask for, of the own pair, the pair beside it, and the stories in each state. */
async function crawl(world: World): Promise<Map<View, string>> {
  const found = new Map<View, string>();
  const stories: Params[] = ['pair-draft', 'pair-asked', 'pair-review', 'pair-published'].map((pair) => ({
    ...paramsOf('self'),
    storyId: storyIdOf(pair),
    pairId: pair,
  }));
  const events: Params[] = ['event-judging', 'event-decided', 'event-held'].map((eventId) => {
    return { ...paramsOf('self'), eventId };
  });
  const places = [paramsOf('self'), ...stories, ...events, paramsOf('same')];
  // A rehearsal shows every card with example people: its choices are nobody's.
  const paths = routes.flatMap(({ method, path }) => (method === 'GET' && !path.endsWith('/rehearsal') ? [path] : []));
  const asked = new Set(
    paths.flatMap((path) =>
      places.map(
        (place) =>
          path.replace(/:(\w+)/g, (_, name: string) => place[name] ?? 'none') + (routeRows[`GET ${path}`]?.query ?? ''),
      ),
    ),
  );
  for (const view of views) {
    const texts: string[] = [];
    for (const address of asked) {
      const { status, text } = await world.ask(view, 'GET', address);
      assert.ok(status < 500, `${view} ${address}: ${status}`);
      if (status === 200) texts.push(text);
    }
    found.set(view, texts.join('\n'));
  }
  return found;
}

describe('the receipts under forms', function () {
  this.timeout(300_000);
  let world: World;
  let seen: Map<View, string>;

  before(async () => {
    mock.method(console, 'error', () => undefined);
    world = await startWorld();
    await sow(world);
    seen = await crawl(world);
  });
  after(async () => {
    mock.restoreAll();
    await world.close();
  });

  const lines: readonly ReceiptLine[] = Object.values(receipts).flat();

  it('name exactly those who can read it, over every route and role', () => {
    const differing: string[] = [];
    for (const line of lines) {
      const marked = marksOf[line.what];
      assert.ok(marked, `nothing stands for ${line.what}`);
      const named = new Set<View>();
      for (const { token, readers = line.readers } of marked) {
        const may = new Set(readers.flatMap((one) => viewsOf[one]));
        const does = views.filter((view) => seen.get(view)?.includes(token));
        readers.forEach((one) => assert.ok(line.readers.includes(one), `${line.what} does not tell of ${one}`));
        does.forEach((view) => named.add(view));
        if (does.toSorted().join() !== [...may].toSorted().join())
          differing.push(`${line.what} (${token}): told ${[...may].join(' ')}; read by ${does.join(' ')}`);
      }
      const told = new Set(line.readers.flatMap((one) => viewsOf[one]));
      assert.deepEqual([...named].toSorted(), [...told].toSorted(), line.what);
    }
    process.stdout.write(
      `      ${lines.length} lines of ${Object.keys(receipts).length} forms, readers differing ${differing.length}\n`,
    );
    assert.deepEqual(differing, []);
  });

  it('let nobody but its adviser and its person know of a private talk: no other adviser, coordinator, partner, manager or administrator', () => {
    const readersOf = (token: string): View[] => views.filter((view) => seen.get(view)?.includes(token));
    assert.deepEqual(readersOf(talkNumber), ['mentee', 'adviser']);
    assert.deepEqual(readersOf(secrets.wish), ['adviser']);
    assert.deepEqual(readersOf(secrets.otherWish), []);
    assert.deepEqual([readersOf(secrets.confided), readersOf(secrets.otherConfided)], [['adviser'], []]);
    for (const trace of ['wish-1', 'wish-taken', 'confided-1']) assert.deepEqual(readersOf(trace), ['adviser'], trace);
    for (const trace of ['wish-2', 'confided-2', 'confided-3', 'concerns.', 'contact.read', 'round-1'])
      assert.deepEqual(readersOf(trace), [], trace);
  });

  it('would notice a reader who is not named', () => {
    const everything = [...seen.values()].join('\n');
    for (const token of [secrets.note, 'canary-reason', 'canary-word', 'canary-thanks-shown', String(givenAt)])
      assert.ok(everything.includes(token), `the crawl never came past ${token}`);
  });
});
