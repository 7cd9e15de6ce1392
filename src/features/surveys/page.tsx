import { makeStyles, tokens } from '@fluentui/react-components';
import { PeopleCommunityRegular } from '@fluentui/react-icons/svg/people-community';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { organisationZone } from '../../platform/zone.ts';
import { ButtonLink, TextLink } from '../../ui/button.tsx';
import { useSay } from '../../ui/language.tsx';
import type { Column } from '../../ui/list-rows.tsx';
import { DataList } from '../../ui/list.tsx';
import { Empty, Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { listSurveys } from './client.ts';
import { useAudienceName, useHeadcount } from './components/sayings.ts';
import type { SurveyLine } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  none: { color: tokens.colorNeutralForeground3 },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** For coordinators: every survey, from the first question about support to the last one after the end. */
export default function SurveysPage(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const surveys = useQuery({ queryKey: ['surveys'], queryFn: listSurveys });
  const isEmpty = surveys.data?.length === 0;
  const start = (
    <ButtonLink to="/surveys/new" appearance="primary">
      {t('surveys.new')}
    </ButtonLink>
  );
  return (
    <Page
      title={t('surveys.title')}
      lead={t('surveys.lead')}
      back={{ to: '/programmes', label: t('surveys.programmes') }}
      action={isEmpty ? undefined : start}
    >
      <nav className={styles.ways} aria-label={t('surveys.more')}>
        <ButtonLink to="/needs">{t('surveys.needs')}</ButtonLink>
        <ButtonLink to="/talks">{t('surveys.talks')}</ButtonLink>
      </nav>
      <Loaded of={surveys}>
        {(found) => (
          <Section>
            <SurveyList surveys={found} start={start} />
          </Section>
        )}
      </Loaded>
    </Page>
  );
}

function SurveyList({ surveys, start }: { readonly surveys: readonly SurveyLine[]; readonly start: ReactNode }) {
  const t = useSay(say);
  const styles = useStyles();
  const nameOf = useAudienceName();
  const countOf = useHeadcount();
  const none = <span className={styles.none}>{t('none')}</span>;
  const columns: readonly Column<SurveyLine>[] = [
    {
      key: 'title',
      title: t('column.title'),
      cell: ({ id, title }) => <TextLink to={`/surveys/${id}`}>{title}</TextLink>,
      text: ({ title }) => title,
    },
    {
      key: 'audience',
      title: t('column.audience'),
      cell: ({ audience, sample }) => nameOf(audience, sample),
      text: ({ audience, sample }) => nameOf(audience, sample),
    },
    { key: 'state', title: t('column.state'), cell: ({ state }) => t(`state.${state}`) },
    {
      key: 'until',
      title: t('column.until'),
      cell: ({ closesAt }) => <Moment at={closesAt} style="day" zone={organisationZone} />,
      sort: ({ closesAt }) => closesAt,
    },
    {
      key: 'responses',
      title: t('column.responses'),
      cell: ({ responses }) => (responses ? countOf(responses) : none),
    },
    { key: 'decision', title: t('column.decision'), cell: ({ choice }) => (choice ? t(`choice.${choice}`) : none) },
  ];
  return (
    <DataList
      label={t('surveys.title')}
      rows={surveys}
      columns={columns}
      rowKey={({ id }) => id}
      empty={
        <Empty
          icon={<PeopleCommunityRegular aria-hidden />}
          title={t('surveys.none')}
          text={t('surveys.none.next')}
          action={start}
        />
      }
    />
  );
}
