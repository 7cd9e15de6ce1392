/** Short texts that several pages of surveys share: whom one asks, and how many answered. */
import type { Language } from '../../../platform/words.ts';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import type { Headcount } from '../../release/model.ts';
import type { Filters, Sample } from '../audience/model.ts';
import type { Audience } from '../model.ts';
import { kindsOf } from '../audience/rules.ts';
import { say } from '../words.ts';

/** Who is asked, in a few words: of several conditions the first, and how many more there are. */
export function useAudienceName(): (audience: Audience, sample?: Sample) => string {
  const t = useSay(say);
  const language = useLanguage();
  const listed = ([first = '', ...others]: readonly string[], more: 'audience.more' | 'audience.list.more'): string =>
    others.length === 0 ? first : t(more, { first, count: others.length });
  const chosenName = (chosen: Filters, kind: keyof Filters): string => {
    const { departments = [], sites = [], countries = [], languages = [], groups = [], participants } = chosen;
    switch (kind) {
      case 'departments':
        return listed(departments, 'audience.more');
      case 'sites':
        return listed(sites, 'audience.list.more');
      case 'countries':
        return listed(countries, 'audience.list.more');
      case 'languages':
        return listed(
          languages.map((one) => ownName(one, language)),
          'audience.list.more',
        );
      case 'groups':
        return listed(
          groups.map(({ name }) => name),
          'audience.list.more',
        );
      case 'participants': {
        const [role, other] = participants?.roles ?? [];
        return t(`audience.participants.${other ? 'both' : (role ?? 'both')}`);
      }
      default:
        return kind satisfies never;
    }
  };
  const nameOf = (audience: Audience): string => {
    if (audience.kind === 'everybody') return t('audience.everybody');
    if (audience.kind === 'departments') return listed(audience.departments, 'audience.more');
    const [kind = 'departments', ...others] = kindsOf(audience);
    const first = chosenName(audience, kind);
    return others.length === 0 ? first : t('audience.chosen.more', { first, count: others.length });
  };
  return (audience, sample) => (sample ? t('audience.sample', { audience: nameOf(audience) }) : nameOf(audience));
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
