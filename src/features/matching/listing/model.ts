/**
 * The lists of a proposal, a page at a time: what is kept to find, filter and order their rows, what is asked, and what is given.
 * Safe in the browser.
 */
import { z } from 'zod';
import { personCard, personId } from '../../people/model.ts';
import { leftOut, proposedPair, strengths } from '../model.ts';

export const pairsOnPage = 25;
/** Fewer: each says what would help, and other parts of the page must stay near. */
export const leftOutOnPage = 10;

/** A pair as far as it is filtered and ordered; site and department are those of the mentee when the proposal was made. */
export const pairEntry = proposedPair
  .pick({ menteeId: true, mentorId: true, strength: true, chosen: true, firstChoice: true })
  .extend({ site: z.string().optional(), department: z.string().optional() });
export type PairEntry = z.infer<typeof pairEntry>;

/** Many rows of a proposal in one, so that 10,000 pairs are found with twenty rows. */
export const sheet = z.strictObject({ pairs: z.array(pairEntry), left: z.array(personId) });
export type Sheet = z.infer<typeof sheet>;

export const shows = ['all', ...strengths, 'chosen', 'not-first'] as const;
export type Show = (typeof shows)[number];

/** `proposed`: an order that says nothing, and is the same each time. */
export const sorts = ['proposed', 'mentee', 'mentor', 'strongest', 'weakest'] as const;
export type Sort = (typeof sorts)[number];

const part = z.string().max(300);
const turn = {
  /** Words of names, jobs, departments and sites, of either of the two. */
  search: z.string().trim().max(60).optional(),
  /** How many rows lie before the page. */
  from: z.coerce.number().int().min(0).max(1_000_000).optional(),
};
export const leftOutQuery = z.strictObject(turn);
export type LeftOutQuery = z.infer<typeof leftOutQuery>;

export const pairsQuery = z.strictObject({
  ...turn,
  show: z.enum(shows).optional(),
  site: part.optional(),
  department: part.optional(),
  sort: z.enum(sorts).optional(),
});
export type PairsQuery = z.infer<typeof pairsQuery>;

/** A pair in the list; what it rests on is asked for one by one. `taken`: mentees whom the mentor has in this proposal. */
export const pairLine = proposedPair
  .omit({ parts: true, languages: true, alternatives: true })
  .extend({ taken: z.number().int() });
export type PairLine = z.infer<typeof pairLine>;

const page = {
  /** Rows before this page, of how many that were found. */
  from: z.number().int(),
  total: z.number().int(),
  people: z.record(z.string(), personCard),
};

export const pairsPage = z.strictObject({
  ...page,
  rows: z.array(pairLine).max(pairsOnPage),
  /** What the list can be filtered by. */
  sites: z.array(z.string()),
  departments: z.array(z.string()),
});
export type PairsPage = z.infer<typeof pairsPage>;

export const leftOutPage = z.strictObject({ ...page, rows: z.array(leftOut).max(leftOutOnPage) });
export type LeftOutPage = z.infer<typeof leftOutPage>;
