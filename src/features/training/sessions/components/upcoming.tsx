/** Beside the courses: sessions to come for this person, and those of which they can say what they brought. Nothing where there is none. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { TextLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Moment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/page.tsx';
import { listMySessions } from '../client.ts';
import { sessionPath, type MySessions } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', overflowWrap: 'anywhere' },
  facts: { color: tokens.colorNeutralForeground2, margin: 0 },
});

export default function Upcoming(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const { data = [] } = useQuery({ queryKey: ['my-sessions'], queryFn: listMySessions });
  if (data.length === 0) return null;
  return (
    <Section title={t('upcoming.title')} lead={t('upcoming.lead')}>
      <ul className={styles.list}>
        {data.map((one) => (
          <li key={one.id} className={styles.item}>
            <TextLink to={sessionPath(one.programmeId, one.id)} className={styles.link} lang={one.language}>
              {one.title}
            </TextLink>
            <p className={styles.facts}>
              {t(`kind.${one.kind}`)} · <Moment at={one.start} zone={one.zone} /> · {stateOf(t, one)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function stateOf(t: ReturnType<typeof useSay<Parameters<typeof say>[1]>>, one: MySessions[number]): string {
  if (one.asksFeedback) return t('upcoming.ask');
  if (one.mine) return t(`upcoming.${one.mine.state}`);
  if (one.isClosed) return t('upcoming.closed');
  return one.left === 0 ? t('upcoming.full') : t('upcoming.left', { count: one.left });
}
