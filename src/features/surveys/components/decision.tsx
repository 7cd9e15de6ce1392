/** What the coordinators decided and why; writing a decision, and changing it with the earlier ones kept. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { ChoiceField } from '../../../ui/choices.tsx';
import { LongTextField } from '../../../ui/fields.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { Problem } from '../../../ui/http.ts';
import { useSay } from '../../../ui/language.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { decide } from '../client.ts';
import type { DecisionDraft, SurveyPage } from '../model.ts';
import { say } from '../words.ts';

type Written = SurveyPage['decisions'][number];
type Choice = DecisionDraft['choice'];

const order: readonly Choice[] = ['go', 'go-if', 'not-yet'];

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  choice: { margin: 0, fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  why: { margin: 0, lineHeight: '1.55', maxWidth: '68ch', whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  earlier: { '& summary': { cursor: 'pointer', minHeight: '44px' } },
});

export function DecisionSection({ survey }: { readonly survey: SurveyPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [isChanging, setChanging] = useState(false);
  const last = survey.decisions.at(-1);
  if (survey.state !== 'closed') return null;
  if (!last || isChanging)
    return (
      <Section title={t('decision.title')} lead={t('decision.lead')}>
        <DecisionForm survey={survey} onEnd={() => setChanging(false)} canStop={last !== undefined} />
      </Section>
    );
  return (
    <Section title={t('decision.stands')}>
      <div className={styles.stack}>
        <OneDecision one={last} />
        <div className={styles.foot}>
          {last.choice !== 'not-yet' && (
            <ButtonLink to={`/programmes/new?surveyId=${survey.id}`} appearance="primary">
              {t('decision.start')}
            </ButtonLink>
          )}
          <Button onClick={() => setChanging(true)}>{t('decision.change')}</Button>
        </div>
        <Earlier decisions={survey.decisions.slice(0, -1)} />
      </div>
    </Section>
  );
}

function OneDecision({ one }: { readonly one: Written }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment();
  const name = one.byName ?? t('decision.somebody');
  return (
    <div className={styles.stack}>
      <p className={styles.choice}>{t(`choice.${one.choice}`)}</p>
      <p className={styles.why} dir="auto">
        {one.why}
      </p>
      <p className={styles.small}>{t('decision.by', { name, day: write(one.at, 'day') })}</p>
    </div>
  );
}

function Earlier({ decisions }: { readonly decisions: readonly Written[] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  if (decisions.length === 0) return null;
  return (
    <details className={styles.earlier}>
      <summary>{t('decision.earlier')}</summary>
      <div className={styles.fields}>
        {decisions.toReversed().map((one) => (
          <OneDecision key={one.at} one={one} />
        ))}
      </div>
    </details>
  );
}

interface DecisionFormProps {
  readonly survey: SurveyPage;
  onEnd(this: void): void;
  readonly canStop: boolean;
}

function DecisionForm({ survey, onEnd, canStop }: DecisionFormProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const draft = useDraft<{ choice: Choice | undefined; why: string }>(`decision-${survey.id}`, {
    choice: undefined,
    why: '',
  });
  const { choice, why } = draft.value;
  const save = async (): Promise<void> => {
    await decide(survey.id, { choice, why, after: survey.decisions.length } as DecisionDraft).catch(refetchOnConflict);
    await queries.invalidateQueries({ queryKey: ['surveys'] });
    tell(t('decision.saved'));
    onEnd();
  };
  /** Shows the other's decision above, while what was typed stays in the draft. */
  const refetchOnConflict = async (error: unknown): Promise<never> => {
    if (error instanceof Problem && error.status === 409) {
      tell(error.detail, { intent: 'warning' });
      await queries.invalidateQueries({ queryKey: ['surveys'] });
    }
    throw error;
  };
  return (
    <Form
      draft={draft}
      submit={t('decision.save')}
      onSubmit={save}
      actions={canStop && <Button onClick={onEnd}>{t('new.back')}</Button>}
    >
      <div className={styles.fields}>
        <ChoiceField
          name="choice"
          label={t('decision.choice')}
          required
          value={choice}
          onChange={(chosen) => draft.set({ choice: chosen })}
          choices={order.map((value) => ({ value, label: t(`choice.${value}`) }))}
        />
        <LongTextField
          name="why"
          label={t('decision.why')}
          hint={t('decision.why.hint')}
          required
          most={2000}
          value={why}
          onChange={(text) => draft.set({ why: text })}
        />
      </div>
    </Form>
  );
}
