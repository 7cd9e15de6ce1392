/**
 * The lists of sentences that a reader needs. The build puts `spoken` in place of a feature's four lists: a guess is fetched
 * at once, what Teams says is waited for, and another language comes when a page asks for it.
 */
import { useEffect, useState } from 'react';
import { languageOf, type Language } from '../platform/words.ts';
import { keptForLong } from './kept-here.ts';

type List = Record<string, unknown>;
type Loads = Readonly<Record<Language, () => Promise<{ readonly default: Readonly<List> }>>>;
type Lists = Readonly<Record<Language, List>>;

const place = 'language';
const all: { readonly loads: Loads; readonly lists: Lists }[] = [];
let tellTold: (language: Language) => void;
const told = new Promise<Language>((resolve) => {
  tellTold = resolve;
});

/** Once, when Teams has said which language the person reads. */
export function speak(language: Language): void {
  keptForLong.set(place, language);
  tellTold(language);
}

/** Four lists, of which the reader's is filled. */
export async function spoken(loads: Loads): Promise<Lists> {
  const guess = languageOf(keptForLong.get(place) ?? navigator.language) ?? 'en';
  const guessed = loads[guess]();
  const language = await told;
  const lists: Lists = { nl: {}, fr: {}, de: {}, en: {} };
  Object.assign(lists[language], (await (language === guess ? guessed : loads[language]())).default);
  all.push({ loads, lists });
  return lists;
}

/**
 * True once sentences can be said in this language too; a page that shows what others will read (`say('fr', ...)`) waits
 * for it. The reader's own language needs no waiting.
 */
export function useLanguageToo(language: Language): boolean {
  const [ready, setReady] = useState<readonly Language[]>([]);
  useEffect(() => {
    let isHere = true;
    const fill = async ({ loads, lists }: (typeof all)[number]): Promise<void> => {
      Object.assign(lists[language], (await loads[language]()).default);
    };
    void Promise.all(all.map(fill)).then(() => isHere && setReady((before) => [...before, language]));
    return () => {
      isHere = false;
    };
  }, [language]);
  return ready.includes(language);
}
