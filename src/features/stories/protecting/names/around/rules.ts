/** What the words around say of a name that no list knows, and names where no word has a capital. */
import type { Language } from '../../../../../platform/words.ts';
import type { Directory } from '../../directory/rules.ts';
import { isCommonName, isTown } from '../../lists/rules.ts';
import type { Word } from '../../reading/rules.ts';
import { isGiven, isWord } from '../beside/rules.ts';

interface Held {
  readonly facts: { readonly directory: Pick<Directory, 'given' | 'family'> };
  readonly language: Language;
}

const beforeName =
  /^(?:with|and|from|by|met|en|van|mit|und|von|vom|der|die|den|dem|avec|et|chez|merci|thanks|bedankt|danke|was|is|ist|war|war|mein|my|mijn|mon)$/;

/** Where no word has a capital: a name of the list that is nothing else, or a rarer one after a word that names follow. */
export function isPlainName(words: readonly Word[], at: number, known: Held): boolean {
  const { key } = words[at]!;
  if (key.length < 3 || isWord(key, known)) return false;
  if (isTown(key) && !isCommonName(key)) return false;
  if (isCommonName(key)) return true;
  const before = words[at - 1];
  return key.length > 4 && before !== undefined && beforeName.test(before.key) && isGiven(key, known);
}

const foreign = /[çğıışøåłńśćžšñãõêéèáíóúâ]/iu;
export const isForeign = (text: string): boolean => foreign.test(text);
const acts: Readonly<Record<Language, RegExp>> = {
  nl: /^(?:zei|vroeg|lachte|antwoordde|knikte|vertelde|gaf|luisterde|legde|leerde|hielp|toonde|schreef|belde)$/,
  fr: /^(?:dit|demanda|demande|repond|rit|sourit|explique|ecoute|appelle|hoche|raconte|m)$/,
  de: /^(?:sagte|sagt|fragte|lachte|nickte|meinte|meint|erzahlte|zeigte|gab|half|schrieb|rief|loste|horte|erklarte|hat|aus|vom)$/,
  en: /^(?:said|says|asked|laughed|nodded|told|taught|showed|gave|listened|helped|wrote|rang|smiled|answered|reckons|reckoned)$/,
};
/** Somebody says and asks. */
export const isActing = (next: Word, language: Language): boolean =>
  !next.isCut && next.gap === ' ' && !next.isCapital && acts[language].test(next.key);

const speaks = /^(?:sagte|sagt|fragte|lachte|nickte|meinte|meint|erzahlte|zeigte|half|rief)$/;

export const isSpeaking = (next: Word): boolean => next.gap === ' ' && speaks.test(next.key);

/** A row of words that all have capitals is a title of something. */
export function isTitled(words: readonly Word[], at: number): boolean {
  const beside = [words[at - 1], words[at + 1]];
  return beside.some(
    (one, place) =>
      one !== undefined &&
      one.isCapital &&
      !one.isFirst &&
      one.key.length > 3 &&
      /^[ -]$/.test(place === 0 ? words[at]!.gap : one.gap),
  );
}

/** Before a German noun. */
export const article =
  /^(?:de[rmns]|die|das|des|(?:ein|kein|mein|dein|sein|ihr|unser|euer|eur|dies|jed|jen|welch)(?:e[nmrs]?)?|im|am|zu[mr]|ins|ans|beim|vom|aufs)$/;
