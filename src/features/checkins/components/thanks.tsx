import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { items, pointOf, type Said } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  said: { margin: `${tokens.spacingVerticalL} 0`, '& dd': { margin: `0 0 ${tokens.spacingVerticalM}` } },
  asked: { color: tokens.colorNeutralForeground2 },
  answered: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
});

/** Thanks, what was said, and the way to change it. */
export function ThanksSection({ said, onChange }: { readonly said: Said; onChange(this: void): void }): ReactNode {
  const t = useSay(say);
  return (
    <Section>
      <Notice intent="success" title={t('thanks.title')}>
        {t(said.contact ? 'thanks.contact' : 'thanks.text')}
      </Notice>
      <SaidList said={said} />
      <Button onClick={onChange}>{t('thanks.change')}</Button>
    </Section>
  );
}

/** What the person said in one round. */
export function SaidList({ said }: { readonly said: Said }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const lines: [string, string][] =
    said.round === 'day-14'
      ? [[t('met.title'), t(`met.${said.met}`)]]
      : [
          ...items.map((item): [string, string] => [t(`item.${item}`), t(`point.${pointOf(said.ratings[item])}`)]),
          ...(said.note === '' ? [] : [[t('note.label'), said.note] as [string, string]]),
        ];
  return (
    <dl className={styles.said}>
      {lines.map(([asked, answered]) => (
        <div key={asked}>
          <dt className={styles.asked}>{asked}</dt>
          <dd className={styles.answered}>{answered}</dd>
        </div>
      ))}
    </dl>
  );
}
