import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, type ReactNode } from 'react';
import { ButtonLink, TextLink } from '../../ui/button.tsx';
import { useSay } from '../../ui/language.tsx';
import { Empty, Loaded } from '../../ui/loaded.tsx';
import type { Column } from '../../ui/list-rows.tsx';
import { DataList } from '../../ui/list.tsx';
import { Figure, Figures } from '../../ui/figure.tsx';
import { Moment, useMoment } from '../../ui/moment.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ProgrammeTabs } from '../programmes/components/programme-tabs.tsx';
import { say as sayCalls } from './calls/words.ts';
import { findRecruitment } from './client.ts';
import type { ApplicantLine, RecruitmentPage } from './model.ts';
import { say } from './words.ts';

const CallForm = lazy(async () => ({ default: (await import('./components/call-form.tsx')).CallForm }));
const AudienceName = lazy(async () => ({
  default: (await import('./audiences/components/audience-name.tsx')).AudienceName,
}));
const Unread = lazy(async () => ({ default: (await import('./choosing/components/unread.tsx')).Unread }));
const RoundLink = lazy(async () => ({ default: (await import('./choosing/components/unread.tsx')).RoundLink }));
const CallReports = lazy(async () => ({
  default: (await import('./audiences/components/call-reports.tsx')).CallReports,
}));

const useStyles = makeStyles({
  list: { margin: 0, padding: 0 },
  item: { listStyleType: 'none', paddingBlock: tokens.spacingVerticalS },
});

/** For coordinators: invite, and see who has applied. */
export default function RecruitmentPageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const own = useSay(sayCalls);
  const found = useQuery({ queryKey: ['recruitment', programmeId], queryFn: () => findRecruitment(programmeId) });
  return (
    <Page
      title={t('page.title')}
      lead={t('page.lead')}
      action={
        <>
          <ButtonLink to={`/programmes/${programmeId}/recruitment/kit`}>{own('calls.kit')}</ButtonLink>{' '}
          <ButtonLink to={`/programmes/${programmeId}/recruitment/outside`}>{own('calls.outside')}</ButtonLink>{' '}
          <Suspense>
            <RoundLink programmeId={programmeId} />
          </Suspense>
        </>
      }
    >
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={found}>
        {(page) => (
          <>
            {page.calls.length > 0 && <FiguresOf page={page} />}
            <Suspense>
              <CallForm programmeId={programmeId} />
            </Suspense>
            {page.calls.length > 0 && <Calls page={page} />}
            {page.calls.length > 0 && (
              <Suspense>
                <CallReports programmeId={programmeId} />
              </Suspense>
            )}
            {page.notReached.length > 0 && <Missed programmeId={programmeId} page={page} />}
            {page.unread === undefined ? (
              <Applicants applicants={page.applicants} />
            ) : (
              <Suspense>
                <Unread programmeId={programmeId} count={page.unread} />
              </Suspense>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function FiguresOf({ page: { figures } }: { readonly page: RecruitmentPage }): ReactNode {
  const own = useSay(sayCalls);
  const names = ['invited', 'arrived', 'notReached', 'notNow', 'mentees', 'mentors', 'places'] as const;
  return (
    <Section>
      <Figures>
        {names.map((name) => (
          <Figure key={name} value={figures[name]} label={own(`figure.${name}`)} />
        ))}
      </Figures>
    </Section>
  );
}

function Calls({ page }: { readonly page: RecruitmentPage }): ReactNode {
  const own = useSay(sayCalls);
  const styles = useStyles();
  const write = useMoment();
  return (
    <Section title={own('calls.title')}>
      <ul className={styles.list}>
        {page.calls.map((call) => (
          <li key={call.id} className={styles.item}>
            <strong>
              <Suspense>
                <AudienceName audience={call.audience} />
              </Suspense>
            </strong>
            , <Moment at={call.createdAt} style="day" />,{' '}
            {own('calls.until', { day: write(Date.parse(call.closesOn), 'day') })}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Why invitations did not arrive and what to do; whom to try again is on the programme's overview. */
function Missed({ programmeId, page }: { readonly programmeId: string; readonly page: RecruitmentPage }): ReactNode {
  const own = useSay(sayCalls);
  const styles = useStyles();
  const mayHelp = page.notReached.some(({ reason }) => reason !== 'do-not-ask' && reason !== 'left');
  return (
    <Section title={own('missed.title')}>
      <ul className={styles.list}>
        {page.notReached.map(({ reason, count }) => (
          <li key={reason} className={styles.item}>
            {own(`missed.${reason}`, { count })}
          </li>
        ))}
      </ul>
      {mayHelp && <TextLink to={`/programmes/${programmeId}`}>{own('missed.link')}</TextLink>}
    </Section>
  );
}

function Applicants({ applicants }: { readonly applicants: readonly ApplicantLine[] }): ReactNode {
  const t = useSay(say);
  const own = useSay(sayCalls);
  const topicsOf = (one: ApplicantLine): string => one.topics.map((topic) => t(`topic.${topic}`)).join(', ');
  const columns: Column<ApplicantLine>[] = [
    {
      ...{ key: 'name', title: own('column.name') },
      cell: (one) => one.person.name,
      sort: (one) => one.person.name,
      text: (one) => one.person.name,
    },
    {
      ...{ key: 'role', title: own('column.role') },
      cell: (one) => t(`role.short.${one.role}`),
      sort: (one) => t(`role.short.${one.role}`),
    },
    {
      ...{ key: 'department', title: own('column.department') },
      cell: (one) => one.person.department ?? '',
      sort: (one) => one.person.department ?? '',
      text: (one) => one.person.department ?? '',
    },
    {
      ...{ key: 'site', title: own('column.site') },
      cell: (one) => one.person.site ?? '',
      sort: (one) => one.person.site ?? '',
      text: (one) => one.person.site ?? '',
    },
    { ...{ key: 'topics', title: own('column.topics') }, cell: topicsOf, text: topicsOf },
    { ...{ key: 'hours', title: own('column.hours') }, cell: (one) => one.hoursAMonth, sort: (one) => one.hoursAMonth },
  ];
  return (
    <Section title={own('applicants.title')}>
      <DataList
        label={own('applicants.title')}
        rows={applicants}
        columns={columns}
        rowKey={(one) => one.person.id}
        empty={<Empty title={own('applicants.none')} text={own('applicants.none.text')} />}
      />
    </Section>
  );
}
