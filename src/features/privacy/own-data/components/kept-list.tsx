/** Kinds of entries with how many there are and until when they stay; the entries open below their kind. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { say as sayUntil } from '../../../people/receipt/words.ts';
import { findEntries } from '../../client.ts';
import { say } from '../../words.ts';
import { pageSize, type KeptLine, type Line, type OwnEntries } from '../model.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: `${tokens.spacingVerticalL} 0`, padding: 0 },
  kind: {
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
  },
  words: { flex: '1 1 260px', minWidth: 0 },
  what: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: '1.4', fontWeight: tokens.fontWeightSemibold },
  facts: { margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground2 },
  entry: {
    margin: `${tokens.spacingVerticalM} 0 0`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  lines: {
    display: 'grid',
    gridTemplateColumns: 'minmax(140px, 1fr) 2fr',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    '@media (max-width: 640px)': { gridTemplateColumns: '1fr' },
  },
  label: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  text: {
    margin: 0,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    '@media (max-width: 640px)': { marginBottom: tokens.spacingVerticalS },
  },
});

export function KeptList({ lines }: { readonly lines: readonly KeptLine[] }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  if (lines.length === 0) return <p>{t('data.none')}</p>;
  return (
    <>
      <ul className={styles.list}>
        {lines.map((one) => (
          <Kind key={one.kind} of={one} />
        ))}
      </ul>
      <p>{t('data.hidden')}</p>
    </>
  );
}

function Kind({ of: one }: { readonly of: KeptLine }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const counts = (['own', 'shared', 'named'] as const).flatMap((kind) =>
    one[kind] > 0 ? [t(`data.${kind}`, { count: one[kind] })] : [],
  );
  return (
    <li className={styles.kind}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h3 className={styles.what} id={id}>
            {one.what}
          </h3>
          <p className={styles.facts}>
            {counts.join(' · ')}
            <br />
            {sayUntil(language, `until.${one.until}`)}
          </p>
        </div>
        {one.isShown && (
          <Button aria-expanded={isOpen} aria-describedby={id} onClick={() => setOpen(!isOpen)}>
            {t('data.open')}
          </Button>
        )}
      </div>
      {isOpen && <Entries kind={one.kind} />}
    </li>
  );
}

function Entries({ kind }: { readonly kind: string }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const found = useInfiniteQuery({
    queryKey: ['own-data', kind],
    queryFn: ({ pageParam }) => findEntries(kind, pageParam),
    initialPageParam: 0,
    getNextPageParam: ({ more }: OwnEntries, all: readonly OwnEntries[]) => (more ? all.length * pageSize : undefined),
  });
  const { data, error, isFetching, refetch } = found;
  return (
    <Loaded of={{ data, error, isFetching, refetch }}>
      {({ pages }) => {
        const entries = pages.flatMap((page) => page.entries);
        if (entries.length === 0) return <p>{t('data.nothing')}</p>;
        return (
          <>
            {entries.map((lines, at) => (
              <div key={at} className={styles.entry}>
                {entries.length > 1 && <h4 className={styles.title}>{t('data.opened', { number: at + 1 })}</h4>}
                <Facts lines={lines} />
              </div>
            ))}
            {found.hasNextPage && <Button onClick={() => void found.fetchNextPage()}>{t('data.more')}</Button>}
          </>
        );
      }}
    </Loaded>
  );
}

function Facts({ lines }: { readonly lines: readonly Line[] }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  if (lines.length === 0) return <p className={styles.text}>{t('data.ids')}</p>;
  return (
    <dl className={styles.lines}>
      {lines.map(({ label, text }, line) => (
        <Fact key={line} label={label} text={text} />
      ))}
    </dl>
  );
}

function Fact({ label, text }: { readonly label: string; readonly text: string }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.text}>{text}</dd>
    </>
  );
}
