/**
 * Histories of a few people and their messages: asked for, sent, lost on the way, doubled by the queue, killed in the middle,
 * through nights and months, with people who opt out and who leave. After every step the invariants of trust.md 6 hold.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Person } from '../../../src/features/people/model.ts';
import { sentRows } from '../../../src/features/people/messages/store.ts';
import { deliver, type Message } from '../../../src/features/people/messages/usecases.ts';
import { nextWorkingMoment, usualHours } from '../../../src/features/people/rules.ts';
import { bucketOfPerson, hoursRows, people, preferenceRows } from '../../../src/features/people/store.ts';
import { day, hour, minute } from '../../../src/platform/clock.ts';
import { silentLog } from '../../../src/platform/log.ts';
import { createOutbox, type Claim } from '../../../src/platform/outbox.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { tasks } from '../../../src/platform/outbox/task.ts';
import { TryLater, Undeliverable } from '../../../src/platform/teams/delivery.ts';
import { aPerson } from '../app.ts';
import { memoryQueue, memoryTables } from './memory.ts';

const kinds = ['invitation', 'unsolicited', 'unsolicited', 'usual', 'answer'] as const;
type Kind = (typeof kinds)[number];
/** What becomes of one call to Teams. */
const fates = ['arrives', 'arrives', 'arrives', 'answer-lost', 'never-arrives', 'refused', 'blocked'] as const;
type Fate = (typeof fates)[number];

interface Asked {
  readonly id: string;
  readonly personId: string;
  readonly kind: Kind;
}

interface Arrival extends Asked {
  readonly at: number;
  readonly afterOptingOut: boolean;
}

const personCount = 2;

async function start() {
  const tables = memoryTables();
  const [queue, poison] = [memoryQueue(), memoryQueue()];
  const time = { now: Date.UTC(2026, 2, 2, 9), machine: Date.UTC(2026, 2, 2, 9) };
  const clock = { now: () => time.now, machine: () => time.machine };
  const outbox = createOutbox({ tables, queue, poison, clock, log: silentLog });
  const asked = new Map<string, Asked>();
  const arrivals: Arrival[] = [];
  const lostAnswers = new Map<string, number>();
  const optedOut = new Set<string>();
  let fate: Fate = 'arrives';
  const teams = {
    findChat: async () => undefined,
    tabLink: (path: string) => path,
    sendCard: async (
      personId: string,
      _: unknown,
      { sendId, alongside = [] }: Parameters<Platform['teams']['sendCard']>[2],
    ) => {
      await tables.commit(alongside);
      if (fate === 'blocked') throw new Undeliverable('blocked');
      if (fate === 'refused') throw new TryLater('teams-busy');
      if (fate === 'never-arrives') throw new TryLater('no-answer', { mayHaveArrived: true });
      const one = asked.get(sendId)!;
      arrivals.push({ ...one, personId, at: time.now, afterOptingOut: optedOut.has(personId) });
      if (fate === 'answer-lost') throw lose(sendId);
      return { messageId: String(arrivals.length) };
    },
  };
  const lose = (sendId: string): TryLater => {
    lostAnswers.set(sendId, (lostAnswers.get(sendId) ?? 0) + 1);
    return new TryLater('no-answer', { mayHaveArrived: true });
  };
  const deps = { tables, outbox, clock, log: silentLog, teams, config: {} } as unknown as Platform;
  for (let number = 1; number <= personCount; number += 1) {
    const one: Person = aPerson(number);
    await tables.commit([people.put(bucketOfPerson(one.id), one.id, one)]);
    await tables.commit([hoursRows.put(one.id, 'mailbox', { at: time.machine + 400 * day, hours: usualHours })]);
  }

  function messageOf({ id, personId, kind }: Asked): Message {
    return {
      ...{ table: 'programmes', partition: 'p1', sendId: id, kind: 'trial.send', personId, data: { personId, kind } },
      ...(kind === 'invitation' ? { invitation: true } : kind === 'unsolicited' ? { unsolicited: true } : {}),
      ...(kind === 'answer' ? { when: 'now' as const } : {}),
      card: () => ({ summary: id, body: [] }),
    };
  }

  /** Takes the next message of the queue to its end, or dies after the card went. */
  async function work(next: Fate, dies: boolean): Promise<boolean> {
    const [delivery] = await queue.receive(1, 60);
    if (!delivery) return false;
    const claim = await outbox.claim(delivery);
    if (!claim || claim === 'taken') return true;
    fate = next;
    await perform(claim, dies);
    return true;
  }

  async function perform(claim: Claim, dies: boolean): Promise<void> {
    const before = arrivals.length;
    try {
      const result = await deliver(deps, messageOf(asked.get(claim.task.id)!));
      if (dies) return void (arrivals.length > before && lose(claim.task.id));
      if (result && 'again' in result) await claim.again(result.again, result.why);
      else await claim.done(result?.done);
    } catch (error) {
      assert.ok(error instanceof TryLater, String(error));
      if (!dies) await claim.failed(error.reason);
    }
  }

  function pass(ms: number): void {
    time.now += ms;
    time.machine += ms;
  }

  /** Every message is under way, has come to an end that is recorded, or arrived. */
  async function check(): Promise<void> {
    for (const one of asked.values()) {
      const copies = arrivals.filter(({ id }) => id === one.id);
      assert.ok(copies.length <= 1 + (lostAnswers.get(one.id) ?? 0), `${one.id} ${copies.length} times`);
      assert.ok(
        copies.every(({ personId }) => personId === one.personId),
        'somebody else got it',
      );
      const [task, record] = await Promise.all([
        tasks.programmes.find(tables, 'p1', one.id),
        sentRows.programmes.find(tables, 'p1', one.id),
      ]);
      assert.ok(task ?? record, `${one.id} is lost`);
      if (record?.value.state === 'arrived' && record.value.by !== 'digest')
        assert.ok(copies.length > 0, `${one.id} is a lie`);
    }
    for (const one of arrivals) {
      assert.ok(!(one.kind === 'invitation' && one.afterOptingOut), 'an invitation after opting out');
      if (one.kind !== 'answer') assert.equal(nextWorkingMoment(one.at, usualHours), one.at, 'in quiet hours');
    }
    for (const personId of new Set(arrivals.map((one) => one.personId))) {
      const times = firstCopies(personId);
      for (const [place, at] of times.entries())
        assert.ok((times[place + 2] ?? Infinity) - at >= 30 * day, 'three unsolicited messages in a month');
    }
  }

  function firstCopies(personId: string): number[] {
    const seen = new Set<string>();
    const mine = arrivals.filter(
      (one) => one.personId === personId && ['invitation', 'unsolicited'].includes(one.kind),
    );
    return mine.filter(({ id }) => !seen.has(id) && seen.add(id)).map(({ at }) => at);
  }

  /** Peace: all that is due is done, over as many days as it takes. */
  async function drain(): Promise<void> {
    for (let turn = 0; turn < 400; turn += 1) {
      while (await work('arrives', false));
      const left = await outbox.tasksOf('programmes', 'p1');
      for (const { id, state } of left) if (state === 'failed') await outbox.retry('programmes', 'p1', id);
      if (left.length === 0) return;
      pass(hour);
      await outbox.sweep();
    }
    assert.fail('the outbox does not drain');
  }

  return {
    ...{ work, pass, check, drain, sweep: () => outbox.sweep() },
    async ask(number: number, kind: Kind) {
      const one = { id: `m-${asked.size}`, personId: aPerson(number).id, kind };
      asked.set(one.id, one);
      await outbox.ask('programmes', 'p1', { id: one.id, job: 'trial.send', data: {} });
    },
    repeat: async () => {
      const ids = [...asked.keys()];
      if (ids[0]) await queue.send({ table: 'programmes', partition: 'p1', id: ids[Math.floor(ids.length / 2)]! });
    },
    async optOut(number: number) {
      const { id } = aPerson(number);
      await tables.commit([preferenceRows.put(id, 'own', { doNotAsk: true })]);
      optedOut.add(id);
    },
    leave: async (number: number) => {
      const one = aPerson(number, { leftAt: time.now });
      await tables.commit([people.put(bucketOfPerson(one.id), one.id, one)]);
    },
  };
}

type World = Awaited<ReturnType<typeof start>>;

/** A step, and the invariants after it. */
const step = (name: string, run: (world: World) => Promise<unknown>): fc.AsyncCommand<object, World> => ({
  check: () => true,
  run: async (_, world) => {
    await run(world);
    await world.check();
  },
  toString: () => name,
});

const person = fc.integer({ min: 1, max: personCount });
const commands = [
  fc
    .tuple(person, fc.constantFrom(...kinds))
    .map(([who, kind]) => step(`ask ${who} ${kind}`, (world) => world.ask(who, kind))),
  fc.constantFrom(...fates).map((fate) => step(`work ${fate}`, (world) => world.work(fate, false))),
  fc.constantFrom(...fates).map((fate) => step(`work ${fate}`, (world) => world.work(fate, false))),
  fc.constant(step('die', (world) => world.work('arrives', true))),
  fc.constant(step('sweep', (world) => world.sweep())),
  fc.constant(step('repeat', (world) => world.repeat())),
  fc
    .constantFrom(30_000, 3 * minute, hour, 9 * hour, day, 12 * day)
    .map((ms) => step(`pass ${ms}`, async (world) => world.pass(ms))),
  person.map((who) => step(`opt out ${who}`, (world) => world.optOut(who))),
  person.map((who) => step(`leave ${who}`, (world) => world.leave(who))),
];

/** Throws with the shortest history that breaks an invariant. */
export async function holdHistories(count: number, seed: number): Promise<void> {
  const histories = fc.commands(commands, { maxCommands: 60 });
  const property = fc.asyncProperty(histories, async (history) => {
    let world: World | undefined;
    const setup = async () => ({ model: {}, real: (world = await start()) });
    await fc.asyncModelRun(setup, history);
    await world?.drain();
    await world?.check();
  });
  await fc.assert(property, { numRuns: count, seed });
}
