/** Choosing where there are too few places: the criteria, why there is something to choose or not, and the decisions. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { Section } from '../../../../ui/page.tsx';
import { findChoice } from '../../rounds/client.ts';
import type { ChoosingPage, SideLine } from '../model.ts';
import { say } from '../words.ts';
import { CriteriaForm } from './criteria-form.tsx';
import { Decisions } from './decisions.tsx';

export function Choosing({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['choice', programmeId], queryFn: () => findChoice(programmeId) });
  return (
    <Loaded of={found}>
      {(page) => (
        <>
          <Section title={t('criteria.title')} lead={t('criteria.lead')}>
            <Criteria programmeId={programmeId} page={page} />
          </Section>
          <Section title={t('choose.title')}>
            {page.sides.map((line) => (
              <SideText key={line.side} line={line} />
            ))}
            {page.lines.length > 0 && <Decisions programmeId={programmeId} page={page} />}
          </Section>
        </>
      )}
    </Loaded>
  );
}

function Criteria({ programmeId, page }: { readonly programmeId: string; readonly page: ChoosingPage }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const { writing, criteria } = page;
  if (writing === 'may') return <CriteriaForm programmeId={programmeId} page={page} />;
  return (
    <>
      <p>{t(criteria.length === 0 ? 'criteria.none' : `criteria.${writing}`)}</p>
      <ol>
        {criteria.map(({ id, words }) => (
          <li key={id}>{words[language] || words[page.language]}</li>
        ))}
      </ol>
    </>
  );
}

function SideText({ line: { side, applications, places, stands } }: { readonly line: SideLine }): ReactNode {
  const t = useSay(say);
  if (applications === 0) return undefined;
  const count = places === undefined ? t('side.free', { applications }) : t(`side.${side}`, { applications, places });
  return (
    <p>
      {count} {places !== undefined && t(`stands.${stands}`)}
    </p>
  );
}
