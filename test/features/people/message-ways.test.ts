import assert from 'node:assert/strict';
import { z } from 'zod';
import { letterboxes, sentRows } from '../../../src/features/people/messages/store.ts';
import { deliver, keptBackFor, messageChoicesOf } from '../../../src/features/people/messages/usecases.ts';
import { topicsFor, wayOf, withWays } from '../../../src/features/people/messages/rules.ts';
import { topics, type ChosenWays } from '../../../src/features/people/model.ts';
import { preferencesOfPerson, setPreferences } from '../../../src/features/people/usecases.ts';
import { keptLine } from '../../../src/features/insights/rules.ts';
import { paragraph } from '../../../src/platform/cards.ts';
import { job } from '../../../src/platform/doors.ts';
import { findPage } from '../../../src/tab/page-table.tsx';
import { pages } from '../../../src/tab/pages.tsx';
import { sends } from '../../../src/worker/sends.ts';
import { aPerson, testApp } from '../../support/app.ts';

interface Letter {
  readonly to: readonly string[];
  readonly text: string;
}

const somebody = aPerson(1);
const { mail: _, ...unreachable } = aPerson(2);

const asking = job({
  name: 'checkins.ask',
  data: z.object({ personId: z.string(), topic: z.enum(topics).optional() }),
  run: (deps, data, { id: sendId }) =>
    deliver(deps, {
      ...{ table: 'programmes', partition: 'p', kind: 'checkins.ask', sendId, personId: data.personId },
      ...{ unsolicited: data.topic !== undefined, data: { programmeId: 'p', pairId: 'q', round: 'day-30' } },
      ...(data.topic === undefined ? {} : { topic: data.topic }),
      card: () => ({ summary: 'How is it?', body: [paragraph('How is it?')] }),
    }),
});

async function organisation(ways?: ChosenWays, mailFrom: string | null = 'mentoring@example.test') {
  const app = await testApp({ jobs: [asking] });
  const letters: Letter[] = [];
  Object.assign(app.deps, {
    directory: { workingHours: async () => undefined },
    mail: { send: async (letter: Letter) => void letters.push(letter) },
    config: { ...app.deps.config, ...(mailFrom === null ? {} : { mailFrom }) },
  });
  await app.addPeople(somebody, unreachable);
  if (ways) for (const { id } of [somebody, unreachable]) await setPreferences(app.deps, id, { ways });
  return {
    ...{ app, letters },
    async ask(id: string, topic?: string, personId = somebody.id): Promise<string> {
      const data = { personId, ...(topic === undefined ? {} : { topic }) };
      await app.deps.outbox.ask('programmes', 'p', { id, job: 'checkins.ask', data });
      await app.run();
      const record = await sentRows.programmes.find(app.deps.tables, 'p', id);
      return `${String(record?.value.state)} ${record?.value.by ?? ''}`.trim();
    },
  };
}

describe('how messages come', () => {
  it('is a card for whoever chose nothing', async () => {
    const { app, letters, ask } = await organisation();
    assert.equal(await ask('one', 'check-ins'), 'arrived');
    assert.deepEqual([app.sent.length, letters.length], [1, 0]);
  });

  it('is the tab alone for whoever wants no word of it, at night too, and that uses nothing of the month', async () => {
    const { app, letters, ask } = await organisation({ 'check-ins': 'tab' });
    app.pass({ hours: 12 });
    for (const id of ['one', 'two', 'three']) assert.equal(await ask(id, 'check-ins'), 'in-tab');
    assert.deepEqual([app.sent.length, letters.length], [0, 0]);
    const kept = await keptBackFor(app.deps, somebody.id);
    assert.deepEqual(kept.map(keptLine).flat().length, 3);
    assert.deepEqual((await letterboxes.find(app.deps.tables, somebody.id, 'own'))?.value.sent, []);
  });

  it('is a mail that does not say what it is about, and the tab says it', async () => {
    const { app, letters, ask } = await organisation({ 'check-ins': 'mail' });
    assert.equal(await ask('one', 'check-ins'), 'in-tab mail');
    assert.equal(app.sent.length, 0);
    assert.deepEqual(
      letters.map(({ to }) => to),
      [[somebody.mail]],
    );
    assert.doesNotMatch(letters[0]!.text, /check-in|How is it|day-30/i);
    assert.match(letters[0]!.text, /chose to hear of this by mail/);
    const [line] = (await keptBackFor(app.deps, somebody.id)).flatMap(keptLine);
    assert.equal(line?.path, '/programmes/p/pairs/q/check-ins/day-30');
  });

  it('stays within the month’s budget by mail too', async () => {
    const { letters, ask } = await organisation({ 'check-ins': 'mail' });
    for (const id of ['one', 'two', 'three']) await ask(id, 'check-ins');
    assert.equal(letters.length, 2);
  });

  it('is a card where no mail can be sent: no mailbox of the organisation, or no address', async () => {
    const without = await organisation({ 'check-ins': 'mail' }, null);
    assert.equal(await without.ask('one', 'check-ins'), 'arrived');
    const { ask } = await organisation({ 'check-ins': 'mail' });
    assert.equal(await ask('two', 'check-ins', unreachable.id), 'arrived');
  });

  it('leaves alone what is about another topic, and what everybody must get', async () => {
    const { app, ask } = await organisation({ stories: 'tab', 'check-ins': 'tab' });
    assert.equal(await ask('one', 'courses'), 'arrived');
    assert.equal(await ask('two'), 'arrived');
    assert.equal(app.sent.length, 2);
  });

  it('holds from the moment it is chosen, also for what was planned before', async () => {
    const { app, ask } = await organisation();
    app.pass({ hours: 12 });
    await ask('one', 'check-ins');
    await setPreferences(app.deps, somebody.id, { ways: { 'check-ins': 'tab' } });
    app.pass({ hours: 12 });
    await app.run();
    assert.equal(app.sent.length, 0);
    assert.equal((await keptBackFor(app.deps, somebody.id)).length, 1);
  });

  it('keeps the choices of two windows apart, and the other preferences', async () => {
    const { app } = await organisation();
    await setPreferences(app.deps, somebody.id, { doNotAsk: true, language: 'fr' });
    await setPreferences(app.deps, somebody.id, { ways: { tips: 'tab' } });
    await setPreferences(app.deps, somebody.id, { ways: { courses: 'mail' } });
    const all = { doNotAsk: true, language: 'fr', ways: { tips: 'tab', courses: 'mail' } };
    assert.deepEqual(await preferencesOfPerson(app.deps, somebody.id), all);
    await setPreferences(app.deps, somebody.id, { ways: { tips: 'chat', courses: 'chat' } });
    assert.deepEqual(await preferencesOfPerson(app.deps, somebody.id), { doNotAsk: true, language: 'fr' });
  });

  it('offers mails only where they can be sent', async () => {
    const { app } = await organisation({ tips: 'tab' });
    const { byMail, ways } = await messageChoicesOf(app.deps, somebody.id);
    assert.deepEqual([byMail, ways], [true, { tips: 'tab' }]);
    assert.equal((await messageChoicesOf(app.deps, unreachable.id)).byMail, false);
  });
});

describe('what may be chosen', () => {
  it('is every message that nobody asked for, and none that a person waits for', () => {
    const unasked = sends.filter(({ as }) => as.unsolicited === true || as.invitation === true);
    assert.deepEqual(
      unasked.filter(({ as }) => as.topic === undefined).map(({ as }) => as.kind),
      [],
    );
    const chosen = sends.filter(({ as }) => as.topic !== undefined);
    for (const { as } of chosen) {
      assert.notEqual(as.when, 'now', as.kind);
      assert.doesNotMatch(as.kind, /^concerns\.|^pairs\.(ask|remind|tell)/, as.kind);
    }
    assert.deepEqual(new Set(chosen.map(({ as }) => as.topic)), new Set(topics));
  });

  it('has a place in the tab, whatever it is', () => {
    const ids = ['programmeId', 'pairId', 'surveyId', 'talkId', 'sessionId', 'eventId'];
    const data = Object.fromEntries([...ids.map((one) => [one, 'x'] as const), ['round', 'day-30'] as const]);
    for (const { as } of sends.filter(({ as: { topic } }) => topic !== undefined)) {
      const [line] = keptLine({ kind: as.kind, at: 0, data });
      assert.ok(line, `${as.kind} waits nowhere`);
      assert.ok(findPage(pages, line.path), `${as.kind}: ${line.path} is no page`);
    }
  });

  it('is less for guests, and falls back to a card', () => {
    assert.ok(!topicsFor({ kind: 'guest' }).includes('invitations'));
    assert.deepEqual(topicsFor({ kind: 'member' }), topics);
    assert.equal(wayOf({ topic: 'tips' }, { tips: 'mail' }, false), 'chat');
    assert.equal(wayOf({}, { tips: 'tab' }, true), 'chat');
    assert.deepEqual(withWays({ tips: 'tab' }, { tips: 'chat', stories: 'mail' }), { stories: 'mail' });
  });
});
