/** How a supervision circle goes, for whoever hosts it, in the language of the session. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Language } from '../../../../platform/words.ts';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { GuideText } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  steps: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  step: {
    marginBottom: tokens.spacingVerticalL,
    '& h3': { margin: 0, fontSize: tokens.fontSizeBase400 },
    '& p': { margin: `${tokens.spacingVerticalXS} 0 0`, maxWidth: '68ch', lineHeight: '1.6' },
  },
});

export function Guide({ steps, language }: { readonly steps: GuideText; readonly language: Language }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t('guide.title')} lead={t('guide.lead')}>
      <ol className={styles.steps} lang={language}>
        {steps.map(({ title, text }) => (
          <li key={title} className={styles.step}>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
