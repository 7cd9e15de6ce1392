/**
 * What a page says of itself to whoever does not see it: one h1, headings without a jump, one main part and names for the others of a kind,
 * its name as the title of the document, its language, and the language of each part that is in another one (WCAG 1.3.1, 2.4.2, 2.4.6, 3.1.1, 3.1.2).
 */
import type { Frame } from 'playwright-core';
import type { Language } from '../../../src/platform/words.ts';
import { askPage } from '../../support/window.ts';

/** Little words that only one of the four languages has. */
const littleWords: Readonly<Record<Language, string>> = {
  nl: 'het een van dat niet voor met zijn hoe jij je wordt bij ook nog naar hebben deze',
  fr: 'le les des une est et pas pour avec qui que dans vous tu ton ta tes sont sur ce cette aux',
  de: 'der das ein eine und nicht für mit ist wer dem den dein deine sind auf wird bei auch noch sich',
  en: 'the and not for with who how you your are this that have from they it to what',
};

export function structureFaults(frame: Frame, lang: Language): Promise<readonly string[]> {
  return askPage(
    frame,
    ({ language, words }) => {
      const faults: string[] = [];
      const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, [role=heading]')]
        .filter((one) => one.checkVisibility())
        .map((one) => ({
          level: Number(one.getAttribute('aria-level') ?? one.tagName.slice(1)),
          text: one.textContent.trim().slice(0, 50),
        }));
      const first = headings.filter(({ level }) => level === 1);
      if (first.length !== 1) faults.push(`has ${first.length} h1`);
      headings.forEach(({ level, text }, at) => {
        const before = headings[at - 1]?.level ?? 0;
        if (level > before + 1) faults.push(`goes from heading ${before} to ${level} at ${text}`);
        if (text === '') faults.push(`has an empty h${level}`);
      });
      if (document.querySelectorAll('main').length !== 1) faults.push('has not one main part');
      if (document.title !== document.querySelector('h1')?.textContent.trim())
        faults.push(`has the title ${document.title}`);
      if (document.documentElement.lang !== language) faults.push(`says it is in ${document.documentElement.lang}`);
      for (const kind of ['nav', 'section[aria-label], section[aria-labelledby]', 'fieldset']) {
        const parts = [...document.querySelectorAll(kind)].filter((one) => one.checkVisibility());
        for (const one of parts) {
          const by = one.getAttribute('aria-labelledby');
          const name =
            one.getAttribute('aria-label') ??
            (by === null
              ? one.querySelector(':scope > legend')?.textContent
              : document.getElementById(by)?.textContent);
          if (!name?.trim())
            faults.push(`has a ${one.tagName.toLowerCase()} without a name: ${one.outerHTML.slice(0, 80)}`);
        }
      }
      const known = Object.entries(words).map(([name, list]) => [name, new Set(list.split(' '))] as const);
      for (const one of document.querySelectorAll(
        'main p, main li, main dd, main td, main h2, main h3, main button, main label, main a, main span',
      )) {
        // What people wrote themselves has a direction of its own, where nobody knows its language.
        if (one.closest('[dir=auto]')) continue;
        if (one.closest('[lang]') !== document.documentElement || !one.checkVisibility()) continue;
        const text = [...one.childNodes]
          .filter((part) => part instanceof Text)
          .map(({ data }) => data)
          .join(' ');
        const said = text.toLowerCase().match(/\p{L}+/gu) ?? [];
        if (said.length < 5) continue;
        const counts = known.map(([name, list]) => ({ name, count: said.filter((word) => list.has(word)).length }));
        const [best] = counts.toSorted((a, b) => b.count - a.count);
        const own = counts.find(({ name }) => name === language)?.count ?? 0;
        if (best && best.name !== language && best.count >= 2 && best.count > 2 * own)
          faults.push(`does not say that this is ${best.name}: ${text.trim().slice(0, 70)}`);
      }
      return [...new Set(faults)];
    },
    { language: lang as string, words: littleWords as Readonly<Record<string, string>> },
  );
}
