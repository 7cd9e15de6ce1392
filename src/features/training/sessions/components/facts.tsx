/** When, where, for how long, in which language, by whom; what it is about, in its own language. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { ownName } from '../../../surveys/audience/rules.ts';
import type { MySession } from '../model.ts';
import { say } from '../words.ts';
import { WhenWhere } from './when-where.tsx';

const useStyles = makeStyles({
  about: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    maxWidth: '64ch',
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
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
      <WhenWhere of={one} joinUrl={one.joinUrl} later={t('online.later')}>
        <dt>{t('fact.language')}</dt>
        <dd>{ownName(one.language, reader)}</dd>
        <dt>{t('fact.until')}</dt>
        <dd>{write(one.closesAt - 1)}</dd>
        <dt>{t('fact.host')}</dt>
        <dd>{one.byName}</dd>
      </WhenWhere>
    </>
  );
}
