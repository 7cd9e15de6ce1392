/**
 * A form on paper: the questions of the application with a short code beside each box, a number of its own, and a code to scan. What
 * was ticked is given in as the codes of the boxes, which are the same in every language. Safe in the browser.
 */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { languages } from '../../../platform/words.ts';
import { personId } from '../../people/model.ts';
import { ambitions, interests, meetingForms, roles, spoken, topics, values } from '../model.ts';
import { handed } from '../slips/model.ts';

/** Goes up with every change of what a box means: a paper that was printed before is then refused, and never read wrongly. */
export const formVersion = 1;

const hours = [1, 2, 3, 4, 6, 8] as const;
const capacities = [1, 2, 3] as const;

/** No I, J or O, which are taken for digits. The order is that on paper; the place of an option is its number. */
export const boxGroups = [
  { letter: 'A', of: 'role', options: roles, most: 1 },
  { letter: 'B', of: 'languages', options: spoken, most: 6 },
  { letter: 'C', of: 'sought', options: topics, most: 6 },
  { letter: 'D', of: 'offered', options: topics, most: 8 },
  { letter: 'E', of: 'meeting', options: meetingForms, most: 1 },
  { letter: 'F', of: 'hours', options: hours, most: 1 },
  { letter: 'G', of: 'capacity', options: capacities, most: 1 },
  { letter: 'H', of: 'values', options: values, most: 5 },
  { letter: 'K', of: 'ambitions', options: ambitions, most: 3 },
  { letter: 'L', of: 'interests', options: interests, most: 8 },
  { letter: 'M', of: 'mayShowName', options: ['yes'], most: 1 },
  { letter: 'S', of: 'signed', options: ['yes'], most: 1 },
] as const;
export type BoxGroup = (typeof boxGroups)[number];

/** Eight letters and digits: 40 bits, so that a number that was mistyped is no other form's. */
export const serial = z.string().regex(/^[0-9a-hjkmnp-tv-z]{8}$/);

export const mostPrinted = 25;
export const printDraft = z.strictObject({
  language: z.enum(languages),
  copies: z.number().int().min(1).max(mostPrinted),
});
export type PrintDraft = z.infer<typeof printDraft>;

export const paperForm = z.strictObject({
  serial,
  programmeId: id,
  version: z.number().int(),
  language: z.enum(languages),
  printedAt: z.number(),
  /** Who gave it in, and whether it was signed; `for` stands only until the application is there. */
  entered: z.strictObject({ at: z.number(), by: personId, signed: z.boolean(), for: personId.optional() }).optional(),
});
export type PaperForm = z.infer<typeof paperForm>;

const typed = (most: number) => z.string().trim().max(most);

export const entryDraft = z.strictObject({
  serial: typed(40),
  personId,
  /** Codes of boxes, such as `A1 B1 B4 C7`. */
  boxes: typed(600),
  motivation: typed(600),
});
export type EntryDraft = z.infer<typeof entryDraft>;

/** What is wrong with one form; `about` is the box, the name or the number that it is about. */
export const entryProblems = [
  ...([
    'no-columns',
    'cells',
    'serial-unknown',
    'serial-used',
    'form-version',
    'person-unknown',
    'person-twice',
  ] as const),
  ...(['not-yourself', 'box-unknown', 'boxes-many', 'role-needed', 'language-needed', 'topic-needed'] as const),
  ...(['name-needed', 'motivation-long', 'already-applied', 'applying-over', 'busy'] as const),
] as const;
export type EntryProblem = (typeof entryProblems)[number];

export const wrongEntry = z.strictObject({ problem: z.enum(entryProblems), about: z.string().max(200) });
export type WrongEntry = z.infer<typeof wrongEntry>;

/** `applied`: signed. `waiting`: not signed, so the person confirms by the slip. */
export const entryResult = z.strictObject({
  outcome: z.enum(['applied', 'waiting', 'wrong']),
  wrong: wrongEntry.optional(),
  slip: handed.optional(),
});
export type EntryResult = z.infer<typeof entryResult>;

export const mostLines = 100;
/** The text of a file; a line of it has at most some 1,500 characters. */
export const linesDraft = z.strictObject({ text: z.string().max(200_000) });

export const linesResult = z.strictObject({
  applied: z.number(),
  waiting: z.number(),
  /** By the number of the line in the file, the first being 1. */
  wrong: z.array(wrongEntry.extend({ line: z.number() })),
  /** The lines that were not taken, as they were, under the same head; nothing when all were. */
  rest: z.string().optional(),
  /** For all that wait, a page each. */
  slips: handed.optional(),
});
export type LinesResult = z.infer<typeof linesResult>;

/** The head of the file; the order does not matter. */
export const columns = ['serial', 'name', 'department', 'boxes', 'motivation'] as const;

/** What the tab says of forms: how many are out, how many came back. */
export const formFigures = z.strictObject({ printed: z.number(), entered: z.number() });
export type FormFigures = z.infer<typeof formFigures>;
