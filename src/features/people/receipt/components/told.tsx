/** "What happens with this?" under a form: what is kept, who reads it, until when, and how to take it back. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Language } from '../../../../platform/words.ts';
import { useLanguage } from '../../../../ui/language.tsx';
import { endOf, receipts, usualFloors, type FormName, type ReceiptLine } from '../model.ts';
import { sentencesOf } from '../rules.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  receipt: {
    marginTop: tokens.spacingVerticalL,
    color: tokens.colorNeutralForeground2,
    '& summary': { cursor: 'pointer', minHeight: '44px', lineHeight: '44px' },
  },
  line: { margin: `0 0 ${tokens.spacingVerticalL}`, maxWidth: '64ch' },
  what: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontWeight: tokens.fontWeightSemibold },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(7em, auto) 1fr',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    '& dt': { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
    '@media (max-width: 480px)': { gridTemplateColumns: '1fr', '& dd': { marginBottom: tokens.spacingVerticalS } },
  },
});

export interface ReceiptProps {
  readonly of: FormName;
  /** From how many answers on figures and texts are told. */
  readonly floors?: { readonly rating: number; readonly text: number };
  /** Another than the reader's. */
  readonly language?: Language;
}

export function Told({ of, floors = usualFloors, language }: ReceiptProps): ReactNode {
  const styles = useStyles();
  const own = useLanguage();
  const reader = language ?? own;
  return (
    <details className={styles.receipt} lang={reader}>
      <summary>{say(reader, 'title')}</summary>
      {receipts[of].map((one) => (
        <Line key={one.what} {...{ one, language: reader, floors }} />
      ))}
    </details>
  );
}

interface LineProps {
  readonly one: ReceiptLine;
  readonly language: Language;
  readonly floors: { readonly rating: number; readonly text: number };
}

function Line({ one, language, floors }: LineProps): ReactNode {
  const styles = useStyles();
  const { what, who } = sentencesOf(one, language, floors);
  return (
    <div className={styles.line}>
      <p className={styles.what}>{what}</p>
      <dl className={styles.facts}>
        <dt>{say(language, 'who')}</dt>
        <dd>{who}</dd>
        <dt>{say(language, 'until')}</dt>
        <dd>{say(language, `until.${endOf(one)}`)}</dd>
        <dt>{say(language, 'back')}</dt>
        <dd>{say(language, `back.${one.back}`)}</dd>
      </dl>
    </div>
  );
}
