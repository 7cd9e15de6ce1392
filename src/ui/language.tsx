/** The reader's language, and sentences in it. */
import { createContext, use, type ReactNode } from 'react';
import type { Language, Say, Values } from '../platform/words.ts';

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
