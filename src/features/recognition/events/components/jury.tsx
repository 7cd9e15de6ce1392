/** Who is on the jury, how far each is, and where somebody is missing. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Person } from '../../../../ui/person.tsx';
import type { EventPage } from '../honours/model.ts';
import { leastJurors } from '../judging/model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0 },
  item: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  small: { color: tokens.colorNeutralForeground2 },
});

export function Jury({ page }: { readonly page: EventPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const isJudging = page.phase === 'judging';
  const isFew = page.jury.filter(({ isGone }) => !isGone).length < leastJurors;
  const short = page.considered.filter(({ judges }) => judges < leastJurors).length;
  if (page.isForgotten) return null;
  return (
    <Section title={t('jury.title')} lead={t('jury.lead')}>
      {isFew && page.state !== 'decided' && <Notice intent="warning">{t('jury.few')}</Notice>}
      {!isFew && isJudging && short > 0 && <Notice intent="warning">{t('jury.short', { count: short })}</Notice>}
      <ul className={styles.list}>
        {page.jury.map(({ person, isGone, judged, of }) => (
          <li key={person.id} className={styles.item}>
            <Person name={person.name} job={person.jobTitle} />
            {isGone ? (
              <span className={styles.small}>{t('jury.gone')}</span>
            ) : (
              isJudging && <span className={styles.small}>{t('jury.judged', { judged, of })}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
