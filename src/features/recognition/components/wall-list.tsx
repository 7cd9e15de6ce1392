/** Words that people of a programme may read, side by side: who to whom, and when. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Moment } from '../../../ui/moment.tsx';
import type { PictureName } from '../pictures/model.ts';
import { Picture } from './picture.tsx';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
  },
  item: {
    listStyleType: 'none',
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
  ofPeople: { backgroundColor: tokens.colorBrandBackground2 },
  text: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
  who: { fontWeight: tokens.fontWeightSemibold },
});

export interface OnWall {
  readonly id: string;
  readonly text: string;
  readonly picture?: PictureName | undefined;
  readonly at: number;
  /** Who to whom, in the reader's words. */
  readonly line: string;
}

export function WallList({ all, ofPeople }: { readonly all: readonly OnWall[]; readonly ofPeople?: true }): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {all.map((one) => (
        <li key={one.id} className={mergeClasses(styles.item, ofPeople && styles.ofPeople)}>
          {one.picture && <Picture name={one.picture} />}
          <p className={styles.text}>{one.text}</p>
          <p className={styles.who}>{one.line}</p>
          <Moment at={one.at} style="day" />
        </li>
      ))}
    </ul>
  );
}
