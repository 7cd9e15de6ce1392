/**
 * The papers that an organisation needs before it may begin: what is kept and why, what could harm people, what the works council is
 * told, what employees are told. They are drafts: computed from the code, and finished by the organisation's counsel. Safe in the browser.
 */
import { z } from 'zod';
import { languages } from '../../../platform/words.ts';

export const papers = ['record', 'dpia', 'works-council', 'employees', 'accessibility', 'security'] as const;
export const paperName = z.enum(papers);
export type PaperName = (typeof papers)[number];

/** Whose law the works council's paper begins with, and whose authority people can turn to. */
export const countries = ['BE', 'NL', 'FR'] as const;
export type Country = (typeof countries)[number];

/** Papers that say something of the country's own. */
export const byCountry: readonly PaperName[] = ['works-council', 'employees'];

/** `md` for whoever goes on writing in it. */
export const formats = ['pdf', 'md'] as const;
export type Format = (typeof formats)[number];

export const paperQuery = z.strictObject({
  language: z.enum(languages),
  format: z.enum(formats).default('pdf'),
  country: z.enum(countries).default('BE'),
});
export type PaperQuery = z.output<typeof paperQuery>;
