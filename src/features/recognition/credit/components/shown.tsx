/** On the programme's page of thanks: what the programme itself said, and the way to say more for whoever may. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import { WallList } from '../../components/wall-list.tsx';
import { findShown } from '../client.ts';
import { say } from '../words.ts';

export function ShownCredits({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['credits-shown', programmeId], queryFn: () => findShown(programmeId) });
  if (!found.data) return undefined;
  const { mayGive, credits } = found.data;
  return (
    <>
      {mayGive && <ButtonLink to={`/programmes/${programmeId}/credits`}>{t('page.title')}</ButtonLink>}
      {credits.length > 0 && (
        <Section title={t('wall.title')}>
          <WallList
            all={credits.map((one) => {
              const to = one.group ? t(`to.${one.group}`) : (one.toName ?? '');
              return { ...one, line: t('wall.to', { by: one.byName, to }) };
            })}
          />
        </Section>
      )}
    </>
  );
}
