/** Whom calls left out when they were sent, with the reason and what to do. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/page.tsx';
import { useHeadcount } from '../../../surveys/components/sayings.ts';
import { findReports } from '../client.ts';
import type { ToldReport } from '../model.ts';
import { say } from '../words.ts';
import { Gone } from './reach.tsx';

const useStyles = makeStyles({
  calls: { margin: 0, padding: 0 },
  call: { listStyleType: 'none', paddingBlock: tokens.spacingVerticalS },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

/** Nothing where every call reached everybody. */
export function CallReports({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const found = useQuery({ queryKey: ['call-reports', programmeId], queryFn: () => findReports(programmeId) });
  if (!found.data || found.data.length === 0) return null;
  return (
    <Section title={t('report.title')}>
      <ul className={styles.calls}>
        {found.data.map((report) => (
          <li key={report.callId} className={styles.call}>
            <OneCall report={report} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OneCall({
  report: { at, away, askedEnough, goneGroups, goneExceptions },
}: {
  readonly report: ToldReport;
}): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment();
  const countOf = useHeadcount();
  return (
    <>
      <strong>{t('report.call', { day: write(at, 'day') })}</strong>
      {goneGroups.length + goneExceptions.length > 0 && <Gone {...{ goneGroups, goneExceptions }} />}
      <ul className={styles.list}>
        {away && <li>{t('report.away', { count: countOf(away) })}</li>}
        {askedEnough && <li>{t('report.enough', { count: countOf(askedEnough) })}</li>}
      </ul>
    </>
  );
}
