/** One question with its answers: reading, answering, saying that it helped; for hosts pinning and taking out. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Empty, Loaded } from '../../../../ui/loaded.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { Receipt } from '../../../people/receipt/components/receipt.tsx';
import { sayTopic } from '../../topics/words.ts';
import { circlePath, findQuestion, pinQuestion } from '../client.ts';
import { circleKey, useCircleRefresh } from '../components/keys.ts';
import { OneText, TextList } from '../components/one-text.tsx';
import type { QuestionView } from '../model.ts';
import { say } from '../words.ts';

const AnswerForm = lazy(async () => ({ default: (await import('../components/answer-form.tsx')).AnswerForm }));

interface QuestionAddress {
  readonly programmeId: string;
  readonly circleQuestionId: string;
}

export default function QuestionPage({ programmeId, circleQuestionId }: QuestionAddress): ReactNode {
  const t = useSay(say);
  const reader = useLanguage();
  const found = useQuery({
    queryKey: circleKey(programmeId, 'question', circleQuestionId),
    queryFn: () => findQuestion(programmeId, circleQuestionId),
    staleTime: 0,
  });
  return (
    <Page
      title={t('question')}
      {...(found.data ? { lead: sayTopic(reader, found.data.question.topic ?? 'other') } : {})}
      back={{ to: circlePath(programmeId), label: t('title') }}
      narrow
    >
      <Loaded of={found}>{(view) => <Thread programmeId={programmeId} view={view} />}</Loaded>
    </Page>
  );
}

function Thread({ programmeId, view }: { readonly programmeId: string; readonly view: QuestionView }): ReactNode {
  const t = useSay(say);
  const { question, answers, open, seat } = view;
  const at = { programmeId, questionId: question.id };
  return (
    <>
      {!open && <Notice>{t('over')}</Notice>}
      <Section>
        <OneText {...{ at, view, one: question }}>
          {seat === 'host' && <Pin programmeId={programmeId} view={view} />}
        </OneText>
      </Section>
      <Section title={t('answers', { count: answers.length })}>
        {answers.length === 0 ? (
          <Empty title={t('answers.none')} text={t(open ? 'answers.none.text' : 'over')} />
        ) : (
          <TextList>
            {answers.map((one) => (
              <li key={one.id}>
                <OneText {...{ at, view, one }} />
              </li>
            ))}
          </TextList>
        )}
      </Section>
      {open && (
        <Section title={t('answer')} lead={t('answer.lead')}>
          {/* The next answer is another form, with an id of its own. */}
          <Suspense>
            <AnswerForm key={answers.filter(({ mine }) => mine).length} at={at} view={view} />
          </Suspense>
        </Section>
      )}
      <Receipt of="circle" />
    </>
  );
}

function Pin({ programmeId, view }: { readonly programmeId: string; readonly view: QuestionView }): ReactNode {
  const t = useSay(say);
  const refresh = useCircleRefresh(programmeId);
  const { pinned, question } = view;
  const { start, busy, problem } = useOnce(async () => {
    await pinQuestion(programmeId, question.id, !pinned);
    await refresh();
    tell(t(pinned ? 'pin.gone' : 'pin.done'));
  });
  return (
    <>
      {problem && <FormProblem problem={problem} />}
      <Button disabledFocusable={busy} onClick={() => void start()}>
        {t(pinned ? 'pin.undo' : 'pin')}
      </Button>
    </>
  );
}
