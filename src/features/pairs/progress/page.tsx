/** For coordinators: every pair and where it stands, what waits, and the way to a new proposal for those who are free. */
import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { listFormats, type ListFormat } from '../../../platform/papers/format.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { useDownload } from '../../../ui/download.ts';
import { Figure, Figures } from '../../../ui/figure.tsx';
import { FormProblem } from '../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/list-rows.tsx';
import { DataList } from '../../../ui/list.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { Moment, useMoment } from '../../../ui/moment.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Person } from '../../../ui/person.tsx';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { loadPairs, loadPairsFile } from '../client.ts';
import type { MatchingFigures, PairLine } from '../model.ts';
import type { WaitingLine } from '../rematch/model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  waiting: { margin: `${tokens.spacingVerticalL} 0 0`, padding: 0, listStyleType: 'none' },
  files: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalXL },
  hint: { margin: `${tokens.spacingVerticalS} 0 0`, color: tokens.colorNeutralForeground2, maxWidth: '64ch' },
  one: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} 0`,
  },
});

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
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={pairs}>
        {({ pairs: lines, figures, waiting }) => (
          <>
            <Waiting waiting={waiting} matching={matching} />
            <Numbers figures={figures} />
            <Section>
              <Lines lines={lines} matching={matching} />
              {lines.length > 0 && <Files programmeId={programmeId} />}
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** The clock of those for whom somebody else is looked for. */
function Waiting({
  waiting,
  matching,
}: {
  readonly waiting: readonly WaitingLine[];
  readonly matching: string;
}): ReactNode {
  const t = useSay(say);
  const write = useMoment();
  const styles = useStyles();
  const [first] = waiting;
  if (!first) return null;
  const day = write(first.until, 'day');
  return (
    <Section title={t('list.new.title')} lead={t('list.new.lead')}>
      <Notice
        intent={first.late ? 'warning' : 'info'}
        actions={<ButtonLink to={matching}>{t('list.new.make')}</ButtonLink>}
      >
        {t('list.new', { count: waiting.length, day })}
      </Notice>
      <ul className={styles.waiting}>
        {waiting.map(({ person, until, late }) => (
          <li key={person.id} className={styles.one}>
            <Person name={person.name} job={person.jobTitle} />
            <span>{t(late ? 'list.new.late' : 'list.new.until', { day: write(until, 'day') })}</span>
          </li>
        ))}
      </ul>
    </Section>
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

/** The list for other programs; what is in it and what is not stands below. */
function Files({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <div data-screen>
      <div className={styles.files}>
        {listFormats.map((format) => (
          <FileButton key={format} programmeId={programmeId} format={format} />
        ))}
      </div>
      <p className={styles.hint}>{t('list.file.hint')}</p>
    </div>
  );
}

function FileButton({ programmeId, format }: { readonly programmeId: string; readonly format: ListFormat }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const { start, busy, problem } = useDownload(() => loadPairsFile(programmeId, { format, language }));
  return (
    <>
      <Button disabledFocusable={busy} onClick={() => void start()}>
        {t(`list.file.${format}`)}
      </Button>
      {problem && <FormProblem problem={problem} />}
    </>
  );
}
