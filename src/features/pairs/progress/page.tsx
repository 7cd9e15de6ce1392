/** For coordinators: every pair and where it stands, what waits, and the way to a new proposal for those who are free. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../ui/button.tsx';
import { Figure, Figures } from '../../../ui/figure.tsx';
import { useSay } from '../../../ui/language.tsx';
import { DataList, type Column } from '../../../ui/list.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Person } from '../../../ui/person.tsx';
import { loadPairs } from '../client.ts';
import type { MatchingFigures, PairLine } from '../model.ts';
import { say } from '../words.ts';

export default function PairsPage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const pairs = useQuery({ queryKey: ['pairs', programmeId], queryFn: () => loadPairs(programmeId) });
  const matching = `/programmes/${programmeId}/matching`;
  const again = pairs.data && pairs.data.figures.unmatched > 0;
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      back={{ to: `/programmes/${programmeId}`, label: t('list.back') }}
      action={
        again && (
          <ButtonLink to={matching} appearance="primary">
            {t('list.again')}
          </ButtonLink>
        )
      }
    >
      <Loaded of={pairs}>
        {({ pairs: lines, figures }) => (
          <>
            <Numbers figures={figures} />
            <Section>
              <Lines lines={lines} matching={matching} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Numbers({ figures }: { readonly figures: MatchingFigures }): ReactNode {
  const t = useSay(say);
  return (
    <>
      {figures.overdue > 0 && <Notice intent="warning">{t('list.overdue', { count: figures.overdue })}</Notice>}
      <Section>
        <Figures>
          <Figure value={figures.matched} label={t('list.matched')} />
          <Figure value={figures.waitingAnswers} label={t('list.waiting')} />
          <Figure value={figures.declined} label={t('list.declined')} />
          <Figure value={figures.unmatched} label={t('list.unmatched')} />
        </Figures>
      </Section>
    </>
  );
}

function Lines({ lines, matching }: { readonly lines: readonly PairLine[]; readonly matching: string }): ReactNode {
  const t = useSay(say);
  const stateOf = (one: PairLine): string =>
    one.waitsFor ? t(`state.waits.${one.waitsFor}`) : t(`state.${one.state}`);
  const columns: Column<PairLine>[] = [
    {
      ...{ key: 'mentee', title: t('list.mentee'), text: (one) => one.mentee.name, sort: (one) => one.mentee.name },
      cell: ({ mentee }) => <Person name={mentee.name} job={mentee.jobTitle} />,
    },
    {
      ...{ key: 'mentor', title: t('list.mentor'), text: (one) => one.mentor.name, sort: (one) => one.mentor.name },
      cell: ({ mentor }) => <Person name={mentor.name} job={mentor.jobTitle} />,
    },
    { key: 'state', title: t('list.state'), cell: stateOf, text: stateOf, sort: stateOf },
    {
      ...{ key: 'since', title: t('list.since'), sort: (one) => one.since },
      cell: ({ since }) => <Moment at={since} style="day" />,
    },
  ];
  const toMatching = <ButtonLink to={matching}>{t('list.toMatching')}</ButtonLink>;
  const empty = <Empty title={t('list.none')} text={t('list.none.text')} action={toMatching} />;
  return <DataList label={t('list.title')} rows={lines} columns={columns} rowKey={({ id }) => id} empty={empty} />;
}
