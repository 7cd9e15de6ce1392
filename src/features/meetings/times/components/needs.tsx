/** What the partner wants one to know, beside everything that is about a meeting; nothing where they said nothing. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { regionOf } from '../../../../platform/words.ts';
import type { PairAddress } from '../../model.ts';
import { findNeeds } from '../client.ts';
import { say } from '../words.ts';

export function Needs({ at, name }: { readonly at: PairAddress; readonly name: string }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const found = useQuery({ queryKey: ['needs', at.pairId], queryFn: () => findNeeds(at) });
  const { needs = [], speak = [] } = found.data ?? {};
  if (needs.length === 0 && speak.length === 0) return undefined;
  const names = new Intl.DisplayNames([regionOf(language)], { type: 'language' });
  const list = new Intl.ListFormat(regionOf(language), { type: 'disjunction' }).format(
    speak.map((one) => names.of(one) ?? one),
  );
  const lines = [...needs.map((one) => t(`needs.${one}`)), ...(speak.length > 0 ? [t('needs.speak', { list })] : [])];
  return <Notice title={t('needs.title', { name })}>{lines.join(' ')}</Notice>;
}
