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
  const lengthOf = lengthsOf(lines);
  return (
    <>
      {asTable ? (
        <TopicTable lines={lines} />
      ) : (
        <ul className={styles.list} aria-label={t('needs.topics')}>
          {lines.map((line) => (
            <Topic key={line.topic} line={line} lengthOf={lengthOf} />
          ))}
        </ul>
      )}
      <Button appearance="subtle" onClick={() => setAsTable(!asTable)}>
        {t(asTable ? 'needs.picture' : 'needs.table')}
      </Button>
    </>
  );
}

type Lengths = (side: Side) => number;

/** As parts of the longest, in per cent: of people where everything that is told is told in people, else of shares. */
function lengthsOf(lines: readonly NeedsLine[]): Lengths {
  const sides = lines.flatMap(({ sought, offered }) => [sought, offered]).filter(({ share }) => share !== undefined);
  const inPeople = sides.every(({ people }) => people !== undefined);
  const lengthOf = ({ people = 0, share = 0 }: Side): number => (inPeople ? people : share);
  const most = Math.max(1, ...sides.map(lengthOf));
  return (side) => (100 * lengthOf(side)) / most;
}

function useAbout(): (line: NeedsLine) => string {
  const t = useSay(say);
  return ({ state, inTalks }) => [t(`needs.${state}`), ...(inTalks ? [t('needs.inTalks')] : [])].join(' · ');
}

function Topic({ line, lengthOf }: { readonly line: NeedsLine; readonly lengthOf: Lengths }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const valueOf = useValue();
  const aboutOf = useAbout();
  return (
    <li className={mergeClasses(styles.one, line.state === 'short' && styles.short)}>
      <div className={styles.head}>
        <span className={styles.name}>{line.name}</span>
        <span className={styles.state}>{aboutOf(line)}</span>
      </div>
      {(['sought', 'offered'] as const).map((side) => (
        <div key={side} className={styles.bar}>
          <span>{t(`needs.${side}`)}</span>
          <span>{valueOf(line[side])}</span>
          <div className={styles.track} aria-hidden>
            <div className={styles[side]} style={{ width: `${lengthOf(line[side])}%` }} />
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
  const aboutOf = useAbout();
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
              <td>{aboutOf(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
