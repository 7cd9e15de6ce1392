/** Each topic with what is sought above what is offered, told in words as well as in length; the same as a table at a press. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { say } from '../../themes/words.ts';
import type { NeedsLine } from '../model.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 400px), 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  one: {
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    borderInlineStartWidth: '4px',
  },
  short: { borderInlineStartColor: tokens.colorStatusDangerBorderActive },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  name: { fontWeight: tokens.fontWeightSemibold },
  state: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  bar: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    marginTop: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase200,
  },
  track: {
    gridColumn: '1 / -1',
    height: '10px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground4,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    overflow: 'hidden',
  },
  sought: { height: '100%', backgroundColor: tokens.colorCompoundBrandBackground },
  offered: { height: '100%', backgroundColor: tokens.colorNeutralForeground3 },
  around: { overflowX: 'auto' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      padding: tokens.spacingVerticalS,
      textAlign: 'start',
      fontWeight: 'normal',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& thead th': { fontWeight: tokens.fontWeightSemibold },
  },
});

type Side = NeedsLine['sought'];

function useValue(): (side: Side) => string {
  const t = useSay(say);
  return ({ share, people }) =>
    share === undefined ? t('needs.untold') : t('needs.value', { share, people: people ?? -1 });
}

export function Topics({ lines }: { readonly lines: readonly NeedsLine[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [asTable, setAsTable] = useState(false);
  return (
    <>
      {asTable ? (
        <TopicTable lines={lines} />
      ) : (
        <ul className={styles.list} aria-label={t('needs.topics')}>
          {lines.map((line) => (
            <Topic key={line.topic} line={line} most={mostOf(lines)} />
          ))}
        </ul>
      )}
      <Button appearance="subtle" onClick={() => setAsTable(!asTable)}>
        {t(asTable ? 'needs.picture' : 'needs.table')}
      </Button>
    </>
  );
}

/** People where both sides are told in people, so that lengths compare; else shares. */
const lengthOf = ({ people, share = 0 }: Side): number => people ?? share;
const mostOf = (lines: readonly NeedsLine[]): number =>
  Math.max(1, ...lines.flatMap(({ sought, offered }) => [lengthOf(sought), lengthOf(offered)]));

function Topic({ line, most }: { readonly line: NeedsLine; readonly most: number }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const valueOf = useValue();
  const about = [t(`needs.${line.state}`), ...(line.inTalks ? [t('needs.inTalks')] : [])].join(' · ');
  return (
    <li className={mergeClasses(styles.one, line.state === 'short' && styles.short)}>
      <div className={styles.head}>
        <span className={styles.name}>{line.name}</span>
        <span className={styles.state}>{about}</span>
      </div>
      {(['sought', 'offered'] as const).map((side) => (
        <div key={side} className={styles.bar}>
          <span>{t(`needs.${side}`)}</span>
          <span>{valueOf(line[side])}</span>
          <div className={styles.track} aria-hidden>
            <div className={styles[side]} style={{ width: `${(100 * lengthOf(line[side])) / most}%` }} />
          </div>
        </div>
      ))}
    </li>
  );
}

function TopicTable({ lines }: { readonly lines: readonly NeedsLine[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const valueOf = useValue();
  return (
    <section className={styles.around} aria-label={t('needs.topics')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['topic', 'sought', 'offered', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`needs.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.topic}>
              <th scope="row">{line.name}</th>
              <td>{valueOf(line.sought)}</td>
              <td>{valueOf(line.offered)}</td>
              <td>{[t(`needs.${line.state}`), ...(line.inTalks ? [t('needs.inTalks')] : [])].join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
