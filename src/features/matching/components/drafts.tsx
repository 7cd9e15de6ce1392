/** The drafts of this round: compared with the one that counts, and used again. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/page.tsx';
import type { DraftLine, Workbench } from '../proposals/model.ts';
import { sayAims } from '../weighing/words.ts';
import { capital, say } from '../words.ts';
import type { Compared } from './comparison.tsx';
import { useChangeText } from './summary.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  words: { flex: '1 1 240px' },
});

interface DraftsProps {
  readonly bench: Workbench;
  readonly onCompare: (compared: Compared) => void;
}

export function Drafts({ bench, onCompare }: DraftsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const current = bench.proposal;
  if (!current || current.state !== 'draft' || bench.drafts.length < 2) return null;
  return (
    <Section title={t('drafts.title')} lead={t('drafts.lead')}>
      <ul className={styles.list}>
        {bench.drafts.map((draft) => (
          <li key={draft.proposal.id} className={styles.line}>
            <DraftWords draft={draft} bench={bench} />
            {draft.proposal.id === current.id ? (
              <strong>{t('drafts.counts')}</strong>
            ) : (
              <CompareButton draft={draft} before={current.id} onCompare={onCompare} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function DraftWords({ draft, bench }: { readonly draft: DraftLine; readonly bench: Workbench }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const changeText = useChangeText(bench);
  const { proposal, change } = draft;
  const language = useLanguage();
  const made = useMade(draft, bench);
  return (
    <div className={styles.words}>
      <div>{made}</div>
      <div>
        {t('drafts.matched', { count: proposal.counts.matched })} {capital(sayAims(language, proposal.aims))}
        {proposal.aims.equalBy && `, ${t('drafts.equal', { cut: t(`cut.${proposal.aims.equalBy}`) })}`}
      </div>
      {change && <div>{changeText(change)}</div>}
    </div>
  );
}

function useMade({ proposal }: DraftLine, bench: Workbench): string {
  const t = useSay(say);
  const moment = useMoment();
  return t('sum.made', { name: bench.people[proposal.madeBy]?.name ?? '…', when: moment(proposal.madeAt) });
}

function CompareButton(props: {
  readonly draft: DraftLine;
  readonly before: string;
  readonly onCompare: (compared: Compared) => void;
}): ReactNode {
  const t = useSay(say);
  const moment = useMoment();
  const { id, madeAt } = props.draft.proposal;
  return (
    <Button
      aria-label={`${t('drafts.compare')}: ${moment(madeAt)}`}
      onClick={() => props.onCompare({ before: props.before, after: id, use: id })}
    >
      {t('drafts.compare')}
    </Button>
  );
}
