/** Finds the steps of courses that answer a text, in the reader's language: by the words they share (BM25), their beginnings and small slips. */
import MiniSearch from 'minisearch';
import type { Language } from '../../../../platform/words.ts';
import stops from '../content/stop-words.json' with { type: 'json' };
import type { Course } from '../../model.ts';
import type { Finding, Help } from '../model.ts';
import { keyOf, tokensIn } from '../phrases/rules.ts';

interface Entry {
  readonly id: string;
  readonly course: string;
  readonly title: string;
  readonly text: string;
}

export type CourseSearch = (wanted: string, help?: Help) => Finding[];

const mostFindings = 3;
/** What answers so much less than the best is left out. */
const least = 0.3;
/** In a chat. */
const longestExtract = 260;
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(' ').map(keyOf));
const stopWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  ...{ nl: wordsOf(stops.nl), fr: wordsOf(stops.fr), de: wordsOf(stops.de), en: wordsOf(stops.en) },
};

/** Endings that say how often, when or whose; what is left need not be a word. */
const endings: Readonly<Record<Language, RegExp>> = {
  nl: /(?:ingen|heden|elijk|eren|en|er|es|e|s|t)$/,
  fr: /(?:ements|ement|ations|ation|aient|ions|erai|eront|eur|euse|ent|ons|ez|er|es|ee|e|s)$/,
  de: /(?:ungen|heiten|keiten|ung|ern|em|en|er|es|e|n|s|t)$/,
  en: /(?:ations|ation|ings|ing|ness|ies|ied|ers|er|ed|es|ly|s|y|e)$/,
};
const shortestStem = 4;

export function stemOf(word: string, language: Language): string {
  const key = keyOf(word);
  const bare = key.replace(endings[language], '');
  return bare.length >= shortestStem ? bare : key;
}

export function courseSearch(language: Language, courses: readonly Course[]): CourseSearch {
  const found = new Map<string, Finding>(
    courses.flatMap((course) =>
      course.steps.map((_, step) => [`${course.id} ${step}`, findingOf(course, step)] as const),
    ),
  );
  const index = new MiniSearch<Entry>({
    fields: ['title', 'course', 'text'],
    tokenize: (text) => tokensIn(text).map(({ key }) => key),
    processTerm: (term) => (term.length < 2 || stopWords[language].has(term) ? null : stemOf(term, language)),
  });
  index.addAll([...found].map(([id, one]) => entryOf(id, one, courses)));
  const options = {
    boost: { title: 3, course: 5 },
    prefix: (term: string) => term.length >= 4,
    fuzzy: (term: string) => (term.length >= 6 ? 0.2 : false),
  } as const;
  return (wanted, help) => {
    const keys = keysOf(wanted);
    const named = courses.filter(({ title }) => keys.includes(keysOf(title))).map(({ id }) => found.get(`${id} 0`));
    const results = index.search(wanted, options);
    const best = results
      .filter(({ score }) => score >= least * (results[0]?.score ?? 0))
      .map(({ id }) => found.get(String(id)));
    const usual = results.length > 0 ? [] : usualSteps(courses, help).map((id) => found.get(id));
    const all = [...new Set([...named, ...best, ...usual])].flatMap((one) => one ?? []);
    return all.filter(isFirstOfCourse).slice(0, mostFindings);
  };
}

/** With a space on both sides, so that whole words are compared. */
const keysOf = (text: string): string =>
  ` ${tokensIn(text)
    .map(({ key }) => key)
    .join(' ')} `;

/** One step of each course: three of the same would hide the others. */
const isFirstOfCourse = (one: Finding, at: number, all: readonly Finding[]): boolean =>
  all.findIndex(({ courseId }) => courseId === one.courseId) === at;

/** Where somebody begins when nothing was found: never nothing. */
const begins: Readonly<Record<Help, readonly Course['id'][]>> = {
  goal: ['setting-goals', 'taking-initiative', 'voicing-needs'],
  talk: ['voicing-needs', 'first-meeting', 'active-listening'],
  feedback: ['feedback', 'active-listening', 'voicing-needs'],
  course: ['first-meeting', 'setting-goals', 'active-listening'],
};
const usualSteps = (courses: readonly Course[], help: Help = 'course'): string[] =>
  begins[help].filter((id) => courses.some((one) => one.id === id)).map((id) => `${id} 0`);

function entryOf(id: string, { course, title }: Finding, courses: readonly Course[]): Entry {
  const [courseId = '', step = '0'] = id.split(' ');
  const one = courses.find((other) => other.id === courseId)?.steps[Number(step)];
  const asked = one?.asked ? [one.asked.ask, ...one.asked.choices.flatMap(({ text, effect }) => [text, effect])] : [];
  return { id, course, title, text: [one?.text ?? '', one?.box?.text ?? '', ...asked].join('\n') };
}

function findingOf({ id, title: course, minutes, steps }: Course, step: number): Finding {
  const { title = '', text = '', box, asked } = steps[step] ?? {};
  const whole = text === '' ? (box?.text ?? asked?.ask ?? '') : text;
  return { courseId: id, step, course, minutes, title, text: extractOf(whole) };
}

/** The first sentences, without Markdown. */
function extractOf(text: string): string {
  const bare = text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[-*>]|\d+\.)\s+/gm, '')
    .replace(/[*_`]/g, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (bare.length <= longestExtract) return bare;
  const cut = bare.slice(0, longestExtract);
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('? '), cut.lastIndexOf('! '));
  return end > longestExtract / 3 ? cut.slice(0, end + 1) : `${cut.replace(/\s+\S*$/u, '')} …`;
}
