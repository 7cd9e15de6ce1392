/** Courses are files beside this one; how far a person is lies in the person's partition; a programme keeps who is trained. */
import { readFileSync } from 'node:fs';
import { rowsOf, type Tables } from '../../platform/tables.ts';
import { unbroken, type Language } from '../../platform/words.ts';
import { completion, progress, type Course, type CourseId } from './model.ts';
import { readCourse } from './format/rules.ts';

/** Key: the course. */
export const progressRows = rowsOf('people', 'coursework', progress);
export const completions = rowsOf('people', 'completion', completion);
/** For figures; written after the completion. Key: person, course. */
export const trained = rowsOf('programmes', 'trained', completion);

/** How far somebody is in a course, and that it is done: between two keys of their partition, so read in one go. */
export async function workIn(tables: Tables, personId: string, id: CourseId) {
  const all = await tables.range('people', personId, { from: `completion.${id}`, to: `coursework.${id}~` });
  return { progress: progressRows.among(personId, all, id), done: completions.among(personId, all, id) };
}

const read = new Map<string, Course>();

export function courseIn(id: CourseId, language: Language): Course {
  const name = `${id}.${language}`;
  let found = read.get(name);
  if (!found) {
    const file = readFileSync(new URL(`./content/${name}.md`, import.meta.url), 'utf8');
    const text = readCourse(unbroken(language, file));
    if (!text.course) throw new Error(`${name}.md: ${JSON.stringify(text.problems)}`);
    found = { ...text.course, id };
    read.set(name, found);
  }
  return found;
}
