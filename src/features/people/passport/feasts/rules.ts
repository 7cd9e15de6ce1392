/**
 * When feasts are. The calendars of Intl give the Jewish, the Islamic (Umm al-Qura; where the moon is sighted it may be a day later) and the
 * Chinese date of a day; Easter is Gauss's, after Meeus; Holi, Diwali and Guru Nanak go by new and full moon (Meeus, Astronomical Algorithms,
 * chapter 49), by the clock of Delhi. Feasts that begin in the evening are named by the day after.
 */
import { feastsOf, type Belief, type Feast, type FeastDay } from './model.ts';

const day = 86_400_000;

const isoOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const noonOf = (date: string): number => Date.parse(`${date}T12:00:00Z`);

/** From a day on, for a year and a half; each feast at its next date, in order. */
export function feastDays(belief: Belief, from: string): FeastDay[] {
  const until = isoOf(noonOf(from) + 500 * day);
  const year = Number(from.slice(0, 4));
  const found = feastsOf[belief].flatMap((feast: Feast) =>
    [year, year + 1, year + 2].flatMap((one) => occurrencesIn(feast, one)).map((dates) => ({ feast, dates })),
  );
  return found
    .filter(({ dates }) => (dates[0] ?? '') >= from && (dates[0] ?? '') <= until)
    .sort((a, b) => ((a.dates[0] ?? '') < (b.dates[0] ?? '') ? -1 : 1));
}

/** Of feasts that fall by the moon there may be two in a year, or none. */
function occurrencesIn(feast: Feast, year: number): string[][] {
  const fixed = fixedDays[feast];
  if (fixed !== undefined) return [[`${year}-${fixed}`]];
  const fromEaster = easterDays[feast];
  if (fromEaster) return [fromEaster.days.map((days) => isoOf(easterOf(year, fromEaster.julian) + days * day))];
  const named = calendarDays[feast];
  if (named) return inCalendar(named, year);
  const moon = moonDays[feast];
  return moon ? [[moon(year)]] : [];
}

const fixedDays: Readonly<Partial<Record<Feast, string>>> = {
  assumption: '08-15',
  'all-saints': '11-01',
  'christmas-eve': '12-24',
  christmas: '12-25',
  'orthodox-christmas': '01-07',
  vaisakhi: '04-14',
};

interface FromEaster {
  readonly julian: boolean;
  readonly days: readonly number[];
}

const easterDays: Readonly<Partial<Record<Feast, FromEaster>>> = {
  'good-friday': { julian: false, days: [-2] },
  'easter-monday': { julian: false, days: [1] },
  ascension: { julian: false, days: [39] },
  'whit-monday': { julian: false, days: [50] },
  'orthodox-good-friday': { julian: true, days: [-2] },
  'orthodox-easter-monday': { julian: true, days: [1] },
};

/** Easter Sunday at noon in Greenwich; of the Julian calendar on the Gregorian date, right from 1900 to 2099. */
function easterOf(year: number, julian: boolean): number {
  if (julian) {
    const d = (19 * (year % 19) + 15) % 30;
    const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    return Date.UTC(year, 2, 22 + d + e + 13, 12);
  }
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return Date.UTC(year, 2, 22 + h + l - 7 * m, 12);
}

interface InCalendar {
  readonly calendar: 'hebrew' | 'islamic-umalqura' | 'chinese';
  /** As Intl names the month in English. */
  readonly month: string;
  readonly first: number;
  readonly days?: readonly number[];
}

const calendarDays: Readonly<Partial<Record<Feast, InCalendar>>> = {
  purim: { calendar: 'hebrew', month: 'Adar', first: 14 },
  passover: { calendar: 'hebrew', month: 'Nisan', first: 15, days: [0, 1, 6, 7] },
  shavuot: { calendar: 'hebrew', month: 'Sivan', first: 6, days: [0, 1] },
  'rosh-hashanah': { calendar: 'hebrew', month: 'Tishri', first: 1, days: [0, 1] },
  'yom-kippur': { calendar: 'hebrew', month: 'Tishri', first: 10 },
  sukkot: { calendar: 'hebrew', month: 'Tishri', first: 15, days: [0, 1] },
  'simchat-torah': { calendar: 'hebrew', month: 'Tishri', first: 22, days: [0, 1] },
  'eid-al-fitr': { calendar: 'islamic-umalqura', month: '10', first: 1 },
  'eid-al-adha': { calendar: 'islamic-umalqura', month: '12', first: 10 },
  'islamic-new-year': { calendar: 'islamic-umalqura', month: '1', first: 1 },
  ashura: { calendar: 'islamic-umalqura', month: '1', first: 10 },
  mawlid: { calendar: 'islamic-umalqura', month: '3', first: 12 },
  vesak: { calendar: 'chinese', month: '4', first: 15 },
  'new-year': { calendar: 'chinese', month: '1', first: 1 },
  'mid-autumn': { calendar: 'chinese', month: '8', first: 15 },
};

function inCalendar({ calendar, month, first, days = [0] }: InCalendar, year: number): string[][] {
  const names = namesOf(calendar);
  const begin = Date.UTC(year, 0, 1, 12);
  const length = Math.round((Date.UTC(year + 1, 0, 1, 12) - begin) / day);
  return Array.from({ length }, (_, n) => begin + n * day)
    .filter((at) => isNamed(names.formatToParts(at), month, first))
    .map((at) => days.map((more) => isoOf(at + more * day)));
}

/** A leap year has two months of Adar; the feast is in the second. A leap month of the Chinese calendar has no feasts. */
function isNamed(shown: readonly Intl.DateTimeFormatPart[], month: string, first: number): boolean {
  const partOf = (type: string): string => shown.find((one) => one.type === type)?.value ?? '';
  const named = partOf('month');
  return Number(partOf('day')) === first && (named === month || (month === 'Adar' && named === 'Adar II'));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function namesOf(calendar: InCalendar['calendar']): Intl.DateTimeFormat {
  const month = calendar === 'hebrew' ? 'long' : 'numeric';
  const made =
    formats.get(calendar) ?? new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { month, day: 'numeric', timeZone: 'UTC' });
  formats.set(calendar, made);
  return made;
}

const moonDays: Readonly<Partial<Record<Feast, (year: number) => string>>> = {
  // The evening of the new moon between mid-October and mid-November, and the day of the full moon after it.
  diwali: (year) => dayBefore(autumnMoon(year), dusk),
  'guru-nanak': (year) => dayBefore(moonFrom(autumnMoon(year), 'full'), sunrise),
  // The day after the evening of the full moon in March.
  holi: (year) => isoOf(noonOf(dayBefore(moonFrom(Date.UTC(year, 1, 26, 12), 'full'), dusk)) + day),
};

const autumnMoon = (year: number): number => moonFrom(Date.UTC(year, 9, 16, 12), 'new');

/** In Delhi, at half past six in the evening and in the morning. */
const [dusk, sunrise] = [13 * 3_600_000, 3_600_000];

/** The day whose dusk or sunrise is the last before an instant. */
function dayBefore(at: number, hour: number): string {
  return isoOf(Math.floor((at - hour) / day) * day + hour);
}

const synodicMonth = 29.530588861;

/** The first new or full moon at or after an instant, to some minutes. */
function moonFrom(at: number, phase: 'new' | 'full'): number {
  const part = phase === 'full' ? 0.5 : 0;
  const begin = Math.floor((at - Date.UTC(2000, 0, 6, 18, 14)) / day / synodicMonth) - 1;
  for (let lunation = begin + part; ; lunation += 1) {
    const found = moonOf(lunation, phase);
    if (found >= at) return found;
  }
}

function moonOf(k: number, phase: 'new' | 'full'): number {
  const t = k / 1236.85;
  const rad = (degrees: number): number => (degrees * Math.PI) / 180;
  const mean = 2451550.09766 + synodicMonth * k + 0.00015437 * t * t;
  const e = 1 - 0.002516 * t;
  const sun = rad(2.5534 + 29.1053567 * k);
  const moon = rad(201.5643 + 385.81693528 * k);
  const latitude = rad(160.7108 + 390.67050284 * k);
  const node = rad(124.7746 - 1.56375588 * k);
  const [first, second, third] = phase === 'new' ? [-0.4072, 0.17241, 0.01608] : [-0.40614, 0.17302, 0.01614];
  const correction =
    first * Math.sin(moon) +
    second * e * Math.sin(sun) +
    third * Math.sin(2 * moon) +
    0.01039 * Math.sin(2 * latitude) +
    0.00739 * e * Math.sin(moon - sun) -
    0.00514 * e * Math.sin(moon + sun) +
    0.00208 * e * e * Math.sin(2 * sun) -
    0.00111 * Math.sin(moon - 2 * latitude) -
    0.00057 * Math.sin(moon + 2 * latitude) +
    0.00056 * e * Math.sin(2 * moon + sun) -
    0.00042 * Math.sin(3 * moon) +
    0.00042 * e * Math.sin(sun + 2 * latitude) -
    0.00017 * Math.sin(node);
  return (mean + correction - 2440587.5) * day;
}
