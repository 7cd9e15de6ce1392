/** The way to the next round, and for a draft that is one: what it can be compared with. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button, ButtonLink } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/page.tsx';
import { askAgain, findRounds } from '../../client.ts';
import type { RoundsView } from '../model.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalM },
  text: { margin: 0, lineHeight: '1.55', maxWidth: '68ch' },
  part: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

export function AskAgain({ surveyId, rounds }: { readonly surveyId: string; readonly rounds: RoundsView }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const { start, busy, problem } = useOnce(async () => {
    const { id } = await askAgain(surveyId);
    await queries.invalidateQueries({ queryKey: ['surveys'] });
    go(`/surveys/${id}`);
  });
  if (!rounds.mayAskAgain) return null;
  return (
    <Section title={t('again.title')} lead={t('again.lead')}>
      <div className={styles.stack}>
        {rounds.nextId === undefined ? (
          <Button disabledFocusable={busy} onClick={() => void start()}>
            {t('again.go')}
          </Button>
        ) : (
          <ButtonLink to={`/surveys/${rounds.nextId}`}>{t('again.there')}</ButtonLink>
        )}
        {problem && <FormProblem problem={problem} />}
      </div>
    </Section>
  );
}

export function useRounds(surveyId: string) {
  return useQuery({ queryKey: ['surveys', surveyId, 'rounds'], queryFn: () => findRounds(surveyId) });
}

/** What a change of the questions does to the comparison, as they were last kept. Nothing for a first round. */
export function PlanCompare({ surveyId }: { readonly surveyId: string }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment();
  const { data } = useRounds(surveyId);
  const earlier = data?.earlier;
  if (!earlier) return null;
  return (
    <Section
      title={t('plan.title', { day: write(earlier.closedAt, 'day') })}
      lead={t(earlier.isLinked ? 'plan.linked' : 'plan.apart')}
    >
      <div className={styles.stack}>
        <p className={styles.text}>
          {t('plan.kept', { count: earlier.kept })} {t('plan.why')}
        </p>
        <Questions title={t('plan.dropped')} texts={earlier.dropped} />
        <Questions title={t('plan.added')} texts={earlier.added} />
      </div>
    </Section>
  );
}

function Questions({ title, texts }: { readonly title: string; readonly texts: readonly string[] }): ReactNode {
  const styles = useStyles();
  if (texts.length === 0) return null;
  return (
    <>
      <h3 className={styles.part}>{title}</h3>
      <ul className={styles.list}>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}
