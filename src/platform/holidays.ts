/**
 * Public holidays of a country, by the data of `date-holidays` (from Wikipedia, CC BY 3.0). Only those of the whole country: where
 * somebody lives within it nobody tells us. The package (2 MB of dates) is loaded when the first holiday is asked for.
 */
import type Holidays from 'date-holidays';
import { day, hour } from './clock.ts';
import { folded, languages } from './words.ts';

type Library = typeof Holidays;

let library: Promise<Library> | undefined;
const known = new Map<string, readonly string[]>();
let codes: ReadonlyMap<string, string> | undefined;

/** Local dates such as `2027-05-06`, in their order, in the years from one to the other. `country` is a code or a name; none for others. */
export async function publicHolidays(
  country: string | undefined,
  firstYear: number,
  lastYear: number,
): Promise<string[]> {
  if (!country?.trim()) return [];
  library ??= import('date-holidays').then((loaded) => loaded.default);
  const Of = await library;
  const code = codeOf(Of, country);
  if (code === undefined) return [];
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => firstYear + at);
  return years.flatMap((year) => ofYear(Of, code, year));
}

function ofYear(Of: Library, code: string, year: number): readonly string[] {
  const slot = `${code} ${year}`;
  const before = known.get(slot);
  if (before) return before;
  const all = new Of(code, { types: ['public'] }).getHolidays(year);
  const dates = [...new Set(all.flatMap(datesOf))].toSorted();
  known.set(slot, dates);
  return dates;
}

/** A feast of several days is each of them; one that begins in the afternoon is no day off. A day may have 23 hours. */
function datesOf({ date, start, end }: { readonly date: string; readonly start: Date; readonly end: Date }): string[] {
  const first = Date.parse(date.slice(0, 10));
  const days = Math.floor((end.getTime() - start.getTime() + hour) / day);
  return Array.from({ length: days }, (_, at) => new Date(first + at * day).toISOString().slice(0, 10));
}

/** Directories hold codes or names, in the language of whoever typed them. */
function codeOf(Of: Library, country: string): string | undefined {
  codes ??= codesByName(new Of());
  return codes.get(folded(country.trim()));
}

function codesByName(all: Holidays): Map<string, string> {
  const found = new Map([['uk', 'GB']]);
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    for (const [code, name] of Object.entries(all.getCountries(language)))
      for (const one of [code, name, names.of(code) ?? code]) found.set(folded(one), code);
  }
  return found;
}
