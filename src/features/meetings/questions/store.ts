/** Questions are files beside this one, read once. */
import { readFileSync } from 'node:fs';
import { questionSet, type About, type Question, type QuestionSet } from './model.ts';
import { aboutOf } from './rules.ts';

const read = new Map<About, QuestionSet>();

export function questionsAbout(about: About): QuestionSet {
  let found = read.get(about);
  if (!found) {
    const text = readFileSync(new URL(`./content/talk-${about}.json`, import.meta.url), 'utf8');
    found = questionSet.parse(JSON.parse(text));
    read.set(about, found);
  }
  return found;
}

/** Nothing for a question that a later release left out. */
export function questionOf(questionId: string): Question | undefined {
  const about = aboutOf(questionId);
  if (about === undefined) return undefined;
  const { openers, questions } = questionsAbout(about);
  return [...openers, ...questions].find(({ id }) => id === questionId);
}
