/** Short texts that several pages of surveys share: whom one asks, and how many answered. */
import type { Language } from '../../../platform/words.ts';
import { useSay } from '../../../ui/language.tsx';
import type { Headcount } from '../../release/model.ts';
import type { Audience } from '../model.ts';
import { say } from '../words.ts';

export function useAudienceName(): (audience: Audience) => string {
  const t = useSay(say);
  return (audience) => {
    if (audience.kind === 'everybody') return t('audience.everybody');
    const [first = '', ...others] = audience.departments;
    return others.length === 0 ? first : t('audience.more', { first, count: others.length });
  };
}

/** A number from ten on, a band below; of a part always a band. */
export function useHeadcount(): (headcount: Headcount) => string | number {
  const t = useSay(say);
  return (headcount) => {
    if (headcount.kind === 'exact') return headcount.people;
    const { from, to } = headcount.kind === 'band' ? headcount : { from: 0, to: 0 };
    return t(`headcount.${headcount.kind}`, { from, to });
  };
}

/** `Nederlands`, `français`: each language in itself, or as the reader calls it. */
export function ownName(language: Language, reader: Language = language): string {
  return new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language;
}
