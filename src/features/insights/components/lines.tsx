/** A list of lines on the first page, with a link at the front of each; nothing where there are none. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Section } from '../../../ui/page.tsx';

export const useLineStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `0 ${tokens.spacingHorizontalL}`,
    minHeight: '44px',
    listStyleType: 'none',
  },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', overflowWrap: 'anywhere' },
  doings: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalL },
  quiet: { color: tokens.colorNeutralForeground2 },
  foot: { color: tokens.colorNeutralForeground2, marginBottom: 0 },
});

export interface LinesProps<T> {
  readonly title: string;
  readonly lead?: string;
  readonly foot?: ReactNode;
  readonly of: readonly T[];
  keyOf(this: void, one: T): string;
  children(this: void, one: T): ReactNode;
}

export function Lines<T>({ title, lead, foot, of, keyOf, children }: LinesProps<T>): ReactNode {
  const styles = useLineStyles();
  if (of.length === 0) return null;
  return (
    <Section title={title} lead={lead}>
      <ul className={styles.list}>
        {of.map((one) => (
          <li key={keyOf(one)} className={styles.item}>
            {children(one)}
          </li>
        ))}
      </ul>
      {foot !== undefined && <p className={styles.foot}>{foot}</p>}
    </Section>
  );
}
