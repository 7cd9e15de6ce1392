/** What was said of somebody, and for what; with the name of whoever says it where the reader may know. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import type { ShownCriterion } from '../model.ts';
import { say } from '../words.ts';
import { Criteria } from './facts.tsx';

const useStyles = makeStyles({
  voice: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    '& p': { margin: `0 0 ${tokens.spacingVerticalS}` },
  },
  by: { fontWeight: tokens.fontWeightSemibold },
  why: { maxWidth: '64ch', whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export interface VoiceProps {
  readonly of: {
    readonly criteria: readonly string[];
    readonly why: string;
    readonly isOut?: true | undefined;
    readonly byName?: string;
  };
  readonly criteria: readonly ShownCriterion[];
  readonly children?: ReactNode;
}

export function Voice({ of: one, criteria, children }: VoiceProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <div className={styles.voice}>
      {one.byName !== undefined && <p className={styles.by}>{t('voice.from', { name: one.byName })}</p>}
      {one.isOut ? (
        <p className={styles.quiet}>{t('voice.out')}</p>
      ) : (
        <p className={styles.why} dir="auto">
          {one.why}
        </p>
      )}
      <Criteria ids={one.criteria} of={criteria} />
      {children}
    </div>
  );
}
