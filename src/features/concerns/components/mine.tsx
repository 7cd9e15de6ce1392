/** How the own request stands, what was given (folded in), and taking it back. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Confirm } from '../../../ui/confirm.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import type { Mine as MineView } from '../model.ts';
import { say } from '../words.ts';
import { WishFacts } from './wish-facts.tsx';

const useStyles = makeStyles({
  text: { margin: `0 0 ${tokens.spacingVerticalM}`, lineHeight: '1.55' },
  given: {
    marginBottom: tokens.spacingVerticalM,
    '& summary': { cursor: 'pointer', minHeight: '44px', lineHeight: '44px' },
  },
});

export interface MineProps {
  readonly mine: MineView;
  takeBack(this: void): Promise<unknown>;
}

export function Mine({ mine, takeBack }: MineProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment();
  return (
    <Section title={t('mine.title')}>
      <p className={styles.text}>
        <State mine={mine} />
      </p>
      {mine.isLate && (
        <Notice intent="warning" title={t('mine.late.title')}>
          {t('mine.late')}
        </Notice>
      )}
      {mine.isBack && (
        <Notice intent="warning" title={t('mine.back.title')}>
          {t('mine.back')}
        </Notice>
      )}
      {mine.state !== 'done' && !mine.isBack && !mine.isHeard && <Notice intent="warning">{t('mine.unheard')}</Notice>}
      <p className={styles.text}>{t('mine.goes', { day: write(mine.goesOn, 'day') })}</p>
      <details className={styles.given}>
        <summary>{t('mine.show')}</summary>
        <WishFacts wish={mine.wish} />
      </details>
      <Confirm
        title={t('mine.take-back.title')}
        text={t('mine.take-back.text')}
        confirm={t('mine.take-back')}
        trigger={<Button>{t('mine.take-back')}</Button>}
        onConfirm={takeBack}
      />
    </Section>
  );
}

function State({ mine: { state, at, advisers, isBack, takenBy = '' } }: { readonly mine: MineView }): ReactNode {
  const t = useSay(say);
  const write = useMoment();
  const list = new Intl.ListFormat(useLanguage()).format(advisers);
  if (isBack) return t('mine.sent', { day: write(at, 'day') });
  return state === 'open' ? t('mine.open', { day: write(at, 'day'), list }) : t(`mine.${state}`, { name: takenBy });
}
