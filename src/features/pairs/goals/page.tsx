/** The goals of a mentee, for the two of the pair: each with its steps, its notes and what came of it. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Receipt } from '../../people/receipt/components/receipt.tsx';
import { findGoals, type PairAddress } from './client.ts';
import { ChangeGoal } from './components/change-goal.tsx';
import { goalsKey, useGoalStyles, type GoalProps } from './components/lines.tsx';
import { Notes } from './components/notes.tsx';
import { Outcome } from './components/outcome.tsx';
import { Steps } from './components/steps.tsx';
import type { GoalsView } from './model.ts';
import { GoalText } from './components/goal-text.tsx';
import { say } from './words.ts';

export default function GoalsPage(at: PairAddress): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: goalsKey(at), queryFn: () => findGoals(at), staleTime: 0 });
  const name = found.data?.partner.name ?? '…';
  const whose = found.data?.mine === false ? 'theirs' : 'mine';
  const base = `/programmes/${at.programmeId}/pairs/${at.pairId}`;
  const make = found.data?.open && found.data.mine && found.data.goals.length > 0;
  return (
    <Page
      title={t(`title.${whose}`, { name })}
      lead={t(`lead.${whose}`, { name })}
      back={{ to: base, label: t('back') }}
      {...(make ? { action: <ButtonLink to={`${base}/goals/new`}>{t('make')}</ButtonLink> } : {})}
      narrow
    >
      <Loaded of={found}>{(known) => <Goals at={at} found={known} />}</Loaded>
    </Page>
  );
}

function Goals({ at, found }: { readonly at: PairAddress; readonly found: GoalsView }): ReactNode {
  const t = useSay(say);
  const { name } = found.partner;
  const make = `/programmes/${at.programmeId}/pairs/${at.pairId}/goals/new`;
  if (found.goals.length === 0)
    return (
      <Section>
        <Empty
          title={t(found.mine ? 'title.mine' : 'title.theirs', { name })}
          text={t(found.mine ? 'none.mine' : 'none.theirs', { name })}
          {...(found.mine && found.open
            ? {
                action: (
                  <ButtonLink to={make} appearance="primary">
                    {t('make')}
                  </ButtonLink>
                ),
              }
            : {})}
        />
      </Section>
    );
  return (
    <>
      {found.goals.map((one) => (
        <Goal key={one.id} {...{ at, found, one }} />
      ))}
      <Receipt of="pair-goal" />
    </>
  );
}

function Goal(props: GoalProps): ReactNode {
  const t = useSay(say);
  const styles = useGoalStyles();
  const { found, one } = props;
  const number = found.goals.indexOf(one) + 1;
  return (
    <Section title={t('one', { number })}>
      <GoalText one={one} />
      <Steps {...props} />
      <Notes {...props} />
      {found.mine && !one.dropped && (
        <details className={styles.fold} open={one.outcome !== undefined || !found.open}>
          <summary>{t('say')}</summary>
          <Outcome {...props} />
        </details>
      )}
      {found.mine && <ChangeGoal {...props} />}
    </Section>
  );
}
