/** What a story brings, in four numbers. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Figure, Figures } from '../../../../ui/figure.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { Section } from '../../../../ui/page.tsx';
import { useHeadcount } from '../../../surveys/components/sayings.ts';
import { findEffect } from '../client.ts';
import { say } from '../words.ts';

const shown = ['reads', 'helped', 'arrived', 'applied'] as const;

export function EffectSection({
  programmeId,
  storyId,
}: {
  readonly programmeId: string;
  readonly storyId: string;
}): ReactNode {
  const t = useSay(say);
  const count = useHeadcount();
  const effect = useQuery({
    queryKey: ['story-effect', storyId],
    queryFn: () => findEffect(programmeId, storyId),
  });
  return (
    <Section title={t('title')} lead={t('lead')}>
      <Loaded of={effect}>
        {(found) => (
          <Figures>
            {shown.map((one) => (
              <Figure key={one} value={count(found[one])} label={t(one)} />
            ))}
          </Figures>
        )}
      </Loaded>
    </Section>
  );
}
