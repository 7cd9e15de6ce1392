/** For coordinators: one session, from the draft to what people said of it. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { ButtonLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded, Waiting } from '../../../../ui/loaded.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { findSession } from '../client.ts';
import { Facts } from '../components/facts.tsx';
import { Steps } from '../components/steps.tsx';
import { sessionsPath } from '../model.ts';
import { say } from '../words.ts';

const People = lazy(async () => ({ default: (await import('../components/people.tsx')).People }));
const Feedback = lazy(async () => ({ default: (await import('../components/feedback.tsx')).Feedback }));
const Guide = lazy(async () => ({ default: (await import('../components/guide.tsx')).Guide }));

interface OneSessionProps {
  readonly programmeId: string;
  readonly sessionId: string;
}

export default function OneSessionPage({ programmeId, sessionId }: OneSessionProps): ReactNode {
  const t = useSay(say);
  const at = { programmeId, sessionId };
  const found = useQuery({ queryKey: ['session', programmeId, sessionId], queryFn: () => findSession(at) });
  const one = found.data;
  const mayChange = one && one.state !== 'cancelled' && one.now < one.start;
  return (
    <Page
      title={one?.title ?? t('one.title')}
      lead={one && t(`one.lead.${one.state}`)}
      back={{ to: sessionsPath(programmeId), label: t('list.title') }}
      action={
        mayChange && <ButtonLink to={`${sessionsPath(programmeId)}/${sessionId}/edit`}>{t('one.change')}</ButtonLink>
      }
    >
      <Loaded of={found}>
        {(page) => (
          <>
            {page.state === 'cancelled' && <Notice>{t('one.cancelled')}</Notice>}
            <Section title={t('one.facts')}>
              <Facts of={page} />
            </Section>
            {page.state !== 'cancelled' && page.now < page.start && <Steps at={at} page={page} />}
            <Suspense fallback={<Waiting lines={4} />}>
              {page.state !== 'draft' && <People at={at} page={page} />}
              {page.feedback && <Feedback of={page.feedback} now={page.now} />}
              {page.guide && page.state !== 'cancelled' && <Guide steps={page.guide} language={page.language} />}
            </Suspense>
          </>
        )}
      </Loaded>
    </Page>
  );
}
