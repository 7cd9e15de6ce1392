/** Beside the courses: a look at oneself, for whoever wants it. Shows nothing where nothing is offered now. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import { listMySkills, skillsPath } from '../client.ts';
import { say } from '../words.ts';

export function SkillsOffer(): ReactNode {
  const t = useSay(say);
  const { data = [] } = useQuery({ queryKey: ['my-skills'], queryFn: listMySkills });
  return data.flatMap(({ programmeId, side, due }) =>
    due
      ? [
          <Section key={`${programmeId}-${side}`} title={t('offer.title')} lead={t(`offer.${due}`)}>
            <ButtonLink to={skillsPath({ programmeId, side })}>{t('offer.do')}</ButtonLink>
          </Section>,
        ]
      : [],
  );
}
