/**
 * What a request came to: rows that are not as they were, cards that people got, and events in calendars; without what differs
 * each time (random ids, times, what is sealed), so that two ends can be held against each other.
 */
import type { SentCard } from '../../support/app.ts';
import type { Difference } from '../../support/scratch-tables.ts';

export interface End {
  /** `table kind`, and what became of its rows. */
  readonly rows: readonly { readonly kind: string; readonly text: string }[];
  /** To whom, what, under which send id. */
  readonly cards: readonly { readonly what: string; readonly sendId: string }[];
  readonly outside: readonly string[];
}

export interface Compared {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** The same card under the same send id once more: the answer to the first was lost (trust.md 3). */
  readonly repeated: number;
}

/** Random ids, hashes of such, times; `except` are words that the request itself said. */
function bare(text: string, except: string): string {
  return (
    text
      .replaceAll(/"(iv|tag|data|hash|before|value|kid|mark|fence|seed|salt|messageId)":"[^"]*"/g, '"$1":""')
      // What is done again is counted again.
      .replaceAll(/"(looked|changed|failures)":\d+/g, '"$1":0')
      .replaceAll(/\b[0-9a-hjkmnp-tv-z]{20}\b/g, (id) => (except.includes(id) ? id : '#'))
      .replaceAll(/\b([0-9a-f]{32}|[0-9a-f]{64})\b/g, '#')
      .replaceAll(/\b(?!00000000)[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '#')
      .replaceAll(/\b0{0,3}1[5-9]\d{11}\b(\.\d+)?/g, (time) => (except.includes(time.replace(/^0+/, '')) ? time : '@'))
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*Z?/g, '@')
  );
}

/** What a task does, and not how often it was tried. */
function asTask(text: string): string {
  const { job, data, state, lane } = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify({ job, data, state, lane });
}

/**
 * Buttons belong to cards, which are counted by themselves; the index follows its tasks, and the audit log may say more than was done.
 * Hours are read again from the mailbox, and whose turn it is to plan ends by itself. Posts are counted where they are seen. Budgets
 * and clocks of the platform say nothing of what was done.
 */
const besides = new Set([
  ...['people button', 'actions button', 'people letterbox', 'audit entry', 'audit head', 'due due', 'due failed'],
  ...['people hours', 'programmes meetingturn', 'system sent'],
  ...['system slots', 'system answers', 'system talk', 'system graphuse', 'system turn', 'system pulse'],
]);

/** A former key goes an hour after it was replaced, whenever somebody looks then: only those that are made are counted. */
const isFormerKey = ({ table, rowKey, after }: Difference): boolean =>
  table === 'system' && rowKey.startsWith('datakey.') && after === undefined;

const isCounted = (one: Difference): boolean =>
  !besides.has(`${one.table} ${one.rowKey.split('.')[0]}`) && !isFormerKey(one);

export function rowsIn(differences: readonly Difference[], except: string): End['rows'] {
  return differences.filter(isCounted).map(({ table, partition, rowKey, after }) => {
    const kind = `${table} ${rowKey.split('.')[0]}`;
    const text = after === undefined ? 'gone' : kind.endsWith(' task') ? asTask(after) : after;
    const key = kind.endsWith(' task') ? '' : rowKey;
    return { kind, text: bare(`${kind} ${partition} ${key} ${text}`, except) };
  });
}

export const cardsIn = (sent: readonly SentCard[]): End['cards'] =>
  sent.map(({ to, card, sendId }) => ({ what: bare(`card to ${to}: ${card.summary}`, ''), sendId }));

/** How often each stands there. */
function countsOf(all: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** What stands more often in `some` than in `others`. */
function moreIn(some: readonly string[], others: readonly string[]): string[] {
  const counts = countsOf(others);
  return [...countsOf(some)].filter(([one, count]) => count > (counts.get(one) ?? 0)).map(([one]) => one);
}

/** Kinds of rows that chance writes otherwise each time (who is drawn, a number on paper): of these only how many there are counts. */
export function chanceIn(one: End, other: End): ReadonlySet<string> {
  const texts = [one, other].map(({ rows }) => rows.map(({ text }) => text)) as [string[], string[]];
  const differing = new Set([...moreIn(texts[0], texts[1]), ...moreIn(texts[1], texts[0])]);
  return new Set([...one.rows, ...other.rows].filter(({ text }) => differing.has(text)).map(({ kind }) => kind));
}

export function compare(calm: End, end: End, byChance: ReadonlySet<string> = new Set()): Compared {
  const textsOf = ({ rows }: End): string[] => rows.map(({ kind, text }) => (byChance.has(kind) ? kind : text));
  const kindsOf = ({ rows }: End): string[] => rows.map(({ kind }) => kind);
  const messagesOf = ({ cards }: End): string[] =>
    [...new Set(cards.map(({ what, sendId }) => `${what}\n${sendId}`))].map((one) => one.split('\n')[0] ?? '');
  const outsideOf = ({ outside }: End): string[] => outside.map((one) => bare(one, ''));
  const moreKinds = moreIn(kindsOf(end), kindsOf(calm));
  const more = moreIn(textsOf(end), textsOf(calm));
  const lost = [
    ...moreIn(textsOf(calm), textsOf(end)),
    ...moreIn(messagesOf(calm), messagesOf(end)),
    ...moreIn(outsideOf(calm), outsideOf(end)),
  ];
  const doubled = [
    ...moreKinds.map((kind) => `${kind}: ${more.find((one) => one.startsWith(`${kind} `)) ?? 'more of it'}`),
    ...moreIn(messagesOf(end), messagesOf(calm)),
    ...moreIn(outsideOf(end), outsideOf(calm)),
  ];
  const repeated = end.cards.length - new Set(end.cards.map((one) => `${one.what}\n${one.sendId}`)).size;
  return { lost, doubled: repeated > 1 ? [...doubled, `${repeated} cards again`] : doubled, repeated };
}
