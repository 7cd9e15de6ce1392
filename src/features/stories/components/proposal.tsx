/** Other words from a coordinator beside one's own: taken with a press, and then still one's own to change. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { partNames, type Proposal, type StoryView } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
    gap: tokens.spacingHorizontalL,
    marginBottom: tokens.spacingVerticalL,
  },
  side: {
    margin: 0,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  label: { display: 'block', fontWeight: tokens.fontWeightSemibold },
});

export interface ProposalViewProps {
  readonly mine: StoryView;
  readonly name: string;
  readonly proposal: Proposal;
  onTake(this: void, proposal: Proposal): void;
}

export function ProposalView({ mine, name, proposal, onTake }: ProposalViewProps): ReactNode {
  const t = useSay(say);
  const lines = [
    { key: 'title', own: mine.title, suggested: proposal.title },
    ...partNames.map((part) => ({ key: part, own: mine.parts[part], suggested: proposal.parts[part] })),
  ].filter(({ own, suggested }) => own !== suggested);
  const take = (): void => {
    onTake(proposal);
    tell(t('proposal.taken', { name }));
  };
  return (
    <Section title={t('proposal.title')} lead={t('proposal.lead', { name })}>
      {lines.map(({ key, own, suggested }) => (
        <Beside key={key} {...{ own, suggested }} />
      ))}
      <Button onClick={take}>{t('proposal.take')}</Button>
    </Section>
  );
}

function Beside({ own, suggested }: { readonly own: string; readonly suggested: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <div className={styles.pair}>
      <p className={styles.side}>
        <span className={styles.label}>{t('proposal.now')}</span>
        {own}
      </p>
      <p className={styles.side}>
        <span className={styles.label}>{t('proposal.then')}</span>
        {suggested}
      </p>
    </div>
  );
}
