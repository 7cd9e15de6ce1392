/**
 * What sets a life apart: a trade from before or that few have, a hobby that colleagues know, a small language, an age in bare numbers, a
 * corner of the organisation that the directory does not know. And what is private, or was told in confidence by somebody else.
 */
import type { Language } from '../../../../../platform/words.ts';
import de from '../../content/lives-de.json' with { type: 'json' };
import en from '../../content/lives-en.json' with { type: 'json' };
import fr from '../../content/lives-fr.json' with { type: 'json' };
import nl from '../../content/lives-nl.json' with { type: 'json' };
import instead from '../../content/instead.json' with { type: 'json' };
import { lists, phraseKey } from '../../lists/rules.ts';
import { phraseFinder, type PhraseFinder, type Span } from '../../phrases/rules.ts';
import type { Word } from '../../reading/rules.ts';
import type { Draft } from '../model.ts';

const lives = { nl, fr, de, en };
const privateKinds = ['health', 'family', 'origin', 'orientation', 'belief', 'crime'] as const;

interface Finders {
  readonly job: PhraseFinder;
  readonly hobby: PhraseFinder;
  readonly tongue: PhraseFinder;
  readonly unit: PhraseFinder;
  readonly about: PhraseFinder;
  readonly alone: PhraseFinder;
  readonly made: PhraseFinder;
  readonly leads: PhraseFinder;
  readonly age: PhraseFinder;
  readonly told: readonly (readonly [(typeof privateKinds)[number], PhraseFinder])[];
}

const made = new Map<Language, Finders>();

function findersFor(language: Language): Finders {
  const known = made.get(language);
  if (known) return known;
  const { job, hobby, tongue, unit, about, alone, made: own, leads, private: told } = lives[language];
  const finder = (line: string): PhraseFinder => phraseFinder(line, lists[language].words);
  const next: Finders = {
    ...{ job: finder(job), hobby: finder(hobby), tongue: finder(tongue), unit: finder(unit), about: finder(about) },
    ...{ alone: finder(alone), made: finder(own), leads: finder(leads) },
    ...{ age: finder('{tens} ?{ones}'), told: privateKinds.map((kind) => [kind, finder(told[kind])] as const) },
  };
  made.set(language, next);
  return next;
}

export function livesIn(words: readonly Word[], language: Language): Draft[] {
  const find = findersFor(language);
  const { lives: other, unique, group, others } = instead[language];
  return [
    ...find
      .job(words)
      .filter(({ from }) => !isVisited(words, from))
      .map((span): Draft => uniqueOf('role', withArticle(words, span), [other.job])),
    ...find.hobby(words).map((span): Draft => uniqueOf('award', withArticle(words, span), [other.hobby])),
    ...find.alone(words).map((span): Draft => uniqueOf('only', span, [])),
    ...find.made(words).map((span): Draft => uniqueOf('founder', span, [])),
    ...find.leads(words).map((span): Draft => uniqueOf('role', span, [])),
    ...find.tongue(words).map((span): Draft => uniqueOf('language', span, unique.language)),
    ...agesIn(words, find.age(words), language).map((span): Draft => uniqueOf('age', span, [unique.age])),
    ...find
      .unit(words)
      .map((span): Draft => ({ kind: 'small-group', why: 'department', span, instead: [group.department] })),
    ...find
      .about(words)
      .filter((span) => !isVeiled(words, span, others))
      .map((span): Draft => ({ kind: 'others', why: 'about', span: told(words, span), instead: [others] })),
    ...find.told.flatMap(([why, of]) =>
      of(words).map((span): Draft => ({ kind: 'sensitive', why, span, instead: [] })),
    ),
  ];
}

const uniqueOf = (
  why: 'role' | 'award' | 'language' | 'age' | 'only' | 'founder',
  span: Span,
  words: readonly string[],
): Draft => ({
  ...{ kind: 'unique', why, span, instead: words },
});

/** "I go to the baker". */
function isVisited(words: readonly Word[], from: number): boolean {
  const [one, two] = [words[from - 1]?.key ?? '', words[from - 2]?.key ?? ''];
  if (/^(?:beim|zum|zur|bei)$/.test(one)) return true;
  return /^(?:the|de|het|le|la|l|den|dem|der)$/.test(one) && /^(?:to|at|from|naar|bij|chez|bei|zu)$/.test(two);
}

const article = /^(?:an?|een|une?|eine?[nmrs]?)$/;

/** "A tailor", so that what stands there instead is a whole. */
function withArticle(words: readonly Word[], { from, to }: Span): Span {
  const before = words[from - 1];
  const isOne = before !== undefined && article.test(before.key) && words[from]!.gap === ' ';
  return { from: isOne ? from - 1 : from, to };
}

const telling = /^(?:that|how|about|dat|hoe|over|que|qu|comment|dass|wie)$/;

const being =
  /^(?:is|was|were|has|had|got|werd|wordt|heeft|est|etait|fut|a|avait|ist|war|wurde|worden|hat|hatte|geworden)$/;

/** Of "she told me that she lost a child" what she told; of "a colleague was dismissed" what is said of them. */
function told(words: readonly Word[], { from, to }: Span): Span {
  const own = words.slice(from, to);
  const at = own.findLastIndex(({ key }) => telling.test(key));
  if (at > 0 && from + at + 2 <= to) return { from: from + at + 2, to };
  const verb = own.findIndex(({ key }) => being.test(key));
  return verb > 0 ? { from: from + verb, to } : { from, to };
}

/** What was said in its place already. */
const isVeiled = (words: readonly Word[], { from, to }: Span, veil: string): boolean =>
  words
    .slice(from, to + 4)
    .map(({ key }) => key)
    .join(' ')
    .includes(phraseKey(veil));

const at: Readonly<Record<Language, RegExp>> = {
  nl: /^(?:van|op|met|rond|bijna|pas|net)$/,
  fr: /^(?:a|de|avec|presque|bientot)$/,
  de: /^(?:mit|von|um|fast|knapp|schon|erst)$/,
  en: /^(?:at|of|aged|nearly|almost|only|turned)$/,
};
const after =
  /^(?:begon|ben|was|fing|bin|war|lerne|started|am|still|again|commence|recommence|and|en|et|und|i|ik|ich|je|j|if|als|toen|when|wenn|she|he|ze|hij|elle|il|sie|er)$/;

/** "Sixty-three, and still here"; "at fifty-four": a number that counts nothing. */
function agesIn(words: readonly Word[], numbers: readonly Span[], language: Language): Span[] {
  return numbers.filter(({ from, to }) => {
    const [first, before, next] = [words[from]!, words[from - 1], words[to + 1]];
    const isWritten = /^\p{L}/u.test(first.text);
    const isAlone = next === undefined || /^\s*[,.;:!?…)–—]/u.test(next.gap);
    if (first.isFirst)
      return isAlone && next !== undefined && (isWritten || before === undefined) && next.gap.startsWith(',');
    if (!before || first.gap !== ' ' || !at[language].test(before.key)) return false;
    return isWritten
      ? isAlone || (next !== undefined && after.test(next.key))
      : next !== undefined && after.test(next.key) && next.gap === ' ' && !/^\d/.test(words[to + 2]?.key ?? '1');
  });
}
