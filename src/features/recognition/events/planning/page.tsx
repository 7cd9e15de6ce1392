/** Setting an event up, and changing one that is to come: the same form. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded, Waiting } from '../../../../ui/loaded.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { changeEvent, findEvent, findEvents, planEvent } from '../client.ts';
import type { EventPage } from '../honours/model.ts';
import { eventsPath, type EventDraft } from '../model.ts';
import { say } from '../words.ts';

const EventForm = lazy(async () => ({ default: (await import('../components/event-form.tsx')).EventForm }));

interface PlanningProps {
  readonly programmeId: string;
  /** Of an event that is changed. */
  readonly eventId?: string;
}

export default function PlanningPage({ programmeId, eventId }: PlanningProps): ReactNode {
  const t = useSay(say);
  const path = eventsPath(programmeId);
  const isNew = eventId === undefined;
  return (
    <Page
      title={t(isNew ? 'new.title' : 'edit.title')}
      lead={t(isNew ? 'new.lead' : 'edit.lead')}
      back={isNew ? { to: path, label: t('list.title') } : { to: `${path}/${eventId}`, label: t('edit.back') }}
      narrow
    >
      <Section>
        <Suspense fallback={<Waiting lines={8} />}>
          {isNew ? <New programmeId={programmeId} /> : <Edit programmeId={programmeId} eventId={eventId} />}
        </Suspense>
      </Section>
    </Page>
  );
}

function New({ programmeId }: Pick<PlanningProps, 'programmeId'>): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const [, go] = useLocation();
  const found = useQuery({ queryKey: ['events', programmeId], queryFn: () => findEvents(programmeId) });
  const plan = async (draft: EventDraft): Promise<void> => {
    const { id } = await planEvent(programmeId, draft);
    await queries.invalidateQueries({ queryKey: ['events', programmeId] });
    tell(t('new.saved'));
    go(`${eventsPath(programmeId)}/${id}`);
  };
  return (
    <Loaded of={found}>
      {(page) => <EventForm draftKey={`event-${programmeId}`} of={page} submit={t('new.save')} onSave={plan} />}
    </Loaded>
  );
}

function Edit({ programmeId, eventId }: Required<PlanningProps>): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const [, go] = useLocation();
  const at = { programmeId, eventId };
  const found = useQuery({ queryKey: ['event', programmeId, eventId], queryFn: () => findEvent(at) });
  const save = async (page: EventPage, draft: EventDraft): Promise<void> => {
    const changed = await changeEvent(at, { ...draft, version: page.version });
    queries.setQueryData(['event', programmeId, eventId], changed);
    await queries.invalidateQueries({ queryKey: ['events', programmeId] });
    tell(t('edit.saved'));
    go(`${eventsPath(programmeId)}/${eventId}`);
  };
  return (
    <Loaded of={found}>
      {(page) => (
        <EventForm
          key={page.version}
          draftKey={`event-${eventId}`}
          of={page}
          known={{ ...page, people: page.jury.map(({ person }) => person), isOpen: page.state !== 'draft' }}
          submit={t('edit.save')}
          onSave={(draft) => save(page, draft)}
        />
      )}
    </Loaded>
  );
}
