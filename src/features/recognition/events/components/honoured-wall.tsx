/** On the programme's page of thanks: events that were, and who of the honoured wanted to be named here. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Moment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/page.tsx';
import { findHonoured } from '../client.ts';
import type { HonouredPage } from '../honours/model.ts';
import { say } from '../words.ts';
import { Criteria } from './facts.tsx';
import { Shares } from './fairness.tsx';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
  },
  item: {
    listStyleType: 'none',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    '& p': { margin: `0 0 ${tokens.spacingVerticalXS}`, overflowWrap: 'anywhere' },
  },
  who: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function HonouredWall({ programmeId }: { readonly programmeId: string }): ReactNode {
  const found = useQuery({ queryKey: ['honoured', programmeId], queryFn: () => findHonoured(programmeId) });
  return (found.data ?? []).map((event) => <Held key={event.id} event={event} />);
}

function Held({ event }: { readonly event: HonouredPage[number] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={event.title}>
      <p className={styles.quiet}>
        <Moment at={event.start} zone={event.zone} style="day" />
      </p>
      {event.honoured.length === 0 ? (
        <p>{t('wall.nobody')}</p>
      ) : (
        <ul className={styles.list}>
          {event.honoured.map((one) => (
            <li key={one.name} className={styles.item}>
              <p className={styles.who}>{one.name}</p>
              <p>{t(`side.${one.side}`)}</p>
              <Criteria ids={one.criteria} of={event.criteria} />
            </li>
          ))}
        </ul>
      )}
      <Shares of={event.fairness} />
    </Section>
  );
}
