/** The reader's language, and sentences in it. */
import { createContext, use, type ReactNode } from 'react';
import { regionOf, type Language, type Say, type Values } from '../platform/words.ts';

const LanguageContext = createContext<Language>('en');

export function LanguageProvider(props: { readonly language: Language; readonly children: ReactNode }): ReactNode {
  return <LanguageContext value={props.language}>{props.children}</LanguageContext>;
}

export function useLanguage(): Language {
  return use(LanguageContext);
}

/** `const t = useSay(say)`, then `t('offer.title', { name })`. */
export function useSay<K extends string>(say: Say<K>): (key: K, values?: Values) => string {
  const language = useLanguage();
  return (key, values) => say(language, key, values);
}

/** Names of languages in that of the reader. */
export function useLanguageNames(): (tag: string) => string {
  const names = new Intl.DisplayNames(regionOf(useLanguage()), { type: 'language' });
  return (tag) => names.of(tag) ?? tag;
}
