/**
 * The evaluation report of a programme: sections that are made of released figures, as they stood when the draft was made, and beside
 * each what the coordinators write. New figures touch no words, and no window overwrites another. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { languages } from '../../../platform/words.ts';
import { language, personId } from '../../people/model.ts';

/** In the order of the report. */
export const sectionIds = [
  ...(['purpose', 'reached', 'matching', 'meetings', 'check-ins', 'goals', 'training'] as const),
  ...(['recognition', 'voices', 'findings', 'unsaid', 'cost'] as const),
] as const;
export type SectionId = (typeof sectionIds)[number];

const text = z.string();
/** The blocks of a paper, with texts in the place of cells. */
export const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['text', 'small', 'heading']), text }),
  z.strictObject({ kind: z.literal('list'), items: z.array(text) }),
  z.strictObject({ kind: z.literal('table'), title: text, head: z.array(text), rows: z.array(z.array(text)) }),
  z.strictObject({
    ...{ kind: z.literal('bars'), title: text, parts: z.array(text), full: z.number(), alt: text },
    bars: z.array(z.strictObject({ label: text, parts: z.array(z.number()), text })),
  }),
]);
export type ReportBlock = z.infer<typeof block>;

/** What a section says in one language, and what it cannot say and why. */
export const told = z.strictObject({ blocks: z.array(block), unsaid: z.array(text) });
export type Told = z.infer<typeof told>;

export const section = z.strictObject({ id: z.enum(sectionIds), told: z.record(language, told) });
export type Section = z.infer<typeof section>;

/** The figures as they stood: a later look changes nothing before a coordinator asks for new ones. */
export const draft = z.strictObject({
  number: z.number().int(),
  at: z.number(),
  sections: z.array(section),
  /** That asked for these figures; the same one once more takes none. */
  request: id.optional(),
});
export type Draft = z.infer<typeof draft>;

export const longestWords = 6000;

/** What the coordinators wrote to a section in one language, and which figures they saw. */
export const words = z.strictObject({
  text: z.string().max(longestWords),
  version: z.number().int(),
  at: z.number(),
  by: personId,
  seen: z.string(),
});
export type Words = z.infer<typeof words>;

export const wordsDraft = z.strictObject({
  language,
  text: z.string().trim().max(longestWords),
  /** The version that the writer had before them; 0 where nothing was written. */
  version: z.number().int().min(0),
});
export type WordsDraft = z.infer<typeof wordsDraft>;

/** Pure data for the page: the reader's language, or the one that is edited. */
export const sectionView = z.strictObject({
  id: z.enum(sectionIds),
  title: text,
  blocks: z.array(block),
  text,
  version: z.number().int(),
  written: z.strictObject({ at: z.number(), by: z.string() }).optional(),
  /** What stands in the report while nothing is written in this language: the words of the binding one. */
  borrowed: text.optional(),
  /** The figures are others than those that the writer saw. */
  isOlder: z.boolean(),
});
export type SectionView = z.infer<typeof sectionView>;

export const reportPage = z.strictObject({
  programme: z.strictObject({ id, name: text, language }),
  language,
  at: z.number(),
  sections: z.array(sectionView),
});
export type ReportPage = z.infer<typeof reportPage>;

export const reportQuery = z.strictObject({ language: z.enum(languages) });
export const reportFormats = ['pdf', 'pptx'] as const;
export const reportPaperQuery = reportQuery.extend({ format: z.enum(reportFormats) });
export type ReportPaperQuery = z.infer<typeof reportPaperQuery>;
