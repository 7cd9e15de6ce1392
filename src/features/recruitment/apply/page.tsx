import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { closeDialog } from '../../../ui/host.ts';
import { Problem } from '../../../ui/http.ts';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { findApplication, saveAnswers } from '../client.ts';
import { Questions, questionSteps, type Answers } from '../components/questions.tsx';
import type { PersonCard } from '../../people/model.ts';
import type { ApplyPage, Questionnaire } from '../model.ts';
import { missingFor } from '../rules.ts';
import { say } from '../words.ts';

// What stands below, on the last step, or after applying is fetched beside the page.
const beside = () => import('../components/beside.tsx');
const Forget = lazy(async () => ({ default: (await beside()).Forget }));
const ListNotice = lazy(async () => ({ default: (await beside()).ListNotice }));
const ManagerWord = lazy(async () => ({ default: (await beside()).ManagerWord }));
const Nominate = lazy(async () => ({ default: (await beside()).Nominate }));
const Receipt = lazy(async () => ({ default: (await beside()).Receipt }));
const Seen = lazy(async () => ({ default: (await beside()).Seen }));
const Standing = lazy(async () => ({ default: (await beside()).Standing }));
const Summary = lazy(async () => ({ default: (await beside()).Summary }));

/** Applying as a mentee, a mentor or both; the same page is the dialog that the invitation opens. */
export default function ApplyPageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['application', programmeId], queryFn: () => findApplication(programmeId) });
  const name = found.data?.programme.name;
  /** Whoever deleted what they gave begins at the first step, with nothing filled in. */
  const [turn, setTurn] = useState(0);
  return (
    <Page
      title={name === undefined ? t('apply.send') : t('apply.title', { programme: name })}
      lead={t('apply.lead')}
      narrow
    >
      <Loaded of={found}>
        {(page) => (
          <>
            <Apply key={turn} page={page} onForgotten={() => setTurn(turn + 1)} />
            <Suspense>{page.open && !page.me.outside && <Nominate programmeId={programmeId} />}</Suspense>
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface ApplyProps {
  readonly page: ApplyPage;
  onForgotten(this: void): void;
}

function Apply({ page, onForgotten }: ApplyProps): ReactNode {
  const t = useSay(say);
  const [editing, setEditing] = useState(page.status === 'none' || page.status === 'draft');
  if (!page.open && !page.joinsList && page.status !== 'applied' && !page.mayReturn)
    return <Empty title={t('apply.closed')} text={t('apply.closed.text')} />;
  if (!editing && page.status !== 'none')
    return (
      <Suspense>
        <Standing page={page} onEdit={() => setEditing(true)} onForgotten={onForgotten} />
      </Suspense>
    );
  return (
    <>
      <Suspense>{page.joinsList && page.status !== 'waiting' && <ListNotice page={page} />}</Suspense>
      {page.status === 'none' && (
        <Section title={t('apply.about')}>
          <p>{page.programme.forWhom}</p>
          <p>{page.programme.why}</p>
          <p>{page.programme.howChosen}</p>
          {page.quote !== undefined && <blockquote>{page.quote}</blockquote>}
        </Section>
      )}
      <Steps page={page} onDone={() => setEditing(false)} onForgotten={onForgotten} />
    </>
  );
}

const steps = [...questionSteps, 'check'] as const;

interface StepsProps extends ApplyProps {
  onDone(this: void): void;
}

function Steps({ page, onDone, onForgotten }: StepsProps): ReactNode {
  const t = useSay(say);
  const keep = useKeep(page);
  const language = useLanguage();
  // A draft belongs to the answers that were kept when it was typed: newer ones, from another device, stand above it.
  const draft = useDraft<Answers>(`apply-${page.programme.id}-${page.changedAt ?? 0}`, useStart(page));
  const [at, setAt] = useState(() => startOf(page));
  const top = useStepFocus(at);
  const step = steps[at] ?? 'check';
  const isLast = step === 'check';
  const forgotten = (): void => {
    draft.clear();
    onForgotten();
  };
  const goOn = async (): Promise<void> => {
    const { role, people, ...rest } = draft.value;
    const answers = { ...rest, role: role ?? 'mentee' };
    refuseGaps(step, role === undefined, answers, t);
    const status = await keep(answers, people, isLast);
    draft.clear();
    if (!isLast) return setAt(at + 1);
    const sent = status === 'waiting' ? (await beside()).sayRounds(language, 'on.sent') : t('apply.sent');
    tell(sent, { intent: 'success' });
    onDone();
    closeDialog('applied');
  };
  return (
    <Section>
      <h2 ref={top} tabIndex={-1}>
        {`${t('apply.step', { step: at + 1, steps: steps.length })} · ${t(`step.${step}`)}`}
      </h2>
      <Form
        key={step}
        submit={t(isLast ? (page.status === 'applied' ? 'apply.change' : 'apply.send') : 'apply.next')}
        onSubmit={goOn}
        actions={at > 0 && <Button onClick={() => setAt(at - 1)}>{t('apply.back')}</Button>}
      >
        {isLast ? (
          <Suspense>
            <Summary answers={draft.value} onEdit={(one) => setAt(steps.indexOf(one))} />
            <Seen me={page.me} />
          </Suspense>
        ) : (
          <Questions step={step} answers={draft.value} set={draft.set} fromOutside={page.me.outside} />
        )}
      </Form>
      <Suspense>
        <Receipt of="application" />
        {isLast && <ManagerWord programmeId={page.programme.id} />}
        {page.status === 'draft' && <Forget programmeId={page.programme.id} onDone={forgotten} />}
      </Suspense>
    </Section>
  );
}

/** Keeps the answers on the server; what this page knows of them is then what was kept. */
function useKeep(page: ApplyPage) {
  const queries = useQueryClient();
  const { id } = page.programme;
  return async (answers: Questionnaire, people: readonly PersonCard[], sends: boolean) => {
    const { status, changedAt } = await saveAnswers(id, answers, sends);
    queries.setQueryData<ApplyPage>(['application', id], (before) => ({
      ...(before ?? page),
      ...{ answers, people: [...people], status, changedAt },
    }));
    if (sends) await queries.invalidateQueries();
    return status;
  };
}

/** What was saved, or an empty questionnaire in the reader's language. */
function useStart({ answers, people }: ApplyPage): Answers {
  const language = useLanguage();
  const empty: Omit<Answers, 'people'> = {
    ...{ role: undefined, sought: [], offered: [], ambitions: [], interests: [], values: [], languages: [language] },
    ...{ meeting: 'either', hoursAMonth: 1, capacity: 1, wishes: { department: 'any', picks: [] }, ratherNot: [] },
    ...{ motivation: '', mayShowName: false },
  };
  return { ...(answers ?? empty), people };
}

/** Whoever comes back goes on at the first step that lacks something, or after the last one that must be filled in. */
function startOf({ status, answers }: ApplyPage): number {
  if (status !== 'draft' || !answers) return 0;
  const gaps = missingFor(answers).map(({ field }) => field);
  const first = questionSteps.findIndex((step) =>
    gaps.some((field) => (fieldsOf[step] as readonly string[]).includes(field)),
  );
  return first < 0 ? steps.indexOf('you') : first;
}

/** A new step begins at its heading, for the eye and for the screen reader. */
function useStepFocus(at: number) {
  const top = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) top.current?.focus();
    first.current = false;
  }, [at]);
  return top;
}

const fieldsOf = {
  role: ['role', 'languages'],
  topics: ['sought', 'offered'],
  you: [],
  partner: ['mayShowName'],
  check: ['role', 'languages', 'sought', 'offered', 'mayShowName'],
} as const;

/** Says what is missing on this step, next to the field, before anything is sent. */
function refuseGaps(
  step: keyof typeof fieldsOf,
  noRole: boolean,
  answers: Questionnaire,
  t: (key: Gap) => string,
): void {
  const gaps = missingFor(answers).filter(({ field }) => (fieldsOf[step] as readonly string[]).includes(field));
  const fields = gaps.map(({ field, reason }) => ({ field, message: t(`problem.${reason}` as Gap) }));
  if ((step === 'role' || step === 'check') && noRole)
    fields.unshift({ field: 'role', message: t('problem.role-needed') });
  if (fields.length > 0) throw new Problem(422, { detail: t('failure.application-incomplete'), fields });
}

type Gap =
  | 'problem.role-needed'
  | 'problem.language-needed'
  | 'problem.topic-needed'
  | 'problem.name-needed'
  | 'failure.application-incomplete';
