import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

/** What a course rests on. */
export function Sources({ sources }: { readonly sources: readonly string[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t('sources')} plain>
      <ul className={styles.list}>
        {sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </Section>
  );
}
