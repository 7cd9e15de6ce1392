/** On the page of a pair: where the two see it differently, if both agreed, and what the partner wrote. Nothing while there is nothing. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/page.tsx';
import type { PairSectionProps } from '../../pairs/components/sections.tsx';
import { findCheckInsOfPair } from '../client.ts';
import { sayRound } from '../rounds/words.ts';
import { say } from '../words.ts';
import { Differences } from './differences.tsx';

const useStyles = makeStyles({
  head: { margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase400 },
  note: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  at: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export default function CheckInsSection({ programmeId, pairId, pair }: PairSectionProps): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const styles = useStyles();
  const queryFn = () => findCheckInsOfPair({ programmeId, pairId });
  const { data: found } = useQuery({ queryKey: ['pair-check-ins', pairId], queryFn });
  if (!found || found.differs.length + found.notes.length === 0) return null;
  return (
    <Section title={t('pair.title')}>
      {found.differs.map(({ round, items }) => (
        <div key={round}>
          <h3 className={styles.head}>{sayRound(language, round)}</h3>
          <Differences items={items} />
        </div>
      ))}
      {found.notes.map(({ round, text, at }) => (
        <div key={round}>
          <h3 className={styles.head}>{t('pair.wrote', { name: pair.partner.name })}</h3>
          <p className={styles.note} dir="auto">
            {text}
          </p>
          <span className={styles.at}>
            {sayRound(language, round)} · <Moment at={at} style="day" />
          </span>
        </div>
      ))}
    </Section>
  );
}
