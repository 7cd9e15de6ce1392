/** What changed, as a list of sentences for each version. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import type { VersionChanges } from '../rules.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  version: { margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}` },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, lineHeight: '1.55' },
});

interface ChangesProps {
  readonly of: readonly VersionChanges[];
  /** The heading of a version: below that of what stands around it. */
  readonly heading: 'h2' | 'h3';
}

export function Changes({ of, heading: Heading }: ChangesProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return of.map(({ version, lines }) => (
    <div key={version}>
      <Heading className={styles.version}>{t('changes.version', { version })}</Heading>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>{t(`change.${line}`)}</li>
        ))}
      </ul>
    </div>
  ));
}
