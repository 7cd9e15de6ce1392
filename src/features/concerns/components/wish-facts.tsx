/** A wish in words: how, when, where not, in which language. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import type { Wish } from '../model.ts';
import { say } from '../words.ts';
import { useHalves } from './wish-form.tsx';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(7em, auto) 1fr',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: `0 0 ${tokens.spacingVerticalM}`,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
    '@media (max-width: 480px)': { gridTemplateColumns: '1fr', '& dd': { marginBottom: tokens.spacingVerticalS } },
  },
  contact: { fontWeight: tokens.fontWeightSemibold },
});

export function WishFacts({ wish }: { readonly wish: Omit<Wish, 'adviser'> }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const halves = useHalves().filter(({ value }) => wish.halves.includes(value));
  const { how } = wish;
  const where = how.way === 'site' ? how.site : 'contact' in how ? how.contact : undefined;
  return (
    <dl className={styles.facts}>
      <dt>{t('advising.how')}</dt>
      <dd>
        {t(`reach.${how.way}`)}
        {where !== undefined && <div className={styles.contact}>{where}</div>}
      </dd>
      <dt>{t('advising.when')}</dt>
      <dd>{halves.map(({ label }) => label).join(' · ')}</dd>
      {wish.avoid.length > 0 && (
        <>
          <dt>{t('advising.not')}</dt>
          <dd>{wish.avoid.map((one) => t(`avoid.${one}`)).join(' · ')}</dd>
        </>
      )}
      <dt>{t('advising.speak')}</dt>
      <dd>{t(`speak.${wish.speak}`)}</dd>
    </dl>
  );
}
