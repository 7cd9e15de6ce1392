/** What everybody got in a sandbox's story: cards in chats, with the kind they were sent as, and entries in calendars. */
import { join } from 'node:path';
import { z } from 'zod';
import { connected } from '../../src/cli/doctor.ts';
import { place } from '../../src/features/concerns/store.ts';
import { sentRows } from '../../src/features/people/messages/store.ts';
import { language } from '../../src/features/people/model.ts';
import type { Got } from './rehearsed.ts';
import type { SandboxPerson, TestSandbox } from './sandbox.ts';

const message = z.looseObject({ id: z.string(), card: z.looseObject({ lang: language }).optional() });
const entry = z.looseObject({ subject: z.string(), body: z.string().default('') });

/** What the product noted of each message that arrived: its kind, by the id that Teams gave. */
async function kindsOf(sandbox: TestSandbox, partitions: readonly string[]): Promise<Map<string, string>> {
  const { deps, stop } = await connected(join(sandbox.data, 'sandbox.env'));
  try {
    const tables = [sentRows.programmes, sentRows.surveys];
    const lists = tables.flatMap((rows) => partitions.map((one) => rows.list(deps.tables, one)));
    const rows = (await Promise.all([...lists, sentRows.concerns.list(deps.tables, place)]))
      .flat()
      .map((row) => row.value);
    return new Map(rows.flatMap((one) => (one.messageId === undefined ? [] : [[one.messageId, kindIn(one)] as const])));
  } finally {
    stop();
  }
}

const kindIn = ({ kind, by }: { kind: string; by?: string | undefined }): string =>
  by === 'digest' ? 'people.digest' : kind;

/** `partitions`: the programmes and surveys of the story. What no job sent is the bot's welcome. */
export async function cardsGot(sandbox: TestSandbox, partitions: readonly string[]): Promise<Got[]> {
  const [people, kinds] = await Promise.all([
    sandbox.control<SandboxPerson[]>('/people'),
    kindsOf(sandbox, partitions),
  ]);
  const chats = people.map(({ id }) => sandbox.control<unknown[]>(`/messages?personId=${id}`));
  const got = z.array(message).parse((await Promise.all(chats)).flat());
  return got.flatMap(({ id, card }) =>
    card ? [{ kind: kinds.get(id) ?? 'bot.welcome', language: card.lang, card }] : [],
  );
}

export async function entriesGot(sandbox: TestSandbox): Promise<z.infer<typeof entry>[]> {
  const people = await sandbox.control<SandboxPerson[]>('/people');
  const calendars = people.map(({ id }) => sandbox.control<unknown[]>(`/calendar?personId=${id}`));
  return z.array(entry).parse((await Promise.all(calendars)).flat());
}
