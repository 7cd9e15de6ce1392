/** The states of what a page shows: waiting, failed, old, empty. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { useSay } from './language.tsx';
import { Notice } from './notice.tsx';
import { say } from './words.ts';

const useStyles = makeStyles({
  waiting: { display: 'block' },
  bone: {
    display: 'block',
    height: '20px',
    marginBottom: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    '@media (prefers-reduced-motion: no-preference)': {
      animationName: { '0%': { opacity: 1 }, '50%': { opacity: 0.45 }, '100%': { opacity: 1 } },
      animationDuration: '1.8s',
      animationIterationCount: 'infinite',
    },
  },
  half: { width: '55%' },
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} 0`,
    maxWidth: '56ch',
  },
  emptyTitle: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  emptyIcon: { fontSize: '40px', color: tokens.colorBrandForeground1 },
  emptyText: { margin: 0, lineHeight: '1.55', color: tokens.colorNeutralForeground2 },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

export interface LoadedProps<T> {
  readonly of: Pick<UseQueryResult<T>, 'data' | 'error' | 'isFetching' | 'refetch'>;
  children(this: void, data: T): ReactNode;
}

/** What a query found; a skeleton while it looks, a sentence and "try again" when it failed, old data with a warning. */
export function Loaded<T>({ of: query, children }: LoadedProps<T>): ReactNode {
  const t = useSay(say);
  const again = (
    <Button onClick={() => void query.refetch()} disabledFocusable={query.isFetching}>
      {t('page.retry')}
    </Button>
  );
  if (query.data === undefined) {
    if (!query.error) return <Waiting />;
    return (
      <Notice intent="error" title={t('page.problem')} actions={again}>
        {query.error.message}
      </Notice>
    );
  }
  return (
    <>
      {query.error && (
        <Notice intent="warning" actions={again}>
          {t('page.stale')}
        </Notice>
      )}
      {children(query.data)}
    </>
  );
}

/** Grey lines where text will be. */
export function Waiting({ lines = 4 }: { readonly lines?: number }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  return (
    <output className={styles.waiting} aria-busy>
      <span className={styles.hidden}>{t('page.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={mergeClasses(styles.bone, line === lines - 1 && styles.half)} />
      ))}
    </output>
  );
}

export interface EmptyProps {
  readonly title: string;
  /** Why there is nothing yet, and what happens next. */
  readonly text: ReactNode;
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
}

export function Empty({ title, text, icon, action }: EmptyProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      {icon !== undefined && <span className={styles.emptyIcon}>{icon}</span>}
      <h2 className={styles.emptyTitle}>{title}</h2>
      <p className={styles.emptyText}>{text}</p>
      {action}
    </div>
  );
}
