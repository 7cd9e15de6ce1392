/** A series in Outlook is a meeting of the pair for each of its dates: which row stands for which date, and which are missing. */
import type { SeenEvent } from '../../../../platform/calendar.ts';
import type { Row } from '../../../../platform/tables.ts';
import type { Meeting } from '../../model.ts';
import { nearest } from '../../rules.ts';

export interface SeriesPlan {
  readonly known: readonly { readonly row: Row<Meeting>; readonly event: SeenEvent | 'gone' }[];
  /** Dates without a row, with a meeting of the same pair to be like. */
  readonly more: readonly { readonly like: Meeting; readonly event: SeenEvent }[];
}

/** `occurrences` is undefined where the event is no series, or none any more. */
export function seriesPlan(
  rows: readonly Row<Meeting>[],
  master: SeenEvent | 'gone',
  occurrences: readonly SeenEvent[] | undefined,
): SeriesPlan {
  if (master === 'gone') return { known: rows.map((row) => ({ row, event: 'gone' })), more: [] };
  if (!occurrences) return standsAlone(rows, master);
  const left = new Map(occurrences.map((one) => [one.eventId, one]));
  const known: SeriesPlan['known'][number][] = [];
  for (const row of rows.filter(({ value }) => value.eventId !== master.eventId)) {
    known.push({ row, event: withAnswersOf(master, left.get(row.value.eventId ?? '')) ?? 'gone' });
    left.delete(row.value.eventId ?? '');
  }
  for (const row of rows.filter(({ value }) => value.eventId === master.eventId)) {
    const first = nearest([...left.values()], row.value.start);
    known.push({ row, event: withAnswersOf(master, first) ?? 'gone' });
    if (first) left.delete(first.eventId);
  }
  const like = rows[0]?.value;
  return { known, more: like ? [...left.values()].map((event) => ({ like, event })) : [] };
}

/** One event: the row that stands for it, or the nearest of those that stood for its dates. The others are over with the series. */
function standsAlone(rows: readonly Row<Meeting>[], event: SeenEvent): SeriesPlan {
  const own = rows.find(({ value }) => value.eventId === event.eventId);
  const start = nearest(
    rows.map(({ value }) => value),
    event.start,
  );
  const kept = own ?? rows.find(({ value }) => value === start);
  return { known: rows.map((row) => ({ row, event: row === kept ? event : 'gone' })), more: [] };
}

/** A date that is as its series has it says nothing of who comes; the series does. */
function withAnswersOf(master: SeenEvent, one: SeenEvent | undefined): SeenEvent | undefined {
  return one && { ...one, answers: one.answers ?? master.answers, joinUrl: one.joinUrl ?? master.joinUrl };
}
