/** Series as Outlook has them: the first event stands for all, occurrences are computed from it, exceptions are kept with it. */
import { DateTime } from 'luxon';
import { badRequest, field, isRecord, textField } from './answers.ts';
import type { Recurrence, SeriesException, StoredEvent } from './state.ts';
import { ianaZoneOf } from './zones.ts';

/** A series without an end is looked at for so many occurrences. */
const mostOccurrences = 400;
const separator = '.on.';

/** What a body says of `recurrence`: nothing, that there is none any more, or a pattern and a range. A week has one day: the first event's. */
export function recurrenceIn(body: unknown): { recurrence?: Recurrence | undefined } {
  if (isRecord(body) && body['recurrence'] === null) return { recurrence: undefined };
  const given = field(body, 'recurrence');
  if (given === undefined) return {};
  const [pattern, range] = [field(given, 'pattern'), field(given, 'range')];
  const unit = units[textField(pattern, 'type') ?? ''];
  const every = Number(field(pattern, 'interval') ?? 1);
  if (!unit || !(every >= 1)) throw badRequest('The recurrence pattern is invalid.', 'ErrorInvalidRecurrencePattern');
  const kind = textField(range, 'type');
  const until = kind === 'endDate' ? textField(range, 'endDate') : undefined;
  const count = kind === 'numbered' ? Number(field(range, 'numberOfOccurrences')) : undefined;
  if (kind === 'endDate' && until === undefined)
    throw badRequest('The recurrence range is invalid.', 'ErrorInvalidRecurrenceRange');
  return {
    recurrence: {
      ...{ given: given as Recurrence['given'], unit, every },
      ...(until === undefined ? {} : { until }),
      ...(count === undefined ? {} : { count }),
    },
  };
}

const units: Readonly<Record<string, Recurrence['unit']>> = {
  daily: 'days',
  weekly: 'weeks',
  absoluteMonthly: 'months',
  relativeMonthly: 'months',
};

/** The occurrences of a series, cancelled ones left out, in the order of their dates. */
export function occurrencesOf(master: StoredEvent): StoredEvent[] {
  const { recurrence, exceptions = {} } = master;
  if (!recurrence) return [];
  return datesOf(master, recurrence).flatMap((start) => {
    const date = start.toISODate() ?? '';
    const exception = exceptions[date];
    return exception?.cancelled ? [] : [occurrence(master, start, date, exception)];
  });
}

/** All dates that the pattern names, cancelled ones too: the ids that the series has ever given. */
export function occurrenceIdsOf(master: StoredEvent): string[] {
  const { recurrence } = master;
  return recurrence ? datesOf(master, recurrence).map((start) => idOn(master.id, start.toISODate() ?? '')) : [];
}

/** The id of the series and the date, where an id is that of an occurrence. */
export function readOccurrenceId(id: string): { masterId: string; date: string } | undefined {
  const [masterId = '', date] = id.split(separator);
  return date === undefined ? undefined : { masterId, date };
}

export function occurrenceOn(master: StoredEvent, date: string): StoredEvent | undefined {
  return occurrencesOf(master).find((each) => each.occurrence?.date === date);
}

/** The series with one occurrence of it changed or cancelled; the others stay as they are. */
export function withException(
  master: StoredEvent,
  date: string,
  said: Pick<SeriesException, 'cancelled' | 'change'>,
  now: string,
): StoredEvent {
  const before = master.exceptions?.[date];
  const exception: SeriesException = {
    ...before,
    ...said,
    ...(said.change ? { change: { ...before?.change, ...said.change } } : {}),
    ...{ lastModifiedDateTime: now, version: (before?.version ?? 0) + 1 },
  };
  const exceptions = { ...master.exceptions, [date]: exception };
  return { ...master, exceptions, change: master.change + 1, lastModifiedDateTime: now };
}

function datesOf({ start, startZone }: StoredEvent, { unit, every, until, count }: Recurrence): DateTime[] {
  const zone = ianaZoneOf(startZone);
  const first = DateTime.fromISO(start, { zone });
  const last = until === undefined ? undefined : DateTime.fromISO(until, { zone }).endOf('day');
  const found: DateTime[] = [];
  for (let turn = 0; turn < Math.min(count ?? mostOccurrences, mostOccurrences); turn += 1) {
    const next = first.plus({ [unit]: every * turn });
    if (last && next > last) break;
    found.push(next);
  }
  return found;
}

function idOn(masterId: string, date: string): string {
  return `${masterId}${separator}${date}`;
}

function occurrence(
  master: StoredEvent,
  start: DateTime,
  date: string,
  exception: SeriesException | undefined,
): StoredEvent {
  const { recurrence: _pattern, exceptions: _exceptions, transactionId: _once, ...rest } = master;
  const length = Date.parse(master.end) - Date.parse(master.start);
  return {
    ...rest,
    transactionId: null,
    id: idOn(master.id, date),
    start: start.toUTC().toJSDate().toISOString(),
    end: new Date(start.toMillis() + length).toISOString(),
    ...exception?.change,
    ...(exception
      ? { lastModifiedDateTime: exception.lastModifiedDateTime, change: master.change * 1000 + exception.version }
      : {}),
    occurrence: { masterId: master.id, date, isException: exception !== undefined },
  };
}
