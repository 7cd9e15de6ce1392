/** A survey that is being planned, in four steps: what it asks, whom, when, and a look at it. Each step is kept when one goes on. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Form, useDraft, type Draft } from '../../../ui/form.tsx';
import { Problem } from '../../../ui/http.ts';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { changeSurvey, countAudience, openSurvey } from '../client.ts';
import { partIds, type AudienceCounts, type SurveyPage } from '../model.ts';
import type { Question } from '../questions/model.ts';
import { dayAfter } from '../planning/rules.ts';
import { PlanCompare } from '../rounds/components/again.tsx';
import { usualDays } from '../rules.ts';
import { say as sayPlan } from '../planning/words.ts';
import { say } from '../words.ts';
import { AudienceFields, sizeOf, useSize } from './audience-fields.tsx';
import { chosenOf, questionOf } from './chosen.ts';
import { Forecast } from './forecast.tsx';
import { DateStep, draftOf, longestDays, type Ask, type NewSurvey } from './new-survey.tsx';
import { PlanQuestions } from './plan-questions.tsx';
import { Preview } from './preview.tsx';

/** As it was kept: questions of the bank by their id, own ones in full. */
function askOf({ id, kind, text, options, most, range }: Question): Ask {
  if (!id.startsWith('own-')) return id;
  return {
    ...{ kind, text },
    ...(options ? { options: options.map((one) => one.text) } : {}),
    ...(most === undefined ? {} : { most }),
    ...(range ? { range } : {}),
  };
}

function planOf({ items, audience, sample, partedBy = [...partIds], closesOn, remindOn, mode }: SurveyPage): NewSurvey {
  return {
    ...{ step: 1, asks: items.map(askOf), partedBy, closesOn, mode },
    ...chosenOf(audience, sample),
    reminders: Math.min(2, remindOn.length) as NewSurvey['reminders'],
  };
}

export function Plan({ survey }: { readonly survey: SurveyPage }): ReactNode {
  const counts = useQuery({ queryKey: ['surveys', 'audience'], queryFn: countAudience });
  const kept = useMemo(() => planOf(survey), [survey]);
  const draft = useDraft<NewSurvey>(`plan-${survey.id}`, kept);
  return (
    <Loaded of={counts}>{(found) => <StepForm key={draft.value.step} {...{ survey, draft, counts: found }} />}</Loaded>
  );
}

interface StepProps {
  readonly survey: SurveyPage;
  readonly draft: Draft<NewSurvey>;
  readonly counts: AudienceCounts;
}

function StepForm({ survey, draft, counts }: StepProps): ReactNode {
  const t = useSay(say);
  const { step } = draft.value;
  const size = useSize(draft.value).data?.asked ?? 0;
  const next = useNext({ survey, draft, counts });
  const back = step > 1 && (
    <Button onClick={() => draft.set({ step: (step - 1) as NewSurvey['step'] })}>{t('new.back')}</Button>
  );
  return (
    <Form submit={step === 4 ? t('new.open', { count: size }) : t('new.next')} onSubmit={next} actions={back}>
      {step === 1 && <PlanCompare surveyId={survey.id} />}
      {step === 1 && <PlanQuestions survey={survey} draft={draft} />}
      {step === 2 && (
        <Section title={t('new.audience')} lead={t('new.step', { step })}>
          <AudienceFields draft={draft} counts={counts} />
        </Section>
      )}
      {step === 3 && (
        <Section title={t('new.date')} lead={t('new.step', { step })}>
          <DateStep draft={draft} counts={counts} surveyId={survey.id} />
        </Section>
      )}
      {step === 4 && <Preview survey={survey} closesOn={draft.value.closesOn} />}
      {step === 4 && <Forecast survey={survey} draft={draft} />}
    </Form>
  );
}

/** Keeps the step on the server and goes on; the last one opens the survey. */
function useNext({ survey, draft, counts }: StepProps): () => Promise<void> {
  const t = useSay(say);
  const plan = useSay(sayPlan);
  const queries = useQueryClient();
  const { step, closesOn, asks } = draft.value;
  return async () => {
    const { today, least } = counts;
    if (asks.length === 0) throw problemOf('asks', t('new.noQuestions'));
    if (step >= 2 && !questionOf(draft.value).audience) throw problemOf('audience', plan('new.incomplete'));
    const isLarge = (await queries.fetchQuery(sizeOf(draft.value))).asked >= least;
    if (step >= 2 && !isLarge) throw problemOf('audience', t('problem.audience-too-small'));
    if (step >= 3 && !(closesOn > today)) throw problemOf('closesOn', t('problem.closes-too-soon'));
    if (step >= 3 && closesOn > dayAfter(today, longestDays)) throw problemOf('closesOn', t('problem.closes-too-late'));
    // Steps that come later may not be sound yet, such as the last day of a draft that lay for a month.
    const sound = isLarge ? draft.value : { ...draft.value, kind: 'everybody' as const, draw: false };
    const until = closesOn > today ? closesOn : dayAfter(today, usualDays);
    await changeSurvey(survey.id, draftOf({ ...sound, closesOn: until }, today));
    if (step < 4) {
      draft.set({ step: (step + 1) as NewSurvey['step'] });
      await queries.invalidateQueries({ queryKey: ['surveys', survey.id] });
      return;
    }
    await openSurvey(survey.id);
    draft.clear();
    tell(t('new.opened'));
    await queries.invalidateQueries({ queryKey: ['surveys'] });
  };
}

function problemOf(field: string, message: string): Problem {
  return new Problem(400, { detail: message, fields: [{ field, message }] });
}
