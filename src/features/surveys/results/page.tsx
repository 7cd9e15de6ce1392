import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { findSurvey, openSurvey } from '../client.ts';
import { DecisionSection } from '../components/decision.tsx';
import { Preview } from '../components/preview.tsx';
import { Details, Summary } from '../components/results.tsx';
import { Ending, Running } from '../components/running.tsx';
import { useAudienceName } from '../components/sayings.ts';
import type { SurveyPage } from '../model.ts';
import { say } from '../words.ts';

/** For coordinators: how a survey is going, what people said, and what was decided. */
export default function SurveyResultsPage({ surveyId }: { readonly surveyId: string }): ReactNode {
  const t = useSay(say);
  const write = useMoment('Europe/Brussels');
  const nameOf = useAudienceName();
  const survey = useQuery({ queryKey: ['surveys', surveyId], queryFn: () => findSurvey(surveyId) });
  const found = survey.data;
  const title = found ? t('survey.title', { audience: nameOf(found.audience) }) : t('surveys.title');
  const stand = found?.choice ? 'decided' : found?.state;
  const lead = found && stand && t(`survey.lead.${stand}`, { day: write(found.closesAt, 'day') });
  return (
    <Page title={title} lead={lead} back={{ to: '/surveys', label: t('surveys.title') }}>
      <Loaded of={survey}>{(one) => <Survey survey={one} />}</Loaded>
    </Page>
  );
}

function Survey({ survey }: { readonly survey: SurveyPage }): ReactNode {
  const isDecided = survey.decisions.length > 0;
  switch (survey.state) {
    case 'draft':
      return (
        <>
          <Opening survey={survey} />
          <Preview closesOn={survey.closesOn} />
          <Ending survey={survey} />
        </>
      );
    case 'open':
      return (
        <>
          <Running survey={survey} />
          <Summary survey={survey} />
          <Details survey={survey} />
          <Ending survey={survey} />
        </>
      );
    case 'closed':
      return (
        <>
          {isDecided && <DecisionSection survey={survey} />}
          <Summary survey={survey} />
          {!isDecided && <DecisionSection survey={survey} />}
          <Details survey={survey} />
          <Running survey={survey} />
        </>
      );
    case 'cancelled':
      return null;
    default:
      return survey.state satisfies never;
  }
}

function Opening({ survey }: { readonly survey: SurveyPage }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { start, busy, problem } = useOnce(async () => {
    await openSurvey(survey.id);
    tell(t('new.opened'));
    await queries.invalidateQueries({ queryKey: ['surveys'] });
  });
  return (
    <Section>
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void start()}>
        {t('survey.open')}
      </Button>
      {problem && <FormProblem problem={problem} />}
    </Section>
  );
}
