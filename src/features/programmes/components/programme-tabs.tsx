/**
 * The parts of a programme for its coordinators, above every one of its pages: the overview, the seven steps in their order with
 * the pages of the step that is open below them, and what concerns them all.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { TextLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { groupAt, groups, numberOf, type Part } from '../parts/rules.ts';
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
  below: { borderBottom: 'none', fontSize: tokens.fontSizeBase200 },
  item: { listStyleType: 'none' },
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '44px',
    color: tokens.colorNeutralForeground2,
    borderBottom: '3px solid transparent',
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
  number: { fontSize: tokens.fontSizeBase200, color: tokens.colorBrandForeground1 },
});

export function ProgrammeTabs({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [location] = useLocation();
  const base = `/programmes/${programmeId}`;
  const path = location.slice(base.length);
  const open = groupAt(path);
  const link = (part: Part, isHere: boolean, number?: number): ReactNode => (
    <li key={part.name} className={styles.item}>
      <TextLink
        to={base + part.path}
        className={mergeClasses(styles.link, isHere && styles.here)}
        {...(isHere ? { 'aria-current': path === part.path ? ('page' as const) : ('true' as const) } : {})}
      >
        {number !== undefined && (
          <span className={styles.number} aria-hidden>
            {number}
          </span>
        )}
        {t(`tab.${part.name}`)}
      </TextLink>
    </li>
  );
  return (
    <nav aria-label={t('tab.label')}>
      <ul className={styles.row}>{groups.map((group) => link(group.first, group === open, numberOf(group)))}</ul>
      {open && open.others.length > 0 && (
        <ul className={mergeClasses(styles.row, styles.below)} aria-label={t(`tab.${open.first.name}`)}>
          {[open.first, ...open.others].map((part) => link(part, path === part.path))}
        </ul>
      )}
    </nav>
  );
}
