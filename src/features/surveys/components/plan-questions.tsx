/** The first step of a plan: every question with why it is asked; drop, move, add from the bank, or write an own one. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import type { Draft } from '../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/page.tsx';
import { findBank } from '../client.ts';
import type { BankSet, SurveyPage } from '../model.ts';
import { say } from '../planning/words.ts';
import { say as sayStep } from '../words.ts';
import { AddFromBank } from './add-from-bank.tsx';
import type { Ask, NewSurvey } from './new-survey.tsx';
import { OwnQuestionForm } from './own-question.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalL,
    listStyleType: 'none',
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 640px)': { gridTemplateColumns: '1fr' },
  },
  text: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  why: { margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground2 },
  how: { margin: `0 0 ${tokens.spacingVerticalL}`, color: tokens.colorNeutralForeground2, maxWidth: '64ch' },
  small: { minWidth: 0, paddingInline: tokens.spacingHorizontalS },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalXS },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalL },
});

export interface PlanQuestionsProps {
  readonly survey: SurveyPage;
  readonly draft: Draft<NewSurvey>;
}

export function PlanQuestions({ survey, draft }: PlanQuestionsProps): ReactNode {
  const bank = useQuery({ queryKey: ['surveys', 'bank'], queryFn: findBank });
  return <Loaded of={bank}>{(sets) => <Questions {...{ survey, draft, sets }} />}</Loaded>;
}

type BankItem = BankSet['items'][number];

function Questions({ survey, draft, sets }: PlanQuestionsProps & { readonly sets: readonly BankSet[] }): ReactNode {
  const t = useSay(say);
  const step = useSay(sayStep);
  const styles = useStyles();
  const [adding, setAdding] = useState<'bank' | 'own'>();
  const { asks } = draft.value;
  const set = sets.find(({ id }) => id === survey.set);
  const known = new Map(sets.flatMap(({ items }) => items.map((one) => [one.id, one] as const)));
  const put = (next: readonly Ask[]): void => draft.set({ asks: next });
  const lost = (set?.items ?? []).some(({ id }) => !asks.includes(id));
  return (
    <Section title={step('plan.questions')} lead={[step('new.step', { step: 1 }), set?.when].join(' · ')}>
      <p className={styles.how}>{survey.scoring}</p>
      <ol className={styles.list}>
        {asks.map((ask, place) => (
          <OneAsk
            key={typeof ask === 'string' ? ask : ask.text.en}
            {...{ ask, place, asks, put }}
            found={typeof ask === 'string' ? known.get(ask) : undefined}
          />
        ))}
      </ol>
      {lost && <p className={styles.why}>{t('plan.compare')}</p>}
      <div className={styles.foot}>
        <Button aria-expanded={adding === 'bank'} onClick={() => setAdding(adding === 'bank' ? undefined : 'bank')}>
          {t('plan.bank')}
        </Button>
        <Button aria-expanded={adding === 'own'} onClick={() => setAdding(adding === 'own' ? undefined : 'own')}>
          {t('plan.own')}
        </Button>
      </div>
      {adding === 'bank' && <AddFromBank {...{ sets, asks }} onAdd={(id) => put([...asks, id])} />}
      {adding === 'own' && (
        <OwnQuestionForm
          surveyId={survey.id}
          onAdd={(own) => {
            put([...asks, own]);
            setAdding(undefined);
          }}
        />
      )}
    </Section>
  );
}

interface OneAskProps {
  readonly ask: Ask;
  readonly place: number;
  readonly asks: readonly Ask[];
  readonly found: BankItem | undefined;
  put(this: void, asks: readonly Ask[]): void;
}

function OneAsk({ ask, place, asks, found, put }: OneAskProps): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const styles = useStyles();
  const text = typeof ask === 'string' ? (found?.text ?? ask) : ask.text[language];
  const why =
    typeof ask === 'string' ? found && t('plan.why', { theme: found.theme, why: found.why }) : t('plan.own.why');
  const move = (by: 1 | -1): void => put(asks.with(place, asks[place + by]!).with(place + by, ask));
  return (
    <li className={styles.item}>
      <div>
        <p className={styles.text}>{text}</p>
        <p className={styles.why}>{why}</p>
      </div>
      <div className={styles.buttons}>
        <Button
          appearance="subtle"
          className={styles.small}
          disabledFocusable={place === 0}
          aria-label={t('plan.up.of', { text })}
          onClick={() => place > 0 && move(-1)}
        >
          {t('plan.up')}
        </Button>
        <Button
          appearance="subtle"
          className={styles.small}
          disabledFocusable={place === asks.length - 1}
          aria-label={t('plan.down.of', { text })}
          onClick={() => place < asks.length - 1 && move(1)}
        >
          {t('plan.down')}
        </Button>
        <Button
          appearance="subtle"
          className={styles.small}
          aria-label={t('plan.drop.of', { text })}
          onClick={() => put(asks.filter((_, at) => at !== place))}
        >
          {t('plan.drop')}
        </Button>
      </div>
    </li>
  );
}
