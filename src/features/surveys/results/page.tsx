import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { organisationZone } from '../../../platform/zone.ts';
import { useSay } from '../../../ui/language.tsx';
import { Loaded, Waiting } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Page } from '../../../ui/page.tsx';
import { findSurvey } from '../client.ts';
import { Details, Summary } from '../components/results.tsx';
import { Ending, Running } from '../components/running.tsx';
import { useAudienceName } from '../components/sayings.ts';
import type { SurveyPage } from '../model.ts';
import { supportSet } from '../rules.ts';
import { hasReport } from './rules.ts';
import { say } from '../words.ts';

/** Fetched when they are needed: whoever looks at figures needs none of them. */
const Plan = lazy(async () => ({ default: (await import('../components/plan.tsx')).Plan }));
const DecisionSection = lazy(async () => ({
  default: (await import('../components/decision.tsx')).DecisionSection,
}));
const Rounds = lazy(async () => ({ default: (await import('../rounds/components/rounds.tsx')).Rounds }));
const Download = lazy(async () => ({ default: (await import('../report/components/download.tsx')).DownloadButton }));
const Share = lazy(async () => ({ default: (await import('../components/share.tsx')).Share }));

/** For coordinators: how a survey is going, what people said, and what was decided. */
export default function SurveyResultsPage({ surveyId }: { readonly surveyId: string }): ReactNode {
  const t = useSay(say);
  const write = useMoment(organisationZone);
  const nameOf = useAudienceName();
  const survey = useQuery({ queryKey: ['surveys', surveyId], queryFn: () => findSurvey(surveyId) });
  const found = survey.data;
  const title = found
    ? t('survey.title', { title: found.title, audience: nameOf(found.audience, found.sample) })
    : t('surveys.title');
  const stand = found && leadOf(found);
  const lead = found && stand && t(`survey.lead.${stand}`, { day: write(found.closesAt, 'day') });
  return (
    <Page
      title={title}
      lead={lead}
      back={{ to: '/surveys', label: t('surveys.title') }}
      action={
        found && hasReport(found) ? (
          <Suspense>
            <Download surveyId={surveyId} />
          </Suspense>
        ) : undefined
      }
    >
      <Loaded of={survey}>
        {(one) => (
          <Suspense fallback={<Waiting />}>
            <Survey survey={one} />
          </Suspense>
        )}
      </Loaded>
    </Page>
  );
}

function leadOf({ state, choice, set, mode }: SurveyPage): SurveyPage['state'] | 'decided' | 'done' | 'waiting' {
  if (state === 'open' && mode === 'confidential') return 'waiting';
  if (choice) return 'decided';
  return state === 'closed' && set !== supportSet ? 'done' : state;
}

function Survey({ survey }: { readonly survey: SurveyPage }): ReactNode {
  const isDecided = survey.decisions.length > 0;
  switch (survey.state) {
    case 'draft':
      return (
        <>
          <Plan survey={survey} />
          <Ending survey={survey} />
        </>
      );
    case 'open':
      return (
        <>
          <Running survey={survey} />
          <Share link={survey.link} isDrawn={survey.sample !== undefined} />
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
          {!isDecided && survey.set === supportSet && <DecisionSection survey={survey} />}
          <Details survey={survey} />
          <Rounds survey={survey} />
          <Running survey={survey} />
        </>
      );
    case 'cancelled':
      return null;
    default:
      return survey.state satisfies never;
  }
}
