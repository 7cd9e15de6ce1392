/**
 * The lists of sentences that a reader needs. The build puts `spoken` in place of a feature's four lists, and `spokenSoon` in
 * place of the shell's: a guess is fetched at once, what Teams says is waited for, and another language comes when a page asks
 * for it.
 */
import { useEffect, useState } from 'react';
import { languageOf, type Language } from '../platform/words.ts';
import { keptForLong } from './kept-here.ts';

type List = Record<string, unknown>;
type Loads = Readonly<Record<Language, () => Promise<{ readonly default: Readonly<List> }>>>;
type Lists = Readonly<Record<Language, List>>;

const place = 'language';
const all: { readonly loads: Loads; readonly lists: Lists }[] = [];
const soon: Promise<void>[] = [];
let tellTold: (language: Language) => void;
const told = new Promise<Language>((resolve) => {
  tellTold = resolve;
});

/** Once, when it is known which language the person reads; ends when the shell can say its sentences in it. */
export async function speak(language: Language): Promise<void> {
  keptForLong.set(place, language);
  tellTold(language);
  await Promise.all(soon);
}

/** Four lists, of which the reader's is filled. */
export async function spoken(loads: Loads): Promise<Lists> {
  const { lists, filled } = listsOf(loads);
  await filled;
  return lists;
}

/** Four lists, of which the reader's will be filled when `speak` has ended: the shell is there before Teams has said anything. */
export function spokenSoon(loads: Loads): Lists {
  const { lists, filled } = listsOf(loads);
  soon.push(filled);
  return lists;
}

function listsOf(loads: Loads): { readonly lists: Lists; readonly filled: Promise<void> } {
  const lists: Lists = { nl: {}, fr: {}, de: {}, en: {} };
  const guess = languageOf(keptForLong.get(place) ?? navigator.language) ?? 'en';
  const guessed = loads[guess]();
  const fill = async (): Promise<void> => {
    const language = await told;
    Object.assign(lists[language], (await (language === guess ? guessed : loads[language]())).default);
    all.push({ loads, lists });
  };
  return { lists, filled: fill() };
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
