/** After the decision: who is honoured and what each said yes to, slides and certificates when they are asked for, and how it was shared. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useDownload } from '../../../../ui/download.ts';
import { FormProblem } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import type { Column } from '../../../../ui/list-rows.tsx';
import { DataList } from '../../../../ui/list.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Person } from '../../../../ui/person.tsx';
import { fetchCertificates, fetchSlides } from '../client.ts';
import { consents, type EventPage } from '../honours/model.ts';
import { say } from '../words.ts';
import { Shares } from './fairness.tsx';
import { namesOf } from './judged.tsx';
import type { EventProps } from './steps.tsx';

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalL },
  text: { maxWidth: '64ch', whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Honoured = EventPage['honoured'][number];

export function Decided({ at, page }: EventProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment(page.zone);
  const slides = useDownload(() => fetchSlides(at));
  const papers = useDownload(() => fetchCertificates(at));
  const problem = slides.problem ?? papers.problem;
  const onStage = page.honoured.filter(({ says }) => says.stage === 'yes').length;
  const columns: readonly Column<Honoured>[] = [
    {
      key: 'person',
      title: t('honoured.person'),
      cell: ({ person }) => <Person name={person.name} job={person.jobTitle} />,
      text: ({ person }) => person.name,
    },
    { key: 'side', title: t('honoured.side'), cell: ({ side }) => t(`side.${side}`) },
    ...consents.map((id): Column<Honoured> => {
      return { key: id, title: t(`consent.${id}.short`), cell: ({ says }) => t(`say.${says[id] ?? 'waits'}`) };
    }),
  ];
  return (
    <>
      <Section title={t('honoured.section')} lead={t('honoured.lead')}>
        <DataList
          label={t('honoured.section')}
          rows={page.honoured}
          columns={columns}
          rowKey={({ person }) => person.id}
          empty={<p>{t('honoured.none')}</p>}
        />
        <p className={styles.quiet}>{t('slides.count', { count: onStage })}</p>
        {problem && <FormProblem problem={problem} />}
        <div className={styles.foot}>
          <Button appearance="primary" disabledFocusable={slides.busy} onClick={() => void slides.start()}>
            {t('slides.get')}
          </Button>
          {onStage > 0 && (
            <Button disabledFocusable={papers.busy} onClick={() => void papers.start()}>
              {t('papers.get')}
            </Button>
          )}
        </div>
        <p className={styles.quiet}>{t('names.until', { day: write(page.namesUntil, 'day') })}</p>
      </Section>
      {page.decision && <Reasons page={page} of={page.decision} />}
      <Section title={t('fairness.title')} lead={t('fairness.lead')}>
        <Shares of={page.fairness} />
      </Section>
    </>
  );
}

function Reasons({
  page,
  of,
}: Pick<EventProps, 'page'> & { readonly of: NonNullable<EventPage['decision']> }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment(page.zone);
  const values = { name: of.byName, others: of.withNames.join(', '), day: write(of.at, 'day') };
  return (
    <Section title={t('reasons.title')} lead={t(of.withNames.length === 0 ? 'reasons.alone' : 'reasons.lead', values)}>
      <ul>
        {of.honoured.map(({ nominationId, why }) => {
          const one = page.considered.find(({ id }) => id === nominationId);
          return one && !one.isNear ? (
            <li key={nominationId} className={styles.text} dir="auto">
              {t('reasons.line', { names: namesOf(one), why })}
            </li>
          ) : null;
        })}
      </ul>
      {of.others !== '' && (
        <p className={styles.text} dir="auto">
          {t('reasons.others', { why: of.others })}
        </p>
      )}
    </Section>
  );
}
