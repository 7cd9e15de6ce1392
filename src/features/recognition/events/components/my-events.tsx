/** The events in which the reader has a part, and what each asks of them. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { TextLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Moment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/page.tsx';
import { listMyEvents } from '../client.ts';
import { juryPath, myEventPath } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0 },
  item: {
    listStyleType: 'none',
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '& p': { margin: 0 },
  },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function MyEvents(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const found = useQuery({ queryKey: ['my-events'], queryFn: listMyEvents });
  if (!found.data || found.data.length === 0) return null;
  return (
    <Section title={t('mine.section')} lead={t('mine.section.lead')}>
      <ul className={styles.list}>
        {found.data.map(({ id, programmeId, title, language, start, zone, waits, programmeName, ...one }) => (
          <li key={id} className={styles.item}>
            <TextLink
              to={waits === 'judge' ? juryPath(programmeId, id) : myEventPath(programmeId, id)}
              className={styles.link}
              lang={language}
            >
              {title}
            </TextLink>
            <p className={styles.quiet}>
              {programmeName}, <Moment at={start} zone={zone} />
            </p>
            <p>{t(waits === 'nothing' && one.isHonoured ? 'waits.honoured' : `waits.${waits}`)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
