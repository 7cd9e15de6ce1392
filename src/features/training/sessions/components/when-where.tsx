/** When, how long and where something with a date takes place; further facts stand below, in the same list. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { TextLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Moment } from '../../../../ui/moment.tsx';
import type { MySession } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(90px, max-content) 1fr',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    '& dt': { fontWeight: tokens.fontWeightSemibold },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
  },
});

interface WhenWhereProps {
  readonly of: Pick<MySession, 'start' | 'zone' | 'place' | 'online'> & { readonly minutes: number };
  readonly joinUrl?: string | undefined;
  /** What stands there before the link is known. */
  readonly later: string;
  readonly children: ReactNode;
}

export function WhenWhere({ of: one, joinUrl, later, children }: WhenWhereProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
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
            {joinUrl === undefined ? (
              later
            ) : (
              <TextLink to={joinUrl} inText>
                {t('online.join')}
              </TextLink>
            )}
          </dd>
        </>
      )}
      {children}
    </dl>
  );
}
