/** On the page of a pair: what comes of what people were asked; nothing before something was told. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { TextLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { PairSectionProps } from '../../../pairs/components/sections.tsx';
import { findTold } from '../client.ts';
import { say } from '../words.ts';
import { ToldLines } from './told-lines.tsx';

const mostShown = 2;

export default function ToldSection({ programmeId }: PairSectionProps): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['you-said', programmeId], queryFn: () => findTold(programmeId) });
  const lines = found.data?.lines ?? [];
  if (lines.length === 0) return null;
  return (
    <Section title={t('told.section')}>
      <ToldLines lines={lines.slice(0, mostShown)} />
      <p>
        <TextLink to={`/programmes/${programmeId}/you-said`}>{t('told.all')}</TextLink>
      </p>
    </Section>
  );
}
