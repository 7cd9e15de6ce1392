/** When, where, for how long, in which language, by whom; what it is about, in its own language. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { TextLink } from '../../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Moment, useMoment } from '../../../../ui/moment.tsx';
import { ownName } from '../../../surveys/audience/rules.ts';
import type { MySession } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  about: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    maxWidth: '64ch',
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(90px, max-content) 1fr',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    '& dt': { fontWeight: tokens.fontWeightSemibold },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
});

interface FactsProps {
  readonly of: Pick<MySession, 'about' | 'language' | 'start' | 'zone' | 'minutes' | 'place' | 'online' | 'byName'> &
    Pick<MySession, 'closesAt'> & { readonly joinUrl?: string | undefined };
}

export function Facts({ of: one }: FactsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const reader = useLanguage();
  const write = useMoment(one.zone);
  return (
    <>
      <p className={styles.about} lang={one.language} dir="auto">
        {one.about}
      </p>
      <dl className={styles.facts}>
        <dt>{t('fact.when')}</dt>
        <dd>
          <Moment at={one.start} zone={one.zone} />
        </dd>
        <dt>{t('fact.long')}</dt>
        <dd>{t('minutes', { minutes: one.minutes })}</dd>
        {one.place !== '' && (
          <>
            <dt>{t('fact.where')}</dt>
            <dd dir="auto">{one.place}</dd>
          </>
        )}
        {one.online && (
          <>
            <dt>{t('fact.online')}</dt>
            <dd>
              {one.joinUrl === undefined ? (
                t('online.later')
              ) : (
                <TextLink to={one.joinUrl} inText>
                  {t('online.join')}
                </TextLink>
              )}
            </dd>
          </>
        )}
        <dt>{t('fact.language')}</dt>
        <dd>{ownName(one.language, reader)}</dd>
        <dt>{t('fact.until')}</dt>
        <dd>{write(one.closesAt - 1)}</dd>
        <dt>{t('fact.host')}</dt>
        <dd>{one.byName}</dd>
      </dl>
    </>
  );
}
