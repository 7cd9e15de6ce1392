import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sending } from '../../src/features/programmes/rehearsal/model.ts';
import { jobs } from '../../src/worker/jobs.ts';
import { sends } from '../../src/worker/sends.ts';
import type { SourceFile } from '../support/architecture.ts';
import { findWaysOut, unlisted, waysOut } from '../support/sends.ts';

const root = join(import.meta.dirname, '..', '..');

const source = (folder: string): SourceFile[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }));

const doorsAndFeatures = ['src/features', 'src/bot', 'src/worker', 'src/api'].flatMap(source);
const kindsBy = (way: Sending['way']): string[] =>
  sends.filter((one) => (one.way ?? 'chat') === way).map(({ as }) => as.kind);

describe('the table of what is sent', () => {
  it('is what every message to a person goes by', () => {
    assert.deepEqual(unlisted(doorsAndFeatures), []);
    const calls = doorsAndFeatures.filter(({ text }) => /(?<!function )\bdeliver\(deps/.test(text));
    assert.ok(calls.length >= 8, 'the check finds no calls of deliver');
  });

  it('holds every list of a feature whole', async () => {
    const listed = new Set(sends.map(({ as }) => as.kind));
    for (const { path } of doorsAndFeatures.filter((file) => file.path.endsWith('/sends.ts'))) {
      const exported = Object.values((await import(join(root, path))) as Record<string, Sending | readonly Sending[]>);
      for (const one of exported.flat())
        assert.ok(listed.has(one.as.kind), `${path}: ${one.as.kind} is not in worker/sends.ts`);
    }
  });

  it('names each kind once, by the job that sends it, and says when it comes', () => {
    const names = new Set(jobs.map(({ name }) => name));
    const kinds = sends.map(({ as }) => as.kind);
    assert.equal(new Set(kinds).size, kinds.length);
    // Sent by no job of their own: answers of the bot, what stands for several, and what people enter with their own rights.
    const others = [
      'bot.welcome',
      'bot.answer',
      'bot.too-late',
      'training.coach',
      'people.digest',
      'meetings.enter',
      'surveys.enter-talk',
      'training.enter-session',
      'recognition.enter-event',
    ];
    assert.deepEqual(kinds.filter((kind) => !names.has(kind)).sort(), others.sort());
    for (const { as, occasions } of sends) assert.ok(occasions.length > 0, as.kind);
  });

  it('knows every other way out: posts in channels, entries in calendars, answers of the bot', () => {
    assert.deepEqual(findWaysOut(doorsAndFeatures), waysOut);
    assert.deepEqual(kindsBy('channel'), ['recruitment.post', 'stories.post', 'stories.settle']);
    assert.deepEqual(kindsBy('mail'), ['recruitment.send-mail']);
    const entries = ['surveys.enter-talk', 'training.enter-session', 'meetings.enter', 'recognition.enter-event'];
    assert.deepEqual(kindsBy('calendar'), entries);
  });
});

describe('the check of what is sent sees', () => {
  const at = (text: string): SourceFile[] => [{ path: 'src/features/pairs/jobs.ts', text }];

  it('a new job that sends without an entry', () => {
    const job = `run: (deps, data, task) => deliver(deps, { table: 'programmes', kind: 'pairs.cheer', card: cheer }),`;
    assert.equal(unlisted(at(job)).length, 1);
    assert.equal(unlisted(at(`deliver(deps, { ...message, card })`)).length, 1);
    assert.equal(unlisted(at(`deliver(deps, { ...{ ...cheering.as, table: 'programmes' }, card })`)).length, 0);
  });

  it('a post, an entry or a mail that nobody rehearsed', () => {
    assert.deepEqual(findWaysOut(at('await deps.teams\n  .postToChannel(a)')), {
      'src/features/pairs/jobs.ts': ['teams.postToChannel'],
    });
    assert.deepEqual(findWaysOut(at('deps.mail.send(a); deps.calendar.book(b);')), {
      'src/features/pairs/jobs.ts': ['calendar.book', 'mail.send'],
    });
  });
});
