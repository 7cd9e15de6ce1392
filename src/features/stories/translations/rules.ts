/** Which translation counts: of the words as they are now, not ended, with the yes of both. Rows in, an answer out. */
import type { Language } from '../../../platform/words.ts';
import { partNames, type Story } from '../model.ts';
import type { Translation, TranslatedWords, TranslationDraft } from './model.ts';

type Told = Pick<Story, 'authorId' | 'partnerId' | 'version' | 'language'>;

/** Both agreed to its words: before that there is nothing to say again. */
export function isToTranslate({ state }: Pick<Story, 'state'>): boolean {
  return state === 'review' || state === 'published';
}

export const isTold = (personId: string, { authorId, partnerId }: Pick<Story, 'authorId' | 'partnerId'>): boolean =>
  personId === authorId || personId === partnerId;

/** It can still be agreed to, or is. */
export function isOpen(one: Translation, of: Pick<Story, 'version'>): boolean {
  return one.endedAt === undefined && one.version === of.version;
}

export function missingYes({ yes }: Pick<Translation, 'yes'>, { authorId, partnerId }: Told): string[] {
  return [authorId, partnerId].filter((personId) => !yes.some((entry) => entry.personId === personId));
}

/** Whether the story itself may be shown is asked first, and elsewhere. */
export function countsFor(one: Translation, of: Told): boolean {
  return isOpen(one, of) && one.language !== of.language && missingYes(one, of).length === 0;
}

/** In the language of whoever reads; nothing where the original is in it, or no translation counts. */
export function translationIn(language: Language, of: Told, all: readonly Translation[]): Translation | undefined {
  return language === of.language ? undefined : all.find((one) => one.language === language && countsFor(one, of));
}

/** A story's words in one language. */
export interface ToldIn extends Pick<Story, 'title' | 'parts' | 'language' | 'voice' | 'picture'> {
  /** The text that these words are of, where they are a translation. */
  readonly translationId?: string;
}

/** The words for whoever reads in this language: an agreed translation where there is one, the original elsewhere. */
export function toldIn(language: Language, one: Story, all: readonly Translation[]): ToldIn {
  const found = translationIn(language, one, all);
  const { title, parts, voice, picture } = found ? { picture: one.picture, ...found } : one;
  const alternative = found?.alternative;
  return {
    ...{ title, parts, language: found?.language ?? one.language },
    ...(voice === undefined ? {} : { voice }),
    ...(picture === undefined ? {} : { picture: alternative === undefined ? picture : { ...picture, alternative } }),
    ...(found ? { translationId: found.id } : {}),
  };
}

/** Languages in which it may leave: its own first. */
export function languagesOf(of: Told, all: readonly Translation[]): Language[] {
  return [of.language, ...all.filter((one) => countsFor(one, of)).map(({ language }) => language)];
}

/** Each part says again what was told, and nothing is told that was not; gives the fields that do not fit. */
export function unlike(
  draft: Pick<TranslationDraft, 'parts' | 'voice' | 'alternative'>,
  of: Pick<Story, 'parts' | 'voice' | 'picture'>,
): string[] {
  const both = [
    ...partNames.map((name) => [`parts.${name}`, draft.parts[name], of.parts[name]] as const),
    ['voice', draft.voice ?? '', of.voice ?? ''] as const,
    ['alternative', draft.alternative ?? '', of.picture?.alternative ?? ''] as const,
  ];
  return both.filter(([, said, original]) => (said === '') !== (original === '')).map(([field]) => field);
}

export function sameTranslation(a: TranslatedWords, b: TranslatedWords): boolean {
  const words = ({ title, parts, voice = '', alternative = '' }: TranslatedWords): string =>
    JSON.stringify([title, ...partNames.map((name) => parts[name]), voice, alternative]);
  return words(a) === words(b);
}
