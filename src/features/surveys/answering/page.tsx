import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
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

type Ended = 'thanks' | 'already' | 'over';

const useStyles = makeStyles({
  text: { margin: `0 0 ${tokens.spacingVerticalL}`, lineHeight: '1.55', maxWidth: '64ch' },
  ended: { display: 'block', marginBottom: tokens.spacingVerticalXL, lineHeight: '1.55', maxWidth: '64ch' },
});

/** For whoever is asked: who reads what, then the questions. Also the dialog that the card opens. */
export default function AnswerSurveyPage({ surveyId }: { readonly surveyId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['survey-answer', surveyId], queryFn: () => findAnswerPage(surveyId) });
  const [outcome, setOutcome] = useState<Ended>();
  return (
    <Page title={found.data?.asks.title ?? t('toAnswer.title')} lead={found.data?.asks.intro} narrow>
      <Loaded of={found}>
        {(page) => {
          const ended = outcome ?? endOf(page.state);
          return ended ? <Outcome ended={ended} /> : <Questions page={page} onEnd={setOutcome} />;
        }}
      </Loaded>
    </Page>
  );
}

function endOf(state: AnswerPage['state']): Ended | undefined {
  if (state === 'open') return undefined;
  return state === 'answered' ? 'already' : 'over';
}

interface QuestionsProps {
  readonly page: AnswerPage;
  onEnd(this: void, ended: Ended): void;
}

function Questions({ page, onEnd }: QuestionsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const language = useLanguage();
  const write = useMoment('Europe/Brussels');
  const queries = useQueryClient();
  const draft = useDraft<Drafted>(`survey-${page.id}`, {});
  const send = async (): Promise<void> => {
    const { outcome } = await sendAnswer(page.id, toSend(page.asks.items, draft.value));
    const ended = { kept: 'thanks', 'already-answered': 'already', closed: 'over' } as const;
    onEnd(ended[outcome]);
    await queries.invalidateQueries({ queryKey: ['my-surveys'] });
  };
  return (
    <>
      <Section title={t('privacy.title')}>
        <p className={styles.text}>
          {t('card.until', { minutes: page.asks.minutes, day: write(page.closesAt, 'day') })}
        </p>
        <WhoReadsWhat language={language} floor={page.floor} hasTexts={page.asks.items.some(isText)} />
      </Section>
      <Section title={t('answer.questions')} lead={t('answer.lead')}>
        <Form submit={t('card.send')} onSubmit={send} draft={draft}>
          <QuestionFields
            {...{ asks: page.asks, language, value: draft.value }}
            onChange={(id, said) => draft.set({ [id]: said })}
          />
        </Form>
        <Receipt of="survey" floors={{ rating: page.floor, text: floors.text }} />
      </Section>
    </>
  );
}

function Outcome({ ended }: { readonly ended: Ended }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t(`${ended}.title`)}>
      <output className={styles.ended}>{t(`${ended}.text`)}</output>
      {currentHost()?.inDialog ? (
        <Button appearance="primary" onClick={() => closeDialog()}>
          {t('answer.close')}
        </Button>
      ) : (
        <ButtonLink to="/">{t('answer.home')}</ButtonLink>
      )}
    </Section>
  );
}
