/** On the programme's page of thanks: what the programme itself said, and the way to say more for whoever may. */
import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Moment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Picture } from '../../components/picture.tsx';
import { findShown } from '../client.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(280px, 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
  },
  item: {
    listStyleType: 'none',
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  text: { margin: `0 0 ${tokens.spacingVerticalM}`, overflowWrap: 'anywhere' },
  who: { fontWeight: tokens.fontWeightSemibold },
});

export function ShownCredits({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const found = useQuery({ queryKey: ['credits-shown', programmeId], queryFn: () => findShown(programmeId) });
  if (!found.data) return undefined;
  const { mayGive, credits } = found.data;
  return (
    <>
      {mayGive && <ButtonLink to={`/programmes/${programmeId}/credits`}>{t('page.title')}</ButtonLink>}
      {credits.length > 0 && (
        <Section title={t('wall.title')}>
          <ul className={styles.list}>
            {credits.map((one) => (
              <li key={one.id} className={styles.item}>
                {one.picture && <Picture name={one.picture} />}
                <p className={styles.text}>{one.text}</p>
                <p className={styles.who}>
                  {t('wall.to', { by: one.byName, to: one.group ? t(`to.${one.group}`) : (one.toName ?? '') })}
                </p>
                <Moment at={one.at} style="day" />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
