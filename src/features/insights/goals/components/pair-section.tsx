/** On the page of a pair whose programme has closed: the way to what came of it. Before that there is nothing to show. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { PairSectionProps } from '../../../pairs/components/sections.tsx';
import { hasOutcome } from '../client.ts';
import { say } from '../words.ts';

export default function OutcomeSection({ programmeId }: PairSectionProps): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['has-outcome', programmeId], queryFn: () => hasOutcome(programmeId) });
  if (!found.data?.isThere) return undefined;
  return (
    <Section title={t('outcome.section')}>
      <ButtonLink to={`/programmes/${programmeId}/outcome`}>{t('outcome.open')}</ButtonLink>
    </Section>
  );
}
