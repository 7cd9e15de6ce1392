/** Who reads what, from how many answers on: shown before the first question, and to the coordinator beforehand. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Language } from '../../../platform/words.ts';
import type { Mode } from '../../release/answers/model.ts';
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

export interface WhoReadsWhatProps {
  readonly language: Language;
  readonly floor: number;
  readonly mode: Mode;
  /** Something is asked that is answered in one's own words. */
  readonly hasTexts: boolean;
}

export function WhoReadsWhat({ language, floor, mode, hasTexts }: WhoReadsWhatProps): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list} lang={language}>
      <li>{say(language, `privacy.${mode}`)}</li>
      <li>{say(language, 'privacy.floor', { floor })}</li>
      {hasTexts && <li>{say(language, 'privacy.texts', { least: floors.text })}</li>}
      <li>{say(language, 'privacy.parts', { least: floors.text })}</li>
      <li>{say(language, mode === 'anonymous' ? 'privacy.final' : 'privacy.change')}</li>
    </ul>
  );
}
