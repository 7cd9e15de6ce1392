/** Days and hours in a person's zone, for a calendar that shows a week. */

const dayMs = 86_400_000;

/** `2026-11-23` for an instant in a zone. */
export function dateIn(zone: string, instant: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant);
}

/** Minutes after midnight in a zone. */
export function minutesIn(zone: string, instant: number): number {
  const text = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(instant);
  const [hours = '0', minutes = '0'] = text.split(':');
  return Number(hours) * 60 + Number(minutes);
}

export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

/** The Monday of the week in which a date lies. */
export function mondayOf(date: string): string {
  const weekday = (new Date(date).getUTCDay() + 6) % 7;
  return plusDays(date, -weekday);
}

/** `09:30` for an instant in a zone. */
export function timeIn(zone: string, instant: number): string {
  const minutes = minutesIn(zone, instant);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The instant of a local time: what the zone shows for a guess tells how far the guess is off. */
export function instantIn(zone: string, date: string, time: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const shown = (instant: number): number => Date.parse(`${dateIn(zone, instant)}T${timeIn(zone, instant)}:00Z`);
  const first = wanted - (shown(wanted) - wanted);
  return first - (shown(first) - wanted);
}
