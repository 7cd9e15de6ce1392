/** A person's own part in an event: being honoured, being nominated, and what they said of others. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { ButtonLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded, Waiting } from '../../../../ui/loaded.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { findMyEvent, type EventPlace } from '../client.ts';
import { Facts } from '../components/facts.tsx';
import { juryPath, nominatePath } from '../model.ts';
import { say } from '../words.ts';

const About = lazy(async () => ({ default: (await import('../components/about.tsx')).About }));
const From = lazy(async () => ({ default: (await import('../components/from.tsx')).From }));
const MyHonour = lazy(async () => ({ default: (await import('../components/my-honour.tsx')).MyHonour }));

export default function MyEventPage({ programmeId, eventId }: EventPlace): ReactNode {
  const t = useSay(say);
  const at = { programmeId, eventId };
  const found = useQuery({ queryKey: ['my-event', programmeId, eventId], queryFn: () => findMyEvent(at) });
  const one = found.data;
  return (
    <Page
      title={one?.title ?? t('one.title')}
      lead={one && t('mine.lead', { programme: one.programmeName })}
      back={{ to: '/me/recognition', label: t('mine.back') }}
      action={
        one?.mayNominate && (
          <ButtonLink to={nominatePath(programmeId, eventId)} appearance="primary">
            {t('nominate.title')}
          </ButtonLink>
        )
      }
      narrow
    >
      <Loaded of={found}>
        {(event) => (
          <>
            {event.phase === 'cancelled' && <Notice>{t('one.cancelled')}</Notice>}
            <Suspense fallback={<Waiting lines={4} />}>
              {event.honour && <MyHonour at={at} event={event} honour={event.honour} />}
              {event.about.map((about) => (
                <About key={about.id} at={at} event={event} of={about} />
              ))}
              {event.from.length > 0 && <From at={at} event={event} />}
            </Suspense>
            {event.isJuror && (
              <Section title={t('mine.jury')}>
                <ButtonLink to={juryPath(programmeId, eventId)}>{t('mine.jury.open')}</ButtonLink>
              </Section>
            )}
            <Section title={t('one.facts')}>
              <Facts of={event} criteria={event.criteria} joinUrl={event.joinUrl} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
