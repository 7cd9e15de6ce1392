/** What somebody types to begin: a few words in four languages, and behind them perhaps what it is about. Anything else is none of the coach's. */
import { languages, type Language } from '../../../../platform/words.ts';
import type { Help } from '../model.ts';
import { shown } from '../filter/rules.ts';

export interface HeardCoach {
  /** Nothing: all four are offered. */
  readonly help?: Help;
  /** What stood behind the words, as it was typed. */
  readonly about: string;
  /** The reader's, unless the words belong to another language only. */
  readonly language: Language;
}

/** Longer ones first: a shorter one may begin the same. */
const words: Readonly<Record<Language, Readonly<Record<Help | 'coach', readonly string[]>>>> = {
  nl: {
    coach: ['coach', 'help me met oefenen', 'ik wil oefenen'],
    goal: [
      'help me een doel te formuleren',
      'help me een doel formuleren',
      'help me met mijn doel',
      'help me met een doel',
      'doel formuleren',
      'mijn doel',
      'doel',
    ],
    talk: [
      'help me mijn gesprek voorbereiden',
      'help me een gesprek voorbereiden',
      'een gesprek voorbereiden',
      'gesprek voorbereiden',
      'mijn gesprek voorbereiden',
      'bereid mijn gesprek voor',
    ],
    feedback: ['help me feedback geven', 'feedback oefenen', 'oefen feedback', 'feedback geven', 'feedback'],
    course: ['zoek een cursus', 'vind een cursus', 'welke cursus', 'cursus zoeken', 'cursussen', 'cursus'],
  },
  fr: {
    coach: ['coach', 'je veux m’entraîner'],
    goal: [
      'aide-moi à formuler un objectif',
      'aide-moi à formuler mon objectif',
      'formuler un objectif',
      'formuler mon objectif',
      'mon objectif',
      'objectif',
    ],
    talk: [
      'aide-moi à préparer mon entretien',
      'aide-moi à préparer un entretien',
      'préparer un entretien',
      'préparer mon entretien',
      'préparer une conversation',
      'préparer ma conversation',
    ],
    feedback: ['aide-moi à donner un feedback', 'm’exercer au feedback', 'donner un feedback', 'feedback'],
    course: ['trouve un cours', 'trouver un cours', 'cherche un cours', 'quel cours', 'cours'],
  },
  de: {
    coach: ['coach', 'ich möchte üben'],
    goal: [
      'hilf mir, ein ziel zu formulieren',
      'hilf mir ein ziel zu formulieren',
      'hilf mir bei meinem ziel',
      'hilf mir mit meinem ziel',
      'ziel formulieren',
      'mein ziel',
      'ziel',
    ],
    talk: [
      'hilf mir, ein gespräch vorzubereiten',
      'hilf mir, mein gespräch vorzubereiten',
      'hilf mir mein gespräch vorzubereiten',
      'gespräch vorbereiten',
      'mein gespräch vorbereiten',
    ],
    feedback: ['hilf mir feedback zu geben', 'feedback üben', 'feedback geben', 'feedback'],
    course: ['finde einen kurs', 'such einen kurs', 'suche einen kurs', 'welcher kurs', 'kurs suchen', 'kurse', 'kurs'],
  },
  en: {
    coach: ['coach', 'help me practise', 'i want to practise'],
    goal: [
      'help me word a goal',
      'help me word my goal',
      'help me with my goal',
      'help me set a goal',
      'word a goal',
      'my goal',
      'goal',
    ],
    talk: [
      'help me prepare my talk',
      'help me prepare a talk',
      'prepare my talk',
      'prepare a talk',
      'prepare my meeting',
    ],
    feedback: [
      'help me give feedback',
      'practise giving feedback',
      'practise feedback',
      'practice feedback',
      'give feedback',
      'feedback',
    ],
    course: ['find the course', 'find a course', 'find me a course', 'which course', 'courses', 'course'],
  },
};

const order = ['goal', 'talk', 'feedback', 'course', 'coach'] as const;
/** What joins the words to what it is about. */
const joint =
  /^(?:\s*[:,–-]\s*|\s+(?:over|rond|voor|met|sur|pour|avec|à propos de|über|zu|zum|mit|für|about|on|for|with)\s+)/u;

export function hearCoach(typed: string, reader: Language): HeardCoach | undefined {
  const text = shown(typed).replace(/^\//, '');
  const flat = flatOf(text);
  for (const help of order) {
    const spoken = languages.flatMap((language) => {
      const about = words[language][help]
        .map((word) => aboutAfter(flatOf(word), flat, text))
        .find((one) => one !== undefined);
      return about === undefined ? [] : [{ language, about }];
    });
    const heard = spoken.find(({ language }) => language === reader) ?? spoken[0];
    if (heard) return { ...heard, ...(help === 'coach' ? {} : { help }) };
  }
  return undefined;
}

/** Letter for letter as long as the text, so that a place in one is a place in the other. */
const flatOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('-', ' ')
    .replace(/\p{L}/gu, (one) => (one.length === 1 ? (one.normalize('NFD')[0] ?? one) : one));

/** Empty when the words are the whole text; undefined when they are not what the text begins with. */
function aboutAfter(word: string, flat: string, text: string): string | undefined {
  if (!flat.startsWith(word)) return undefined;
  const rest = text.slice(word.length);
  if (/^[\s!.?…,]*$/u.test(rest)) return '';
  const joined = joint.exec(rest)?.[0];
  return joined === undefined ? undefined : rest.slice(joined.length).trim();
}
