/** Who reads what, from how many answers on: shown before the first question, and to the coordinator beforehand. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Language } from '../../../platform/words.ts';
import { floors } from '../../release/model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    lineHeight: '1.55',
    maxWidth: '68ch',
  },
});

export function WhoReadsWhat({ language, floor }: { readonly language: Language; readonly floor: number }): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list} lang={language}>
      <li>{say(language, 'privacy.anonymous')}</li>
      <li>{say(language, 'privacy.floor', { floor })}</li>
      <li>{say(language, 'privacy.parts', { least: floors.text })}</li>
      <li>{say(language, 'privacy.final')}</li>
    </ul>
  );
}
