/** What a year of a sandbox's programme came to: every message against the rehearsal, how many came to one person, and the rounds. */
import { join } from 'node:path';
import { connected } from '../../../src/cli/doctor.ts';
import type { Rehearsal } from '../../../src/features/insights/rehearsal/model.ts';
import { sentRows } from '../../../src/features/people/messages/store.ts';
import type { Sent } from '../../../src/features/people/messages/model.ts';
import { day, localDate, minute } from '../../../src/platform/clock.ts';
import { groupedBy } from '../../../src/platform/grouped.ts';
import { languages } from '../../../src/platform/words.ts';
import { organisationZone } from '../../../src/platform/zone.ts';
import { sends } from '../../../src/worker/sends.ts';
import { strangers } from '../rehearsed.ts';
import type { SandboxPerson, TestSandbox } from '../sandbox.ts';
import { cardsGot } from '../told.ts';

/** Less a minute: a message is noted some moments after it was allowed, which is what the budget counts by. */
const month = 30 * day - minute;

interface Whose {
  readonly coordinator: string;
  readonly programmeId: string;
}

export async function readYear(sandbox: TestSandbox, whose: Whose): Promise<Record<string, number>> {
  const sent = await sentIn(sandbox, whose.programmeId);
  const unsolicited = new Set(sends.filter(({ as }) => as.unsolicited).map(({ as }) => as.kind));
  const arrived = sent.filter(({ state }) => state === 'arrived');
  const checkIns = sent.filter(({ kind }) => kind === 'checkins.ask');
  return {
    messages: arrived.length,
    'not-rehearsed': await notRehearsed(sandbox, whose),
    'most-unsolicited-in-a-month': mostInAMonth('most unsolicited', arrived, (one) => unsolicited.has(one.kind)),
    'most-in-a-month': mostInAMonth('most', arrived, () => true),
    'check-ins-arrived': checkIns.filter(({ state }) => state === 'arrived').length,
    'check-ins-in-tab': checkIns.filter(({ state }) => state === 'in-tab').length,
    'check-ins-failed': checkIns.filter(({ state }) => state === 'failed').length,
  };
}

async function sentIn(sandbox: TestSandbox, programmeId: string): Promise<Sent[]> {
  const { deps, stop } = await connected(join(sandbox.data, 'sandbox.env'));
  try {
    return (await sentRows.programmes.list(deps.tables, programmeId)).map(({ value }) => value);
  } finally {
    stop();
  }
}

async function notRehearsed(sandbox: TestSandbox, { coordinator, programmeId }: Whose): Promise<number> {
  const read = languages.map((language) =>
    sandbox.api<Rehearsal>(coordinator, 'GET', `/programmes/${programmeId}/rehearsal?language=${language}`),
  );
  const [rehearsals, got, people] = await Promise.all([
    Promise.all(read),
    cardsGot(sandbox, [programmeId]),
    sandbox.control<SandboxPerson[]>('/people'),
  ]);
  const names = people.filter(({ role }) => role === 'coordinator').map(({ name }) => name);
  const strange = strangers(got, rehearsals, names);
  for (const one of strange.slice(0, 5)) process.stderr.write(`  not rehearsed: ${one}\n`);
  return strange.length;
}

type Arrived = Pick<Sent, 'personId' | 'at' | 'by' | 'kind'>;

/**
 * The most that one person got in any thirty days. What was told in one card together is one, and counts where all of it does: for the
 * rest of it the card would have come anyway. The worst month is printed.
 */
function mostInAMonth(what: string, sent: readonly Arrived[], counts: (one: Arrived) => boolean): number {
  let worst: readonly Arrived[] = [];
  const counted = cardsOf(sent).filter((card) => card.every(counts));
  for (const cards of groupedBy(counted, ([one]) => one?.personId).values()) {
    const firsts = cards.flatMap(([one]) => one ?? []).toSorted((a, b) => a.at - b.at);
    for (const [place, { at }] of firsts.entries()) {
      const within = firsts.slice(place).filter((one) => one.at - at < month);
      if (within.length > worst.length) worst = within;
    }
  }
  const told = worst.map(
    ({ kind, at, by }) => `${new Date(at).toISOString()} ${kind}${by === 'digest' ? ' (digest)' : ''}`,
  );
  process.stderr.write(`  ${what}: ${told.join(', ')}\n`);
  return worst.length;
}

/** What came in one card, the first of it first. */
function cardsOf(sent: readonly Arrived[]): Arrived[][] {
  const digests = sent.filter(({ by }) => by === 'digest');
  const together = groupedBy(digests, ({ personId, at }) => `${personId} ${localDate(at, organisationZone)}`);
  return [...together.values(), ...sent.filter(({ by }) => by !== 'digest').map((one) => [one])];
}
