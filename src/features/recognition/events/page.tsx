/** For coordinators: the events of a programme at which people are honoured, the last one first. */
import { makeStyles } from '@fluentui/react-components';
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
import { findEvents } from './client.ts';
import { eventsPath, type EventLine } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', overflowWrap: 'anywhere' },
});

export default function EventsPageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const found = useQuery({ queryKey: ['events', programmeId], queryFn: () => findEvents(programmeId) });
  const path = eventsPath(programmeId);
  const start = (
    <ButtonLink to={`${path}/new`} appearance="primary">
      {t('list.new')}
    </ButtonLink>
  );
  const columns: readonly Column<EventLine>[] = [
    {
      key: 'title',
      title: t('column.title'),
      cell: ({ id, title, language }) => (
        <TextLink to={`${path}/${id}`} className={styles.link} lang={language}>
          {title}
        </TextLink>
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
  ];
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      back={{ to: `/programmes/${programmeId}/thanks`, label: t('list.back') }}
      action={found.data?.events.length === 0 ? undefined : start}
    >
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={found}>
        {({ events }) => (
          <Section>
            <DataList
              label={t('list.title')}
              rows={events}
              columns={columns}
              rowKey={({ id }) => id}
              empty={<Empty title={t('list.none')} text={t('list.none.next')} action={start} />}
            />
          </Section>
        )}
      </Loaded>
    </Page>
  );
}
