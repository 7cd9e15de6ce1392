import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { organisationZone } from '../../../platform/zone.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { closeDialog, currentHost } from '../../../ui/host.ts';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Receipt } from '../../people/receipt/components/receipt.tsx';
import { floors } from '../../release/model.ts';
import { findAnswerPage, sendAnswer } from '../client.ts';
import { WhoReadsWhat } from '../components/privacy.tsx';
import { QuestionFields, toSend, type Drafted } from '../components/questions.tsx';
import type { AnswerPage } from '../model.ts';
import { isText } from '../questions/rules.ts';
import { say } from '../words.ts';

type Ended = 'thanks' | 'replaced' | 'already' | 'over' | 'taken';

/** For few, and after the questions. */
const TakeBack = lazy(async () => ({ default: (await import('./components/take-back.tsx')).TakeBack }));

const useStyles = makeStyles({
  text: { margin: `0 0 ${tokens.spacingVerticalL}`, lineHeight: '1.55', maxWidth: '64ch' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  ended: { display: 'block', marginBottom: tokens.spacingVerticalXL, lineHeight: '1.55', maxWidth: '64ch' },
});

/** For whoever is asked: who reads what, then the questions. Also the dialog that the card opens. */
export default function AnswerSurveyPage({ surveyId }: { readonly surveyId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['survey-answer', surveyId], queryFn: () => findAnswerPage(surveyId) });
  const [outcome, setOutcome] = useState<Ended>();
  const [again, setAgain] = useState(false);
  return (
    <Page title={found.data?.asks.title ?? t('toAnswer.title')} lead={found.data?.asks.intro} narrow>
      <Loaded of={found}>
        {(page) => {
          if (outcome) return <Outcome ended={outcome} />;
          const takeBack = page.mayTakeBack && (
            <Suspense>
              <TakeBack surveyId={page.id} onEnd={() => setOutcome('taken')} />
            </Suspense>
          );
          if (page.state === 'closed') return <Outcome ended="over">{takeBack}</Outcome>;
          if (page.state === 'answered' && page.mode === 'anonymous') return <Outcome ended="already" />;
          if (page.state === 'answered' && !again)
            return (
              <Answered page={page} onAgain={() => setAgain(true)}>
                {takeBack}
              </Answered>
            );
          return <Questions page={page} onEnd={setOutcome} />;
        }}
      </Loaded>
    </Page>
  );
}

interface AnsweredProps {
  readonly page: AnswerPage;
  onAgain(this: void): void;
  readonly children: ReactNode;
}

/** A confidential answer, which nobody is shown, can be replaced. */
function Answered({ page, onAgain, children }: AnsweredProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment(organisationZone);
  return (
    <Section title={t('answered.title')}>
      <p className={styles.text}>{t('answered.text', { day: write(page.closesAt, 'day') })}</p>
      <div className={styles.foot}>
        <Button appearance="primary" onClick={onAgain}>
          {t('answer.again')}
        </Button>
        {children}
      </div>
    </Section>
  );
}

interface QuestionsProps {
  readonly page: AnswerPage;
  onEnd(this: void, ended: Ended): void;
}

function Questions({ page, onEnd }: QuestionsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const write = useMoment(organisationZone);
  const queries = useQueryClient();
  const draft = useDraft<Drafted>(`survey-${page.id}`, {});
  const send = async (): Promise<void> => {
    const { outcome } = await sendAnswer(page.id, toSend(page.asks.items, draft.value));
    const ended = { kept: 'thanks', replaced: 'replaced', 'already-answered': 'already', closed: 'over' } as const;
    onEnd(ended[outcome]);
    await queries.invalidateQueries({ queryKey: ['my-surveys'] });
    await queries.invalidateQueries({ queryKey: ['survey-answer', page.id] });
  };
  return (
    <>
      <Section title={t('privacy.title')}>
        <p className={styles.text}>
          {t('card.until', { minutes: page.asks.minutes, day: write(page.closesAt, 'day') })}
        </p>
        <WhoReadsWhat {...{ language, floor: page.floor, mode: page.mode }} hasTexts={page.asks.items.some(isText)} />
      </Section>
      <Section title={t('answer.questions')} lead={t('answer.lead')}>
        <Form submit={t('card.send')} onSubmit={send} draft={draft}>
          <QuestionFields
            {...{ asks: page.asks, language, value: draft.value }}
            onChange={(id, said) => draft.set({ [id]: said })}
          />
        </Form>
        <Receipt
          of={page.mode === 'anonymous' ? 'survey' : 'confidential-survey'}
          floors={{ rating: page.floor, text: floors.text }}
        />
      </Section>
    </>
  );
}

function Outcome({ ended, children }: { readonly ended: Ended; readonly children?: ReactNode }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t(`${ended}.title`)}>
      <output className={styles.ended}>{t(`${ended}.text`)}</output>
      <div className={styles.foot}>
        {currentHost()?.inDialog ? (
          <Button appearance="primary" onClick={() => closeDialog()}>
            {t('answer.close')}
          </Button>
        ) : (
          <ButtonLink to="/">{t('answer.home')}</ButtonLink>
        )}
        {children}
      </div>
    </Section>
  );
}
