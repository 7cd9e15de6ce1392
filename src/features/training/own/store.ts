/** The courses of the organisation lie in one partition, which is their list; what belongs to one lies in its own; how far a person is, with the person. */
import { readFileSync } from 'node:fs';
import { rowsOf, type Row, type Tables } from '../../../platform/tables.ts';
import { languages, type Language } from '../../../platform/words.ts';
import { ownCourse, ownText, ownVersion, ownWork, type InLanguages, type OwnCourse, type OwnText } from './model.ts';
import { keptPicture } from './pictures/model.ts';

export const ownCourses = rowsOf('system', 'owncourse', ownCourse);
export const ownPartition = 'own-courses';
/** In the partition of the course. Key: language. */
export const ownTexts = rowsOf('system', 'owntext', ownText);
/** Never changed. Key: a random id, which the course names once it is published. */
export const ownVersions = rowsOf('system', 'ownversion', ownVersion);
export const ownPictures = rowsOf('system', 'ownpicture', keptPicture);
/** Key: the course. */
export const ownWorkRows = rowsOf('people', 'ownwork', ownWork);

export const findCourseRow = (tables: Tables, ownId: string): Promise<Row<OwnCourse> | undefined> =>
  ownCourses.find(tables, ownPartition, ownId);

export async function textsOf(tables: Tables, ownId: string): Promise<InLanguages<OwnText>> {
  const rows = await ownTexts.list(tables, ownId);
  return Object.fromEntries(rows.map(({ key, value }) => [key[0] as Language, value]));
}

/** What lies beside a course that is gone already, and that nobody can write anew. */
export async function dropContents(tables: Tables, id: string): Promise<void> {
  const pictures = await ownPictures.list(tables, id);
  await Promise.all([
    ...languages.map((language) => tables.drop('system', id, `owntext.${language}`)),
    ...pictures.map(({ key }) => tables.drop('system', id, `ownpicture.${key.join('.')}`)),
  ]);
}

const examples = new Map<Language, string>();

/** A short course that shows each kind of step, to begin from. */
export function exampleIn(language: Language): string {
  const known = examples.get(language);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`./content/example.${language}.md`, import.meta.url), 'utf8');
  examples.set(language, text);
  return text;
}
