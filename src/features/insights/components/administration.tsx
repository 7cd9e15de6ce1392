/** What an administrator looks after, on the first page and in Help: in the order in which it is needed. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { TextLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { NoAdviser } from '../../concerns/components/no-adviser.tsx';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0 },
  item: { listStyleType: 'none' },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
});

const places = [
  ['/installation/beginning', 'help.beginning'],
  ['/installation', 'help.installation'],
  ['/identity/countries', 'help.countries'],
  ['/papers', 'help.admin.papers'],
  ['/delivery', 'help.delivery'],
] as const;

export function Administration(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t('charge.admin')}>
      <NoAdviser />
      <ul className={styles.list}>
        {places.map(([to, words]) => (
          <li key={to} className={styles.item}>
            <TextLink to={to} className={styles.link}>
              {t(words)}
            </TextLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
