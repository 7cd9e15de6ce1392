import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pause } from '../../src/platform/clock.ts';
import { startTestSandbox, type SandboxPerson, type TestSandbox } from '../support/sandbox.ts';

interface Message {
  readonly card?: { readonly actions?: readonly { verb?: string }[] };
}

const starter = join(import.meta.dirname, '..', '..', 'src', 'starter.mjs');
/** The worker's own measure: so many tasks may be under way when it is killed. */
const atOnce = 8;
const day = 86_400_000;

describe('a worker that is killed while it sends', function () {
  this.timeout(300_000);
  let sandbox: TestSandbox;
  let people: readonly SandboxPerson[] = [];
  const workers: ChildProcess[] = [];

  async function addWorker(): Promise<ChildProcess> {
    const words = [starter, 'worker', '--env', join(sandbox.data, 'sandbox.env')];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'ignore'] });
    workers.push(child);
    for await (const chunk of child.stdout) if (String(chunk).includes('"working":true')) break;
    assert.equal(child.exitCode, null, 'the worker ended by itself');
    return child;
  }

  /** How many cards of the survey each person has. */
  async function cardsOfEach(): Promise<Map<string, number>> {
    const counts = people.map(async ({ id }): Promise<[string, number]> => {
      const messages = await sandbox.control<Message[]>(`/messages?personId=${id}`);
      const cards = messages.filter(({ card }) => card?.actions?.some(({ verb }) => verb === 'surveys.answer'));
      return [id, cards.length];
    });
    return new Map(await Promise.all(counts));
  }

  const arrivedIn = (cards: ReadonlyMap<string, number>): number => [...cards.values()].filter((one) => one > 0).length;

  before(async () => {
    sandbox = await startTestSandbox('--people', '90', '--no-worker');
    const all = await sandbox.control<SandboxPerson[]>('/people');
    people = all.filter(({ role }) => ['employee', 'coordinator', 'adviser', 'administrator'].includes(role));
  });
  after(async () => {
    for (const one of workers) one.kill('SIGKILL');
    await sandbox?.stop();
  });

  it('leaves nobody without the card, and nobody has it twice but those that were in flight', async function () {
    const first = await addWorker();
    const asked = await askEverybodyOnSunday();
    const week = sandbox.control<{ stuck: unknown[] }>('/clock', { days: 5 });
    let before = 0;
    while (before < 20) before = arrivedIn(await cardsOfEach());
    first.kill('SIGKILL');
    await once(first, 'exit');
    const killed = performance.now();
    before = arrivedIn(await cardsOfEach());
    assert.ok(before < asked, `all ${asked} had the card before the kill`);
    await addWorker();
    assert.deepEqual((await week).stuck, []);
    let cards = await cardsOfEach();
    while (arrivedIn(cards) < asked && performance.now() - killed < 90_000) {
      await pause(500);
      cards = await cardsOfEach();
    }
    const seconds = Math.round((performance.now() - killed) / 1000);
    const twice = [...cards.values()].filter((one) => one === 2).length;
    this.test!.title += ` (killed at ${before} of ${asked}; ${twice} twice; all have it after ${seconds} s)`;
    assert.equal(arrivedIn(cards), asked, `after ${seconds} s`);
    assert.ok(Math.max(...cards.values()) <= 2, 'somebody has the card three times');
    assert.ok(twice <= atOnce, `${twice} people have the card twice`);
    assert.ok(seconds < 90, `${seconds} s`);
  });

  /** Nobody works on a Sunday: all cards wait for the week to begin. */
  async function askEverybodyOnSunday(): Promise<number> {
    const coordinator = people.find(({ role }) => role === 'coordinator')!.id;
    const { now } = await sandbox.control<{ now: string }>('/clock', { hours: 0 });
    const toSunday = (7 - new Date(now).getUTCDay()) % 7 || 7;
    const sunday = Date.parse(`${now.slice(0, 10)}T12:00:00Z`) + toSunday * day;
    await sandbox.control('/clock', { to: new Date(sunday).toISOString() });
    const closesOn = new Date(sunday + 20 * day).toISOString().slice(0, 10);
    const draft = { audience: { kind: 'everybody' }, closesOn };
    const { id } = await sandbox.api<{ id: string }>(coordinator, 'POST', '/surveys', draft);
    await sandbox.api(coordinator, 'POST', `/surveys/${id}/open`);
    await sandbox.control('/clock', { hours: 1 });
    const { asked = 0 } = await sandbox.api<{ asked?: number }>(coordinator, 'GET', `/surveys/${id}`);
    assert.ok(asked >= 60, `${asked} are asked`);
    assert.equal(arrivedIn(await cardsOfEach()), 0, 'a card arrived on a Sunday');
    return asked;
  }
});
