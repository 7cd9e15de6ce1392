/** For everybody of a programme that has closed: what we wanted, and what came of it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { Page } from '../../../../ui/page.tsx';
import { findOutcome } from '../client.ts';
import { AnswerCard } from '../components/answer-card.tsx';
import { roundsForAll } from '../rules.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({ list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL } });

export default function OutcomePage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const found = useQuery({ queryKey: ['outcome', programmeId], queryFn: () => findOutcome(programmeId) });
  const lead = found.data && t('outcome.lead', { name: found.data.name });
  return (
    <Page title={t('outcome')} lead={lead} back={{ to: '/', label: t('outcome.back') }} narrow>
      <Loaded of={found}>
        {({ answers }) =>
          answers.length === 0 ? (
            <p>{t('outcome.none')}</p>
          ) : (
            <div className={styles.list}>
              {answers.map((one) => (
                <AnswerCard key={one.goalId} one={one} isAbout={roundsForAll(one)} heading="h2" />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
