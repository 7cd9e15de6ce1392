/** What a year of a sandbox's programme came to: every message against the rehearsal, how many came to one person, and the rounds. */
import { join } from 'node:path';
import { connected } from '../../../src/cli/doctor.ts';
import type { Rehearsal } from '../../../src/features/insights/rehearsal/model.ts';
import { sentRows } from '../../../src/features/people/messages/store.ts';
import type { Sent } from '../../../src/features/people/messages/model.ts';
import { day, localDate } from '../../../src/platform/clock.ts';
import { languages } from '../../../src/platform/words.ts';
import { organisationZone } from '../../../src/platform/zone.ts';
import { sends } from '../../../src/worker/sends.ts';
import { strangers } from '../rehearsed.ts';
import type { SandboxPerson, TestSandbox } from '../sandbox.ts';
import { cardsGot } from '../told.ts';

const month = 30 * day;

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
    'most-unsolicited-in-a-month': mostInAMonth(arrived.filter(({ kind }) => unsolicited.has(kind))),
    'most-in-a-month': mostInAMonth(arrived),
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

type Arrived = Pick<Sent, 'personId' | 'at' | 'by'>;

/** The most that one person got in any thirty days; what was told in one card together is one. */
export function mostInAMonth(sent: readonly Arrived[]): number {
  const byPerson = new Map<string, number[]>();
  const together = new Set<string>();
  for (const { personId, at, by } of sent) {
    const card = `${personId} ${localDate(at, organisationZone)}`;
    if (by === 'digest' && together.has(card)) continue;
    if (by === 'digest') together.add(card);
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), at]);
  }
  let most = 0;
  for (const times of byPerson.values()) {
    times.sort((a, b) => a - b);
    for (let [first, last] = [0, 0]; last < times.length; last += 1) {
      while (times[last]! - times[first]! >= month) first += 1;
      most = Math.max(most, last - first + 1);
    }
  }
  return most;
}
