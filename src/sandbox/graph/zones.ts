/** Times as Outlook writes them, in Windows and IANA zones. */
import { DateTime, IANAZone } from 'luxon';
import type { GraphRequest } from './answers.ts';
import { badRequest, textField } from './answers.ts';

/** From Unicode's table of Windows zones: those that occur around this organisation. */
const windowsZones: Readonly<Record<string, string>> = {
  UTC: 'Etc/UTC',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'Romance Standard Time': 'Europe/Paris',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Central European Standard Time': 'Europe/Warsaw',
  'GTB Standard Time': 'Europe/Bucharest',
  'FLE Standard Time': 'Europe/Kyiv',
  'Turkey Standard Time': 'Europe/Istanbul',
  'Morocco Standard Time': 'Africa/Casablanca',
  'Eastern Standard Time': 'America/New_York',
  'Pacific Standard Time': 'America/Los_Angeles',
  'India Standard Time': 'Asia/Kolkata',
  'Tokyo Standard Time': 'Asia/Tokyo',
};

/** Throws what Graph answers to a zone that it does not know. */
export function ianaZoneOf(name: string): string {
  const zone = windowsZones[name] ?? (IANAZone.isValidZone(name) ? name : undefined);
  if (zone === undefined) {
    throw badRequest(
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
      'TimeZoneNotSupportedException',
    );
  }
  return zone;
}

/** The zone that a request wants its times in: `Prefer: outlook.timezone="..."`, else UTC. */
export function preferredZone(request: GraphRequest): string {
  const name = /outlook\.timezone\s*=\s*"?([^",;]+)"?/iu.exec(request.header('prefer') ?? '')?.[1]?.trim();
  if (name === undefined) return 'UTC';
  ianaZoneOf(name);
  return name;
}

export interface GraphTime {
  readonly dateTime: string;
  readonly timeZone: string;
}

export function timeIn(instant: number, timeZone: string): GraphTime {
  const local = DateTime.fromMillis(instant, { zone: ianaZoneOf(timeZone) });
  return { dateTime: local.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'0000'"), timeZone };
}

/** Milliseconds of a `dateTimeTimeZone`; throws what Graph answers to one that is none. */
export function instantOf(value: unknown, name: string): number {
  const text = textField(value, 'dateTime');
  const zone = ianaZoneOf(textField(value, 'timeZone') ?? 'UTC');
  const time = text === undefined ? null : DateTime.fromISO(text, { zone });
  if (!time?.isValid) {
    throw badRequest(`The value '${String(text)}' of parameter '${name}' is invalid.`, 'ErrorInvalidParameter');
  }
  return time.toMillis();
}

const offsets = new Map<string, number>();

/** Milliseconds of a local time on a day. Offsets are those of noon: no zone here changes its clocks at work. */
export function instantAt(zone: string, date: string, minutes: number): number {
  const key = `${zone} ${date}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = DateTime.fromISO(`${date}T12:00:00`, { zone }).offset;
    if (offsets.size > 50_000) offsets.clear();
    offsets.set(key, offset);
  }
  return Date.parse(`${date}T00:00:00Z`) + (minutes - offset) * 60_000;
}
