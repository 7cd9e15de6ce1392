/** For the scan of the log: texts that are told to the product while its services fail, and all that must never be in a line. */
import { pause } from '../../src/platform/clock.ts';
import type { SandboxPerson, TestSandbox } from './sandbox.ts';
import type { Story } from './story.ts';

const canary = 'zzcanary';
const services = ['graph', 'entra', 'connector', 'tables', 'queues', 'vault'] as const;

/** Words through the doors that take words, tokens that are refused, and services that fail, each in several ways. */
export async function tellCanaries(
  sandbox: TestSandbox,
  { mentee, author, coordinator, reader, ids }: Story,
): Promise<void> {
  const pair = `/programmes/${ids.programme}/pairs/${ids.pair}`;
  const say = (personId: string, method: string, path: string, body?: unknown): Promise<unknown> =>
    // Told or refused: either way there must be no trace of it.
    sandbox.api(personId, method, path, body).catch(() => undefined);
  await say(mentee, 'POST', `${pair}/thanks`, { text: `${canary} thanks`, show: true });
  await say(mentee, 'PUT', `${pair}/check-ins/day-30`, { note: `${canary} note` });
  await say(author, 'POST', '/people/search', { words: `${canary} search` });
  await say(coordinator, 'POST', '/programmes', { name: `${canary} name` });
  await say(reader, 'GET', `/programmes/${canary}`);
  for (const token of [canary, `eyJhbGciOiJSUzI1NiJ9.${canary}.${canary}`])
    await fetch(`${sandbox.app}/api/me/home`, { headers: { authorization: `Bearer ${token}` } });

  for (const kind of ['503', 'reset', 'html']) {
    for (const service of services) await sandbox.control('/faults', { service, kind, count: 2 });
    await Promise.all([
      say(coordinator, 'GET', '/surveys'),
      say(mentee, 'GET', pair),
      say(reader, 'GET', '/me/home'),
      say(mentee, 'POST', `${pair}/thanks`, { text: `${canary} ${kind}`, show: false }),
    ]);
  }
  // What failed is tried again after seconds, then minutes: the first tries of the worker say what it says.
  const worked = sandbox.control('/clock', { hours: 6 }).catch(() => undefined);
  await Promise.race([worked, pause(20_000)]);
}

/** Whom and what no line may name. */
export async function canariesOf(sandbox: TestSandbox): Promise<string[]> {
  const people = await sandbox.control<(SandboxPerson & { mail: string | null })[]>('/people');
  const tokens = await Promise.all(
    people.slice(0, 3).map(({ id: personId }) => sandbox.control<{ token: string }>('/token', { personId })),
  );
  const parts = tokens.flatMap(({ token }) => token.split('.').slice(1));
  return [canary, 'A map of people', ...parts, ...people.flatMap(({ id, name, mail }) => [id, name, mail ?? id])];
}
