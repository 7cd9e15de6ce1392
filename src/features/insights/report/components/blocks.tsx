/** What a section says, as the page shows it: the same blocks as on paper. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Bars } from '../../../../ui/bars.tsx';
import { ListRows } from '../../../../ui/list-rows.tsx';
import type { ReportBlock } from '../model.ts';

const useStyles = makeStyles({
  text: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    maxWidth: '72ch',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  heading: {
    margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
    maxWidth: '72ch',
    overflowWrap: 'anywhere',
  },
  list: { margin: `0 0 ${tokens.spacingVerticalM}`, paddingInlineStart: tokens.spacingHorizontalXL, maxWidth: '72ch' },
  item: { marginBottom: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
});

export function Blocks({ blocks }: { readonly blocks: readonly ReportBlock[] }): ReactNode {
  return blocks.map((one, at) => <OneBlock key={at} one={one} />);
}

function OneBlock({ one }: { readonly one: ReportBlock }): ReactNode {
  const styles = useStyles();
  switch (one.kind) {
    case 'text':
      return <p className={styles.text}>{one.text}</p>;
    case 'small':
      return <p className={`${styles.text} ${styles.small}`}>{one.text}</p>;
    case 'heading':
      return <h3 className={styles.heading}>{one.text}</h3>;
    case 'list':
      return (
        <ul className={styles.list}>
          {one.items.map((item) => (
            <li key={item} className={styles.item}>
              {item}
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <ListRows
          label={one.title}
          rows={one.rows}
          rowKey={(row) => row.join(' ')}
          columns={one.head.map((title, column) => ({
            key: String(column),
            title,
            cell: (row: readonly string[]) => row[column] ?? '',
          }))}
        />
      );
    case 'bars':
      return (
        <Bars
          label={one.title}
          bars={one.bars.map(({ label, parts, text }) => ({ label, value: parts[0] ?? 0, text }))}
        />
      );
    default:
      return one satisfies never;
  }
}
