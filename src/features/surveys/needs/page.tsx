import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Bars } from '../../../ui/bars.tsx';
import { regionOf } from '../../../platform/words.ts';
import { useHeadcount } from '../components/sayings.ts';
import { findNeeds } from '../themes/client.ts';
import { say } from '../themes/words.ts';
import { Topics } from './components/topics.tsx';
import { TalksFound } from './components/talks-found.tsx';
import type { NeedsMap } from './model.ts';

/** For coordinators: topics sought against topics offered, what holds people back and where, and what came up in talks. */
export default function NeedsPage(): ReactNode {
  const t = useSay(say);
  const needs = useQuery({ queryKey: ['needs'], queryFn: findNeeds });
  return (
    <Page title={t('needs.title')} lead={t('needs.lead')} back={{ to: '/surveys', label: t('needs.surveys') }}>
      <Loaded of={needs}>
        {(map) => (
          <>
            <Figures map={map} />
            <Where map={map} />
            <TalksFound map={map} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Figures({ map: { lines, seekers, mentors } }: { readonly map: NeedsMap }): ReactNode {
  const t = useSay(say);
  const countOf = useHeadcount();
  if (!seekers && !mentors)
    return (
      <Section title={t('needs.topics')}>
        <Empty
          title={t('needs.none')}
          text={t('needs.none.next')}
          action={
            <ButtonLink to="/surveys/new" appearance="primary">
              {t('needs.start')}
            </ButtonLink>
          }
        />
      </Section>
    );
  const nobody = t('needs.nobody');
  const from = { seekers: seekers ? countOf(seekers) : nobody, mentors: mentors ? countOf(mentors) : nobody };
  return (
    <Section title={t('needs.topics')} lead={t('needs.from', from)}>
      <Topics lines={lines} />
    </Section>
  );
}

function Where({ map: { barriers } }: { readonly map: NeedsMap }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  if (barriers.length === 0) return null;
  return (
    <Section title={t('needs.where')} lead={t('needs.where.lead')}>
      {barriers.map(({ id, question, cuts }) => {
        const bars = cuts.flatMap(({ parts: [part], figure }) => {
          if (!part || figure.state !== 'mean') return [];
          const text = figure.mean.toLocaleString(regionOf(language), { minimumFractionDigits: 1 });
          return [{ label: part.value, value: figure.mean, text }];
        });
        return (
          <div key={id}>
            <h3>{question}</h3>
            <Bars label={question} bars={bars} full={5} />
          </div>
        );
      })}
    </Section>
  );
}
