/** What the other of the pair chose to show; nothing where they show none. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Section } from '../../../../ui/page.tsx';
import type { PairSectionProps } from '../../../pairs/components/sections.tsx';
import { callName } from '../../../people/model.ts';
import { findShownBadges } from '../client.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: '20px',
  },
});

export default function ShownBadgesSection({ programmeId, pairId, pair }: PairSectionProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const isOpen = pair.state !== 'ended' || pair.ending === 'together';
  const found = useQuery({
    ...{ queryKey: ['shown-badges', pairId], queryFn: () => findShownBadges(programmeId, pairId), enabled: isOpen },
  });
  if (!found.data || found.data.length === 0) return undefined;
  const name = callName(pair.partner);
  return (
    <Section title={t('partner.title', { name })} lead={t('partner.lead', { name })}>
      <ul className={styles.list}>
        {found.data.map(({ id, kind, side }) => (
          <li key={id}>{t('name', { kind: t(`kind.${kind}`), side: t(`side.${side}`) })}</li>
        ))}
      </ul>
    </Section>
  );
}
