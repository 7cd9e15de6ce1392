import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../../ui/button.tsx';
import { Form, useDraft, type Draft } from '../../../ui/form.tsx';
import { Problem } from '../../../ui/http.ts';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { countAudience, createSurvey, openSurvey } from '../client.ts';
import { AudienceFields, DateStep, draftOf, sizeOf, type NewSurvey } from '../components/new-survey.tsx';
import { Preview } from '../components/preview.tsx';
import type { AudienceCounts } from '../model.ts';
import { say } from '../words.ts';

const usualDays = 14;
const longest = 90;

/** `2026-11-24`, so many days after another. */
function dayAfter(today: string, days: number): string {
  const day = new Date(today);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** Three steps to a survey that runs: whom, until when, and a look at what people get. */
export default function NewSurveyPage(): ReactNode {
  const t = useSay(say);
  const counts = useQuery({ queryKey: ['surveys', 'audience'], queryFn: countAudience });
  // The last day stays empty until the server has said what day it is.
  const draft = useDraft<NewSurvey>('new-survey', { step: 1, kind: 'everybody', departments: [], closesOn: '' });
  const lead = t('new.step', { step: draft.value.step });
  return (
    <Page title={t('new.title')} lead={lead} back={{ to: '/surveys', label: t('surveys.title') }} narrow>
      <Loaded of={counts}>{(found) => <StepForm key={draft.value.step} draft={draft} counts={found} />}</Loaded>
    </Page>
  );
}

interface StepProps {
  readonly draft: Draft<NewSurvey>;
  readonly counts: AudienceCounts;
}

function StepForm({ draft, counts }: StepProps): ReactNode {
  const t = useSay(say);
  const open = useOpening(draft);
  const { step, closesOn } = draft.value;
  const { today } = counts;
  const size = sizeOf(draft.value, counts);
  const next = async (): Promise<void> => {
    if (step === 3) return open();
    if (step === 1 && size < counts.least) throw problemOf('audience', t('problem.audience-too-small'));
    if (step === 2 && !(closesOn >= dayAfter(today, 1))) throw problemOf('closesOn', t('problem.closes-too-soon'));
    if (step === 2 && closesOn > dayAfter(today, longest)) throw problemOf('closesOn', t('problem.closes-too-late'));
    draft.set(step === 1 ? { step: 2, closesOn: closesOn || dayAfter(today, usualDays) } : { step: 3 });
  };
  const back = step > 1 && <Button onClick={() => draft.set({ step: step === 3 ? 2 : 1 })}>{t('new.back')}</Button>;
  return (
    <Form submit={step === 3 ? t('new.open', { count: size }) : t('new.next')} onSubmit={next} actions={back}>
      {step === 1 && (
        <Section title={t('new.audience')}>
          <AudienceFields draft={draft} counts={counts} />
        </Section>
      )}
      {step === 2 && (
        <Section title={t('new.date')}>
          <DateStep draft={draft} least={dayAfter(today, 1)} most={dayAfter(today, longest)} />
        </Section>
      )}
      {step === 3 && <Preview closesOn={draft.value.closesOn} />}
    </Form>
  );
}

function problemOf(field: string, message: string): Problem {
  return new Problem(400, { detail: message, fields: [{ field, message }] });
}

/** Creates and opens; when opening failed the same survey is opened by the next press. */
function useOpening(draft: Draft<NewSurvey>): () => Promise<void> {
  const t = useSay(say);
  const queries = useQueryClient();
  const [, go] = useLocation();
  const created = useRef<string>(undefined);
  return async () => {
    created.current ??= (await createSurvey(draftOf(draft.value))).id;
    await openSurvey(created.current);
    await queries.invalidateQueries({ queryKey: ['surveys'] });
    tell(t('new.opened'));
    draft.clear();
    go(`/surveys/${created.current}`);
  };
}
