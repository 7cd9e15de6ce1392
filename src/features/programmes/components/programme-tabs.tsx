/** The parts of a programme for its coordinators: a row of links that every page of the programme begins with. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { TextLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { say } from '../words.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `0 ${tokens.spacingHorizontalL}`,
    margin: 0,
    padding: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  item: { listStyleType: 'none' },
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '44px',
    color: tokens.colorNeutralForeground2,
    borderBottom: '3px solid transparent',
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
});

const parts = [
  ['overview', ''],
  ['recruitment', '/recruitment'],
  ['funnel', '/funnel'],
  ['training', '/training'],
  ['matching', '/matching'],
  ['pairs', '/pairs'],
  ['checkins', '/check-ins'],
  ['findings', '/findings'],
  ['goals', '/goals'],
  ['quality', '/quality'],
  ['thanks', '/thanks'],
  ['stories', '/stories'],
  ['report', '/report'],
  ['messages', '/messages'],
  ['settings', '/settings'],
] as const;

export function ProgrammeTabs({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [location] = useLocation();
  const base = `/programmes/${programmeId}`;
  return (
    <nav aria-label={t('tab.label')}>
      <ul className={styles.row}>
        {parts.map(([name, path]) => {
          const here = location === base + path;
          return (
            <li key={name} className={styles.item}>
              <TextLink
                to={base + path}
                className={mergeClasses(styles.link, here && styles.here)}
                {...(here ? { 'aria-current': 'page' } : {})}
              >
                {t(`tab.${name}`)}
              </TextLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
