/** When somebody gets on the list, with the numbers that the rules use: the same text for coordinators, for pairs and for everybody else. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { reasonsForAWord, type Reason } from '../model.ts';
import { numbers } from '../rules.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  title: { margin: `${tokens.spacingVerticalXL} 0 ${tokens.spacingVerticalS}` },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, lineHeight: '1.55' },
});

/** The numbers in each sentence, by their names. */
const told: Readonly<Record<Reason, Readonly<Record<string, number>>>> = {
  'asked-for-contact': {},
  'no-first-meeting': numbers['no-first-meeting'],
  'no-next-date': numbers['no-next-date'],
  silence: numbers.silence,
  'cancelled-twice': numbers['cancelled-twice'],
  'not-back': numbers['not-back'],
};

export function SignalRules(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <>
      <h3 className={styles.title}>{t('rules.title')}</h3>
      <p>{t('rules.lead')}</p>
      <ul className={styles.list}>
        {reasonsForAWord.map((why) => (
          <li key={why}>{t(`rules.${why}`, told[why])}</li>
        ))}
        <li>{t('rules.rest', { rest: numbers.rest })}</li>
      </ul>
      <p>{t('rules.never')}</p>
    </>
  );
}
