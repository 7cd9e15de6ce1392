/** On the page of a pair: where its agreement stands, and the way to it. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { PairSectionProps } from '../../components/sections.tsx';
import { findAgreement } from '../client.ts';
import type { AgreementView } from '../model.ts';
import { say } from '../words.ts';
import { Standing } from './standing.tsx';

export default function AgreementSection({ programmeId, pairId, pair }: PairSectionProps): ReactNode {
  const isShown = pair.state !== 'ended' || pair.ending === 'together';
  return isShown ? <Shown at={{ programmeId, pairId }} /> : undefined;
}

function Shown({ at }: { readonly at: { readonly programmeId: string; readonly pairId: string } }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['agreement', at.pairId], queryFn: () => findAgreement(at) });
  if (found.data && !found.data.open && !found.data.now) return undefined;
  return (
    <Section title={t('title')}>
      <Loaded of={found}>
        {(one) => (
          <>
            {one.now ? <Standing found={one} /> : <p>{t('section.none')}</p>}
            <ButtonLink to={`/programmes/${at.programmeId}/pairs/${at.pairId}/agreement`}>{t(doing(one))}</ButtonLink>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function doing({ now, isDue, open }: AgreementView) {
  if (!now) return 'section.begin';
  if (!open) return 'section.open';
  if (isDue) return 'section.look';
  return now.theirsAt !== undefined && now.mineAt === undefined ? 'section.sign' : 'section.open';
}
