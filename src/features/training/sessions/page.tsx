/** For coordinators: the live sessions of a programme, what is to come first. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink, TextLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/list-rows.tsx';
import { DataList } from '../../../ui/list.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { findSessions } from './client.ts';
import { sessionsPath, type SessionLine } from './model.ts';
import { say } from './words.ts';

export default function SessionsPageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['sessions', programmeId], queryFn: () => findSessions(programmeId) });
  const start = (
    <ButtonLink to={`${sessionsPath(programmeId)}/new`} appearance="primary">
      {t('list.new')}
    </ButtonLink>
  );
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      back={{ to: `/programmes/${programmeId}/training`, label: t('list.back') }}
      action={found.data?.sessions.length === 0 ? undefined : start}
    >
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={found}>
        {({ sessions }) => (
          <Section>
            <SessionList programmeId={programmeId} sessions={sessions} start={start} />
          </Section>
        )}
      </Loaded>
    </Page>
  );
}

const useStyles = makeStyles({
  small: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', overflowWrap: 'anywhere' },
});

interface SessionListProps {
  readonly programmeId: string;
  readonly sessions: readonly SessionLine[];
  readonly start: ReactNode;
}

function SessionList({ programmeId, sessions, start }: SessionListProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const columns: readonly Column<SessionLine>[] = [
    {
      key: 'title',
      title: t('column.title'),
      cell: ({ id, title, kind, language }) => (
        <>
          <TextLink to={`${sessionsPath(programmeId)}/${id}`} className={styles.link} lang={language}>
            {title}
          </TextLink>
          <span className={styles.small}>{t(`kind.${kind}`)}</span>
        </>
      ),
      text: ({ title }) => title,
    },
    {
      key: 'when',
      title: t('column.when'),
      cell: ({ start: at, zone }) => <Moment at={at} zone={zone} />,
      sort: ({ start: at }) => at,
    },
    { key: 'state', title: t('column.state'), cell: ({ state }) => t(`state.${state}`) },
    {
      key: 'people',
      title: t('column.people'),
      cell: ({ counts, seats }) => t('column.people.of', { in: counts.in, seats, waiting: counts.waiting }),
    },
    {
      key: 'there',
      title: t('column.there'),
      cell: ({ counts }) => counts.there,
      sort: ({ counts }) => counts.there,
    },
  ];
  return (
    <DataList
      label={t('list.title')}
      rows={sessions}
      columns={columns}
      rowKey={({ id }) => id}
      empty={<Empty title={t('list.none')} text={t('list.none.next')} action={start} />}
    />
  );
}
