/** What a schema found wrong, as one sentence for each field in the reader's language. */
import type { z } from 'zod';
import type { Language, Values } from '../platform/words.ts';
import type { Sentences } from './sentences.ts';

export interface FieldMessage {
  readonly field: string;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** More is of no use to a reader; somebody who sends 10,000 unknown fields would keep us busy with sentences. */
const mostFields = 20;

/** One message for each field, in the order in which the schema found them; at most twenty. */
export function fieldMessages(issues: readonly Issue[], language: Language, sentences: Sentences): FieldMessage[] {
  const messages = new Map<string, string>();
  for (const issue of issues)
    for (const field of fieldsOf(issue)) {
      if (messages.has(field) || messages.size === mostFields) continue;
      const { word, values } = wordFor(issue);
      messages.set(field, sentences.find(language, [`problem.${word}`, 'problem.wrong'], values));
    }
  return [...messages].map(([field, message]) => ({ field, message }));
}

function fieldsOf(issue: Issue): string[] {
  const path = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [path.join('.')];
  return issue.keys.map((key) => [...path, key].join('.'));
}

interface Word {
  readonly word: string;
  readonly values?: Values;
}

function wordFor(issue: Issue): Word {
  switch (issue.code) {
    case 'invalid_type':
      return { word: wordForType(issue) };
    case 'too_big':
      return { word: wordForBound(issue.origin, 'big'), values: { most: Number(issue.maximum) } };
    case 'too_small':
      return { word: wordForBound(issue.origin, 'small'), values: { least: Number(issue.minimum) } };
    case 'invalid_format':
      return { word: wordsForFormats[issue.format] ?? 'wrong' };
    case 'invalid_value':
      return { word: isMissing(issue.input) ? 'missing' : 'not-one-of' };
    case 'unrecognized_keys':
      return { word: 'unknown-field' };
    case 'not_multiple_of':
      return { word: 'not-whole' };
    case 'custom':
      // A refinement names its own word: `.refine(check, 'ends-before-it-begins')`.
      return { word: issue.message };
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return { word: isMissing(issue.input) ? 'missing' : 'wrong' };
    default:
      return issue satisfies never;
  }
}

const isMissing = (input: unknown): boolean => input === undefined || input === null || input === '';

const wordsForFormats: Readonly<Record<string, string>> = {
  email: 'not-an-email',
  url: 'not-an-address',
  date: 'not-a-day',
  datetime: 'not-a-day',
  time: 'not-a-time',
};

const wordsForTypes: Readonly<Record<string, string>> = {
  number: 'not-a-number',
  int: 'not-whole',
  string: 'not-a-text',
  date: 'not-a-day',
};

function wordForType({ expected, input }: z.core.$ZodIssueInvalidType): string {
  return isMissing(input) ? 'missing' : (wordsForTypes[expected] ?? 'wrong');
}

function wordForBound(origin: string, bound: 'big' | 'small'): string {
  if (origin === 'string') return bound === 'big' ? 'too-long' : 'too-short';
  if (origin === 'array' || origin === 'set') return bound === 'big' ? 'too-many' : 'too-few';
  return bound === 'big' ? 'too-high' : 'too-low';
}
