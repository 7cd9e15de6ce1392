/** Three questions after a session, with who reads the answers before the first. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Receipt } from '../../../people/receipt/components/receipt.tsx';
import { floors } from '../../../release/model.ts';
import { QuestionFields, toSend, type Drafted } from '../../../surveys/components/questions.tsx';
import { sendFeedback, type SessionPlace } from '../client.ts';
import type { MySession } from '../model.ts';
import { say } from '../words.ts';

interface FeedbackFormProps {
  readonly at: SessionPlace;
  readonly of: NonNullable<MySession['feedback']>;
}

const nothingYet = { answers: {} as Drafted };

export function FeedbackForm({ at, of: { closesAt, isGiven, questions } }: FeedbackFormProps): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const write = useMoment();
  const queries = useQueryClient();
  const draft = useDraft(`session-feedback-${at.sessionId}`, nothingYet);
  if (isGiven) return <Notice intent="success">{t('thanks.text')}</Notice>;
  const send = async (): Promise<void> => {
    const { outcome } = await sendFeedback(at, toSend(questions, draft.value.answers));
    await queries.invalidateQueries({ queryKey: ['my-session', at.programmeId, at.sessionId] });
    await queries.invalidateQueries({ queryKey: ['my-sessions'] });
    tell(t(outcome === 'closed' ? 'thanks.over' : 'thanks'));
  };
  return (
    <Section
      title={t('ask.title')}
      lead={`${t('ask.who', floors)} ${t('ask.until', { day: write(closesAt - 1, 'day') })}`}
    >
      <Form draft={draft} submit={t('ask.send')} onSubmit={send}>
        <QuestionFields
          asks={{ items: questions, sections: [] }}
          language={language}
          value={draft.value.answers}
          onChange={(id, said) => draft.set({ answers: { ...draft.value.answers, [id]: said } })}
        />
      </Form>
      <Receipt of="session-feedback" />
    </Section>
  );
}
