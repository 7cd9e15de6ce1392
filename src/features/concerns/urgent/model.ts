/**
 * Whom to call at once, by country: one file in `content/` for each, in this schema. Names are proper names, so that they need no
 * translation; what a line is for, and when it answers, are words of the list. A number is only in it when we are sure of it.
 */
import { z } from 'zod';
import { language } from '../../people/model.ts';
import be from '../content/lines-be.json' with { type: 'json' };
import de from '../content/lines-de.json' with { type: 'json' };
import fr from '../content/lines-fr.json' with { type: 'json' };
import lu from '../content/lines-lu.json' with { type: 'json' };
import nl from '../content/lines-nl.json' with { type: 'json' };
import other from '../content/lines-other.json' with { type: 'json' };
import type { Language } from '../../../platform/words.ts';

const number = z.string().regex(/^\d[\d ]{1,15}$/);
export const emergencies = ['emergency', 'police', 'text'] as const;
export const purposes = ['listen', 'suicide', 'violence', 'discrimination'] as const;

export const helpLine = z.strictObject({
  what: z.enum(purposes),
  name: z.string().min(1).max(60),
  /** As it is dialled in the country. */
  number: number.optional(),
  web: z.url({ protocol: /^https$/ }).optional(),
  /** In which of our languages it answers. */
  speaks: z.array(language).min(1),
  /** Day and night, every day. */
  always: z.boolean(),
});
export type HelpLine = z.infer<typeof helpLine>;

export const urgentFile = z.strictObject({
  /** ISO 3166; `OTHER` for everywhere else. */
  country: z.string().regex(/^([A-Z]{2}|OTHER)$/),
  emergency: z.array(z.strictObject({ number, what: z.enum(emergencies) })).min(1),
  lines: z.array(helpLine).min(1),
});
export type Urgent = z.infer<typeof urgentFile>;

export const urgentCountries = ['BE', 'NL', 'FR', 'DE', 'LU', 'OTHER'] as const;
export type UrgentCountry = (typeof urgentCountries)[number];

/** A test holds the files to the schema. */
const files = { BE: be, NL: nl, FR: fr, DE: de, LU: lu, OTHER: other } as Readonly<Record<UrgentCountry, Urgent>>;

/** What there is in a country; lines that answer in the reader's language come first. */
export function urgentIn(country: UrgentCountry, language: Language): Urgent {
  const file = files[country];
  const isLate = ({ speaks }: HelpLine): number => (speaks.includes(language) ? 0 : 1);
  return { ...file, lines: file.lines.toSorted((a, b) => isLate(a) - isLate(b)) };
}

export function urgentCountry(code: string): UrgentCountry {
  return urgentCountries.find((one) => one === code) ?? 'OTHER';
}
