/** Planning a session, and changing one that is to come: the same form. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded, Waiting } from '../../../../ui/loaded.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { changeSession, findSession, findSessions, planSession } from '../client.ts';
import { sessionsPath, type SessionDraft } from '../model.ts';
import { say } from '../words.ts';

const SessionForm = lazy(async () => ({ default: (await import('../components/session-form.tsx')).SessionForm }));

interface PlanningProps {
  readonly programmeId: string;
  /** Of a session that is changed. */
  readonly sessionId?: string;
}

export default function PlanningPage({ programmeId, sessionId }: PlanningProps): ReactNode {
  const t = useSay(say);
  const back = sessionsPath(programmeId);
  return (
    <Page
      title={t(sessionId === undefined ? 'new.title' : 'edit.title')}
      lead={t(sessionId === undefined ? 'new.lead' : 'edit.lead')}
      back={
        sessionId === undefined
          ? { to: back, label: t('list.title') }
          : { to: `${back}/${sessionId}`, label: t('edit.back') }
      }
      narrow
    >
      <Section>
        <Suspense fallback={<Waiting lines={6} />}>
          {sessionId === undefined ? (
            <New programmeId={programmeId} />
          ) : (
            <Edit programmeId={programmeId} sessionId={sessionId} />
          )}
        </Suspense>
      </Section>
    </Page>
  );
}

function New({ programmeId }: Pick<PlanningProps, 'programmeId'>): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const [, go] = useLocation();
  const found = useQuery({ queryKey: ['sessions', programmeId], queryFn: () => findSessions(programmeId) });
  const plan = async (draft: SessionDraft): Promise<void> => {
    const { id } = await planSession(programmeId, draft);
    await queries.invalidateQueries({ queryKey: ['sessions', programmeId] });
    tell(t('new.saved'));
    go(`${sessionsPath(programmeId)}/${id}`);
  };
  return (
    <Loaded of={found}>
      {(page) => <SessionForm draftKey={`session-${programmeId}`} of={page} submit={t('new.save')} onSave={plan} />}
    </Loaded>
  );
}

function Edit({ programmeId, sessionId }: Required<PlanningProps>): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const [, go] = useLocation();
  const at = { programmeId, sessionId };
  const found = useQuery({ queryKey: ['session', programmeId, sessionId], queryFn: () => findSession(at) });
  return (
    <Loaded of={found}>
      {(page) => (
        <SessionForm
          key={page.version}
          draftKey={`session-${sessionId}`}
          of={page}
          known={page}
          submit={t('edit.save')}
          onSave={async (draft) => {
            queries.setQueryData(
              ['session', programmeId, sessionId],
              await changeSession(at, { ...draft, version: page.version }),
            );
            await queries.invalidateQueries({ queryKey: ['sessions', programmeId] });
            tell(t('edit.saved'));
            go(`${sessionsPath(programmeId)}/${sessionId}`);
          }}
        />
      )}
    </Loaded>
  );
}
