/** Rows of a section: what it is on the left, what can be done with it beside. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';

const useStyles = makeStyles({
  stack: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalL,
    marginTop: tokens.spacingVerticalL,
  },
  list: { margin: 0, padding: 0 },
  item: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `0 ${tokens.spacingHorizontalL}`,
    minHeight: '44px',
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
});

/** Fields and buttons below each other that are no form. */
export function Stack({ children }: { readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  return <div className={styles.stack}>{children}</div>;
}

export interface LinesProps<T> {
  readonly of: readonly T[];
  readonly keyOf: (one: T) => string;
  readonly children: (one: T) => ReactNode;
}

/** Nothing where there is nothing. */
export function Lines<T>({ of, keyOf, children }: LinesProps<T>): ReactNode {
  const styles = useStyles();
  if (of.length === 0) return null;
  return (
    <ul className={styles.list}>
      {of.map((one) => (
        <li key={keyOf(one)} className={styles.item}>
          {children(one)}
        </li>
      ))}
    </ul>
  );
}

export interface TakeOutProps {
  readonly label: string;
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

/** What can be done again at any time is not asked about twice. */
export function TakeOut({ label, name, run }: TakeOutProps): ReactNode {
  const { start, busy, problem } = useOnce(run);
  return (
    <>
      <Button
        appearance="subtle"
        aria-label={`${label}, ${name}`}
        disabledFocusable={busy}
        onClick={() => void start()}
      >
        {label}
      </Button>
      {problem && <FormProblem problem={problem} />}
    </>
  );
}

/** After a change the page is asked for again. */
export function useAnew(programmeId: string): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['outside', programmeId] });
}
