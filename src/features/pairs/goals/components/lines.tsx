/** Lists of short lines about a goal, and what every part of a goal's page gets. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import type { PairAddress } from '../client.ts';
import type { GoalsView, GoalView } from '../model.ts';
import { say } from '../words.ts';

export interface GoalProps {
  readonly at: PairAddress;
  readonly found: GoalsView;
  readonly one: GoalView;
}

export const goalsKey = ({ pairId }: PairAddress): readonly string[] => ['goals-of-pair', pairId];

export function useGoalsRefresh(at: PairAddress): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: goalsKey(at) });
    await queries.invalidateQueries({ queryKey: ['home'] });
  };
}

export const useGoalStyles = makeStyles({
  list: { margin: `0 0 ${tokens.spacingVerticalM}`, padding: 0 },
  line: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  small: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  goal: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    maxWidth: '72ch',
  },
  head: { margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase300 },
  fold: { '& summary': { cursor: 'pointer', minHeight: '44px', lineHeight: '44px' } },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    marginTop: tokens.spacingVerticalM,
  },
  one: { marginBottom: tokens.spacingVerticalXXL },
});

export interface RemoveProps {
  readonly label: string;
  remove(this: void): Promise<unknown>;
}

export function Remove({ label, remove }: RemoveProps): ReactNode {
  const t = useSay(say);
  const { start, busy, problem } = useOnce(remove);
  return (
    <>
      <Button appearance="subtle" disabledFocusable={busy} aria-label={label} onClick={() => void start()}>
        {t('remove')}
      </Button>
      {problem && <FormProblem problem={problem} />}
    </>
  );
}
