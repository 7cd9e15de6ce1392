/** Themes of open answers and of notes: the proposed ones, own ones, and which of them somebody gave to a text. Safe in the browser. */
import { z } from 'zod';
import { id } from '../../../platform/ids.ts';
import { findings, themeCount } from '../../release/themes/model.ts';
import { longest, questionId, setIds } from '../questions/model.ts';
import { purposes } from '../talks/model.ts';

const name = z.string().trim().min(2).max(60);
const names = z.strictObject({ nl: name, fr: name, de: name, en: name });

/** A proposed theme: for which sets of questions, and for which talks. */
export const proposedTheme = z.strictObject({
  id,
  name: names,
  sets: z.array(z.enum(setIds)),
  purposes: z.array(z.enum(purposes)),
});

export const themeDraft = z.strictObject({ name });
export const ownTheme = themeDraft.extend({ id });
export type OwnTheme = z.infer<typeof ownTheme>;
export const mostOwnThemes = 30;

/** A theme as it is chosen from, in the reader's language. */
export const theme = z.strictObject({
  ...{ id, name: z.string(), isOwn: z.boolean() },
  ...{ sets: z.array(z.enum(setIds)), purposes: z.array(z.enum(purposes)) },
});
export type Theme = z.infer<typeof theme>;

export const mostThemes = 6;
export const givenThemes = z.strictObject({ themes: z.array(id).max(mostThemes) });

/** A text of an open answer, which was told, with its themes. */
export const codedText = givenThemes.extend({ itemId: questionId, text: z.string().min(1).max(longest.long) });
export type CodedText = z.infer<typeof codedText>;

/** Kept under the text itself, so that nothing leads from it to an answer. */
export const coding = givenThemes;

export const textsPage = z.strictObject({
  title: z.string(),
  items: z.array(
    z.strictObject({
      id: questionId,
      question: z.string(),
      /** Not told yet, or too few answered. */
      isTold: z.boolean(),
      texts: z.array(givenThemes.extend({ text: z.string() })),
      counts: z.array(themeCount),
    }),
  ),
  themes: z.array(theme),
});
export type TextsPage = z.infer<typeof textsPage>;

export const told = findings.pick({ about: true, people: true, themes: true, quotes: true });
export const shareOutcome = z.strictObject({ outcome: z.enum(['told', 'waits']) });
