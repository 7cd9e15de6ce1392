/** For coordinators: one event, from the draft to who was honoured. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { ButtonLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded, Waiting } from '../../../../ui/loaded.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { findEvent, type EventPlace } from '../client.ts';
import { Facts } from '../components/facts.tsx';
import { Steps } from '../components/steps.tsx';
import { eventsPath } from '../model.ts';
import { say } from '../words.ts';

const Jury = lazy(async () => ({ default: (await import('../components/jury.tsx')).Jury }));
const Judged = lazy(async () => ({ default: (await import('../components/judged.tsx')).Judged }));
const DecisionForm = lazy(async () => ({ default: (await import('../components/decision-form.tsx')).DecisionForm }));
const Decided = lazy(async () => ({ default: (await import('../components/decided.tsx')).Decided }));

export default function OneEventPage({ programmeId, eventId }: EventPlace): ReactNode {
  const t = useSay(say);
  const at = { programmeId, eventId };
  const found = useQuery({ queryKey: ['event', programmeId, eventId], queryFn: () => findEvent(at) });
  const one = found.data;
  const isAhead = one && one.state !== 'cancelled' && one.now < one.start;
  const path = eventsPath(programmeId);
  return (
    <Page
      title={one?.title ?? t('one.title')}
      lead={one && t(`one.lead.${one.phase}`)}
      back={{ to: path, label: t('list.title') }}
      action={isAhead && <ButtonLink to={`${path}/${eventId}/edit`}>{t('one.change')}</ButtonLink>}
    >
      <Loaded of={found}>
        {(page) => (
          <>
            {page.isForgotten && <Notice>{t('one.forgotten')}</Notice>}
            <Section title={t('one.facts')}>
              <Facts of={page} criteria={page.shown} joinUrl={page.joinUrl} />
            </Section>
            {page.state !== 'cancelled' && page.now < page.start && <Steps at={at} page={page} />}
            <Suspense fallback={<Waiting lines={4} />}>
              {page.state !== 'cancelled' && <Jury page={page} />}
              {page.phase === 'judging' && <Judged page={page} />}
              {page.phase === 'judging' && <DecisionForm key={page.version} at={at} page={page} />}
              {page.state === 'decided' && <Decided at={at} page={page} />}
            </Suspense>
          </>
        )}
      </Loaded>
    </Page>
  );
}
