import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { HeartRegular } from '@fluentui/react-icons/svg/heart';
import type { ReactNode } from 'react';
import { useSay } from '../../ui/language.tsx';
import { Empty, Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { findWall } from './client.ts';
import { ShownCredits } from './credit/components/shown.tsx';
import { Picture } from './components/picture.tsx';
import { HonouredWall } from './events/components/honoured-wall.tsx';
import { EventsLink } from './events/components/events-link.tsx';
import { say } from './words.ts';

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
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  text: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
  },
  who: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What people of a programme wanted to say to each other, and both agreed to show. */
export default function ThanksPage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const wall = useQuery({ queryKey: ['thanks-wall', programmeId], queryFn: () => findWall(programmeId) });
  return (
    <Page title={t('wall.title')} lead={t('wall.lead')} action={<EventsLink programmeId={programmeId} />}>
      <Loaded of={wall}>
        {(found) => (
          <>
            <p className={styles.quiet}>{t('wall.count', { count: found.count })}</p>
            {found.thanks.length === 0 ? (
              <Empty icon={<HeartRegular />} title={t('wall.none')} text={t('wall.none.text')} />
            ) : (
              <ul className={styles.list}>
                {found.thanks.map((one) => (
                  <li key={one.id} className={styles.item}>
                    {one.picture && <Picture name={one.picture} />}
                    <p className={styles.text}>{one.text}</p>
                    <p className={styles.who}>{t('wall.line', { from: one.from, to: one.to })}</p>
                    <Moment at={one.at} style="day" />
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
      <ShownCredits programmeId={programmeId} />
      <HonouredWall programmeId={programmeId} />
    </Page>
  );
}
