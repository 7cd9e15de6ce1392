/** For coordinators: who was asked how often besides mentoring, so that the next question goes to somebody else. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { TextLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { DataList } from '../../../../ui/list.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Person } from '../../../../ui/person.tsx';
import { findLoad } from '../client.ts';
import type { LoadLine } from '../model.ts';
import { say } from '../words.ts';

export function AskedMost({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['load', programmeId], queryFn: () => findLoad(programmeId) });
  const askedText = ({ asked }: LoadLine): string =>
    asked.map(({ kind, count }) => t(`asked.${kind}`, { count })).join(', ') || '–';
  return (
    <Loaded of={found}>
      {({ lines, most, days }) => (
        <Section title={t('most.title')} lead={t('most.lead', { most, days })}>
          <TextLink to={`/programmes/${programmeId}/equal-recognition`}>{t('most.equal')}</TextLink>
          <DataList<LoadLine>
            label={t('most.title')}
            rows={lines}
            rowKey={({ person }) => person.id}
            empty={<p>{t('most.none')}</p>}
            columns={[
              {
                ...{ key: 'person', title: t('most.who'), text: ({ person }) => person.name },
                sort: ({ person }) => person.name,
                cell: ({ person }) => <Person name={person.name} job={person.jobTitle} />,
              },
              {
                key: 'mentees',
                title: t('most.mentees'),
                sort: ({ mentees }) => mentees,
                cell: ({ mentees }) => mentees,
              },
              { key: 'asked', title: t('most.asked'), cell: askedText },
              { key: 'room', title: t('most.room'), cell: ({ isFull }) => t(isFull ? 'room.full' : 'room.free') },
            ]}
          />
        </Section>
      )}
    </Loaded>
  );
}
