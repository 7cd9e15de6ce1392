/** Texts are rows of their programme, without a name unless it stands under them; that somebody joined is a row of that person alone. */
import { z } from 'zod';
import { idOf } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/platform.ts';
import { rowsOf } from '../../../platform/tables.ts';
import { circleRemoval, circleText } from './model.ts';

/** Key: the question, the text; of the question itself twice its id. */
export const circleTexts = rowsOf('programmes', 'circletext', circleText);
/** Key: the text that was. */
export const circleRemovals = rowsOf('programmes', 'circleremoval', circleRemoval);
/** Nowhere is a list of those who joined. Key: the programme. */
export const circleMembers = rowsOf('people', 'circle', z.strictObject({}));

/** The mark of one person under one text. Out of marks nobody can tell which are of one person. */
export type Marks = (textId: string, what?: 'wrote' | 'helped') => string;

/** What a person's marks are made of comes from the vault, and is kept nowhere: without it nobody knows whose a mark is. */
export async function marksOf({ circleRing }: Platform, programmeId: string, personId: string): Promise<Marks> {
  const own = await circleRing(programmeId).pseudonym(`writes ${personId}`);
  return (textId, what = 'wrote') => idOf(own, what, textId);
}
