/** For administrators: how messages and other work get through, looked at anew every five seconds; everybody else is told it is not theirs. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Figure, Figures } from '../../../ui/figure.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import { ListRows, type Column } from '../../../ui/list-rows.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { regionOf } from '../../../platform/words.ts';
import { findDelivery, retryTask } from './client.ts';
import type { DeliveryState } from './model.ts';
import { say } from './words.ts';

const key = ['delivery'] as const;
const everyMs = 5_000;

export default function DeliveryPage(): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: key, queryFn: findDelivery, refetchInterval: everyMs });
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/help', label: t('back') }}>
      <Loaded of={found}>
        {(state) => (
          <>
            {state.workers === 0 && (
              <Notice intent="warning" title={t('none-alive')}>
                {t('none-alive.text')}
              </Notice>
            )}
            <Now state={state} />
            <Lines state={state} />
            <Failed state={state} />
            <Resting state={state} />
            <Minutes state={state} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface Shown {
  readonly state: DeliveryState;
}

function Now({ state }: Shown): ReactNode {
  const t = useSay(say);
  const { sendRate, minutes, workers, webs, failed, most } = state;
  const perSecond = useRate();
  const full = minutes.at(-2)?.sent ?? 0;
  const throttled = minutes.reduce((sum, one) => sum + one.throttled, 0);
  const counted = useCounted(most.failed);
  return (
    <Section title={t('now')}>
      <Figures>
        <Figure value={perSecond(full)} label={t('rate')} hint={t('rate.hint', { rate: sendRate })} />
        <Figure value={throttled} label={t('throttled')} hint={t('throttled.hint')} />
        <Figure value={workers} label={t('workers')} hint={t('alive.hint')} />
        <Figure value={webs} label={t('webs')} hint={t('alive.hint')} />
        <Figure value={counted(failed.length)} label={t('failed')} />
      </Figures>
    </Section>
  );
}

/** Messages a second in a minute, with one decimal. */
function useRate(): (inAMinute: number) => string {
  const region = regionOf(useLanguage());
  return (inAMinute) => (inAMinute / 60).toLocaleString(region, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** `4,000 or more` where counting ended there. */
function useCounted(most: number): (count: number) => string {
  const t = useSay(say);
  const region = regionOf(useLanguage());
  return (count) => (count < most ? count.toLocaleString(region) : t('more', { count: most }));
}

function useSpan(): (seconds: number | undefined) => string {
  const t = useSay(say);
  return (seconds) => {
    if (seconds === undefined) return t('nothing');
    if (seconds < 120) return t('span.seconds', { count: seconds });
    if (seconds < 7_200) return t('span.minutes', { count: Math.round(seconds / 60) });
    if (seconds < 172_800) return t('span.hours', { count: Math.round(seconds / 3_600) });
    return t('span.days', { count: Math.round(seconds / 86_400) });
  };
}

function Lines({ state }: Shown): ReactNode {
  const t = useSay(say);
  const span = useSpan();
  const counted = useCounted(state.most.counted);
  const columns: Column<DeliveryState['lanes'][number]>[] = [
    { key: 'lane', title: t('col.lane'), cell: ({ lane }) => t(`lane.${lane}`) },
    { key: 'due', title: t('col.due'), cell: ({ due }) => counted(due) },
    { key: 'queued', title: t('col.queued'), cell: ({ queued }) => counted(queued) },
    { key: 'oldest', title: t('col.oldest'), cell: ({ oldestSeconds }) => span(oldestSeconds) },
  ];
  return (
    <Section title={t('lines')} lead={t('later', { count: counted(state.later) })}>
      <ListRows label={t('lines')} rows={state.lanes} columns={columns} rowKey={({ lane }) => lane} />
    </Section>
  );
}

function Failed({ state: { failed, most } }: Shown): ReactNode {
  const t = useSay(say);
  const reason = useReason();
  const columns: Column<DeliveryState['failed'][number]>[] = [
    { key: 'job', title: t('col.job'), cell: ({ job }) => job },
    { key: 'reason', title: t('col.reason'), cell: (one) => reason(one.reason) },
    { key: 'since', title: t('col.since'), cell: ({ since }) => <Moment at={since} /> },
    { key: 'attempts', title: t('col.attempts'), cell: ({ attempts }) => attempts },
    { key: 'does', title: t('col.does'), cell: ({ id, job }) => <Retry id={id} job={job} /> },
  ];
  if (failed.length === 0) return <Section title={t('failed.title')} lead={t('failed.none')} />;
  return (
    <Section title={t('failed.title')} lead={t('failed.lead')}>
      <ListRows label={t('failed.title')} rows={failed} columns={columns} rowKey={({ id }) => id} />
      {failed.length >= most.failed && <p>{t('failed.most', { count: most.failed })}</p>}
    </Section>
  );
}

const known = [
  'our-fault',
  'storage-down',
  'teams-busy',
  'no-answer',
  'graph-down',
  'graph-busy',
  'graph-not-permitted',
  'graph-refused',
] as const;

/** In words where there are some, else the product's own word for it, which is in the log too. */
function useReason(): (reason: string) => string {
  const t = useSay(say);
  return (reason) => {
    const found = known.find((one) => one === reason);
    return found === undefined ? reason : t(`reason.${found}`);
  };
}

function Retry({ id, job }: { readonly id: string; readonly job: string }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { start, busy, problem } = useOnce(async () => {
    await retryTask(id);
    tell(t('retried'), { intent: 'success' });
    await queries.invalidateQueries({ queryKey: key });
  });
  return (
    <>
      <Button aria-label={t('retry.for', { job })} disabledFocusable={busy} onClick={() => void start()}>
        {t('retry')}
      </Button>
      {problem && <FormProblem problem={problem} />}
    </>
  );
}

function Resting({ state: { resting } }: Shown): ReactNode {
  const t = useSay(say);
  const span = useSpan();
  const reason = useReason();
  const columns: Column<DeliveryState['resting'][number]>[] = [
    { key: 'job', title: t('col.job'), cell: ({ job }) => job },
    { key: 'reason', title: t('col.reason'), cell: (one) => reason(one.reason) },
    { key: 'due', title: t('col.dueFor'), cell: ({ dueSeconds }) => span(dueSeconds) },
    { key: 'attempts', title: t('col.attempts'), cell: ({ attempts }) => attempts },
    { key: 'next', title: t('col.next'), cell: ({ restSeconds }) => span(restSeconds) },
  ];
  if (resting.length === 0) return <Section title={t('resting')} lead={t('resting.none')} />;
  return (
    <Section title={t('resting')} lead={t('resting.lead')}>
      <ListRows label={t('resting')} rows={resting} columns={columns} rowKey={({ id }) => id} />
    </Section>
  );
}

function Minutes({ state: { minutes } }: Shown): ReactNode {
  const t = useSay(say);
  const perSecond = useRate();
  const last = minutes.at(-1)?.from;
  const columns: Column<DeliveryState['minutes'][number]>[] = [
    {
      ...{ key: 'from', title: t('col.minute') },
      cell: ({ from }) => (
        <>
          <Moment at={from} style="time" /> {from === last ? t('running') : ''}
        </>
      ),
    },
    { key: 'sent', title: t('col.sent'), cell: ({ sent }) => sent },
    {
      key: 'rate',
      title: t('col.perSecond'),
      cell: ({ from, sent }) => (from === last ? t('nothing') : perSecond(sent)),
    },
    { key: 'throttled', title: t('col.throttled'), cell: ({ throttled }) => throttled },
  ];
  return (
    <Section title={t('minutes')}>
      <ListRows
        label={t('minutes')}
        rows={minutes.toReversed()}
        columns={columns}
        rowKey={({ from }) => String(from)}
      />
    </Section>
  );
}
