import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import type { Column } from '../../../ui/list-rows.tsx';
import { DataList } from '../../../ui/list.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { say } from '../choosing/words.ts';
import { findRound } from './client.ts';
import { DayForm } from './components/day-form.tsx';
import type { RoundsPage, WaitingLine } from './model.ts';

const Choosing = lazy(async () => ({ default: (await import('../choosing/components/choosing.tsx')).Choosing }));
const Managers = lazy(async () => ({ default: (await import('../informing/components/managers.tsx')).Managers }));

/** For coordinators: until when people can apply, who waits, choosing where there are too few places, and whether managers are told. */
export default function RoundsPageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['round', programmeId], queryFn: () => findRound(programmeId) });
  const back = { to: `/programmes/${programmeId}/recruitment`, label: t('page.back') };
  return (
    <Page title={t('page.title')} lead={t('page.lead')} back={back}>
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={found}>
        {(round) => (
          <>
            <Round programmeId={programmeId} round={round} />
            <Waiting programmeId={programmeId} round={round} />
            <Suspense>
              <Choosing programmeId={programmeId} />
              <Managers programmeId={programmeId} />
            </Suspense>
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface PartProps {
  readonly programmeId: string;
  readonly round: RoundsPage;
}

function Round({ programmeId, round }: PartProps): ReactNode {
  const t = useSay(say);
  const write = useMoment();
  const { number, applying, closesOn, next } = round;
  const day = closesOn === undefined ? '' : write(Date.parse(closesOn), 'day');
  const stands = (): string => {
    if (applying === 'closed') return t('round.closed');
    if (applying === 'open') return closesOn === undefined ? t('round.open.noDay') : t('round.open', { day });
    return next === 'next-round' ? t('round.matched') : t('round.list', { day });
  };
  return (
    <Section title={t('round.title', { number })}>
      <p>{stands()}</p>
      {next && (
        <DayForm
          programmeId={programmeId}
          which={next}
          start={next === 'longer' ? (closesOn ?? '') : ''}
          key={`${next}-${closesOn ?? ''}`}
        />
      )}
    </Section>
  );
}

function Waiting({ programmeId, round }: PartProps): ReactNode {
  const t = useSay(say);
  const write = useMoment();
  const { waiting, looksOn, looksLate, applying } = round;
  const columns: Column<WaitingLine>[] = [
    { key: 'name', title: t('column.name'), cell: (one) => one.person.name, text: (one) => one.person.name },
    { key: 'role', title: t('column.role'), cell: (one) => t(`role.${one.role}`) },
    { key: 'why', title: t('column.why'), cell: (one) => t(`why.${one.why}`) },
    { key: 'first', title: t('column.first'), cell: (one) => t(one.waited ? 'first.yes' : 'first.no') },
  ];
  return (
    <Section title={t('list.title')} lead={t('list.lead')}>
      <DataList
        label={t('list.title')}
        rows={waiting}
        columns={columns}
        rowKey={(one) => one.person.id}
        empty={<Empty title={t('list.none')} text={t('list.none.text')} />}
      />
      {applying === 'list' && looksOn !== undefined && (
        <>
          <p>{t(looksLate ? 'list.looked' : 'list.looks', { day: write(Date.parse(looksOn), 'day') })}</p>
          <DayForm programmeId={programmeId} which="look" start={looksOn} key={`look-${looksOn}`} />
        </>
      )}
    </Section>
  );
}
