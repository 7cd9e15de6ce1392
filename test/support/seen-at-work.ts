/** What whoever runs the product sees of its work: for a sandbox with a history that was started with `--traces`. */
import assert from 'node:assert/strict';
import { pause } from '../../src/platform/clock.ts';
import { canariesOf } from './canaries.ts';
import { choicesIn } from './inputs.ts';
import type { SandboxPerson, TestSandbox } from './sandbox.ts';

interface Message {
  readonly id: string;
  readonly card?: { readonly actions?: readonly { title: string; verb?: string; data?: { verb?: string } }[] };
}

/** From the press to the coordinator's card: what must be steps of one trace, each inside of the one before it. */
const chain = [
  /POST \/api\/messages: 200/,
  /activity checkins\.answer/,
  /storage commit programmes: \d rows/,
  /send usual/,
  /job checkins\.tell-coordinator: done/,
  /connector POST \/v3\/conversations\/\{id\}\/activities: 20[01]/,
];

/** Comes last: it moves the clock on. */
export function seenAtWork(sandbox: () => TestSandbox): void {
  const text = async (name: string): Promise<string> =>
    (await fetch(`${sandbox().host}/sandbox/traces?${String(new URLSearchParams({ name }))}`)).text();
  /** Batches are handed over every five seconds. */
  const handedOver = (): Promise<void> => pause(6_500);

  it('is one trace from the press on a check-in to the card that follows from it', async () => {
    await untilMidweek();
    const { person, message } = await someCheckIn();
    const [action] = message.card!.actions!;
    const ratings = Object.fromEntries(choicesIn(message as never).map((id) => [id, '4']));
    const inputs = { ...ratings, reader: 'nobody', contact: 'yes' };
    await sandbox().control(`/messages/${message.id}/actions`, { personId: person.id, action: action!.title, inputs });
    await sandbox().control('/clock', { hours: 0 });
    await handedOver();
    const traces = (await text('activity checkins.answer')).split('\n\n');
    const told = traces.findLast((one) => one.includes('job checkins.tell-coordinator'));
    assert.ok(told !== undefined, traces.at(-1));
    process.stdout.write(`\n${told}\n\n`);
    const lines = told.split('\n');
    let [at, depth] = [0, 0];
    for (const [place, wanted] of chain.entries()) {
      const found = lines.findIndex((line, number) => number > at && wanted.test(line));
      assert.ok(found > 0, `no ${String(wanted)} after line ${at}`);
      const indent = lines[found]!.search(/ms {2} *\S/) >= 0 ? /ms {2}( *)\S/.exec(lines[found]!)![1]!.length : 0;
      assert.ok(place === 0 || place === 3 || indent > depth, `${String(wanted)} stands outside of the step before`);
      [at, depth] = [found, indent];
    }
  });

  it('names nobody in traces and measures either, also when everything went wrong', async () => {
    await handedOver();
    const lines = sandbox().said();
    const bodies = await sandbox().control<string[]>('/traces/bodies');
    const forbidden = await canariesOf(sandbox());
    const found = [...lines, ...bodies].flatMap((one) =>
      forbidden.filter((word) => one.includes(word)).map((word) => `${word}: ${one.slice(0, 300)}`),
    );
    const spans = bodies.join('').match(/"spanId"/g)?.length ?? 0;
    process.stdout.write(
      `      ${lines.length} log lines, ${spans} spans in ${bodies.length} requests, ${forbidden.length} canaries: found ${found.length}\n`,
    );
    assert.deepEqual(found.slice(0, 10), []);
    assert.ok(lines.length > 50 && spans > 5_000, `only ${lines.length} lines and ${spans} spans`);
  });

  it('has its measures under the names that dashboards use', async () => {
    // Measures are read once a minute.
    for (let turn = 0; turn < 30 && !(await names()).has('tandem.queue.age'); turn += 1) await pause(2_500);
    const found = await names();
    for (const name of [
      'queue.age',
      'queue.poison',
      'send.rate',
      'send.throttled',
      'match.duration',
      'job.outcome',
      'http.failures',
    ])
      assert.ok(found.has(`tandem.${name}`), `${name} is missing; there are ${[...found].join(', ')}`);
  });

  const names = async (): Promise<Set<string>> =>
    new Set((await sandbox().control<{ name: string }[]>('/traces/measures')).map(({ name }) => name));

  /** At ten in the morning, when nobody is spared a message. */
  async function untilMidweek(): Promise<void> {
    const { now } = await sandbox().control<{ now: string }>('/clock');
    const to = new Date(`${now.slice(0, 10)}T10:00:00Z`);
    do to.setUTCDate(to.getUTCDate() + 1);
    while (to.getUTCDay() < 2 || to.getUTCDay() > 4);
    await sandbox().control('/clock', { to: to.toISOString() });
  }

  async function someCheckIn(): Promise<{ person: SandboxPerson; message: Message }> {
    for (const person of await sandbox().control<SandboxPerson[]>('/people')) {
      const messages = await sandbox().control<Message[]>(`/messages?personId=${person.id}`);
      const message = messages.find(({ card }) =>
        card?.actions?.some((one) => (one.verb ?? one.data?.verb) === 'checkins.answer'),
      );
      if (message) return { person, message };
    }
    throw new Error('nobody has a check-in to answer');
  }
}
