/** On the workbench: what counts now, and the way to where it is seen and changed. */
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { Aims } from '../../model.ts';
import { say, sayAims } from '../words.ts';

export function WhatCounts({ programmeId, aims }: { readonly programmeId: string; readonly aims: Aims }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  return (
    <Section title={t('page.title')} lead={t('link.now', { what: sayAims(language, aims) })}>
      <ButtonLink to={`/programmes/${programmeId}/matching/what-counts`}>{t('link.open')}</ButtonLink>
    </Section>
  );
}
