/** How far the computation is, for everybody of the team; whoever comes back finds it again. */
import { ProgressBar } from '@fluentui/react-components';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { loadRun } from '../client.ts';
import { steps, type ShownRun } from '../runs/model.ts';
import { say } from '../words.ts';

const runKey = (programmeId: string): readonly string[] => ['matching-run', programmeId];
export const benchKey = (programmeId: string): readonly string[] => ['matching', programmeId];

const whileRunningMs = 500;
/** So that a change of a colleague is seen without loading the page again. */
const otherwiseMs = 10_000;

/** The last run; `ended` hears of each that ends while the page is open. */
export function useRun(programmeId: string, first: ShownRun | undefined, ended: (run: ShownRun) => void) {
  const queries = useQueryClient();
  const found = useQuery({
    queryKey: runKey(programmeId),
    queryFn: () => loadRun(programmeId),
    initialData: first ? { run: first } : {},
    refetchInterval: ({ state }) => (state.data?.run?.state === 'running' ? whileRunningMs : otherwiseMs),
  });
  const run = found.data.run;
  const known = useRef(`${first?.id} ${first?.state}`);
  useEffect(() => {
    const now = `${run?.id} ${run?.state}`;
    if (now === known.current) return;
    known.current = now;
    if (!run || run.state === 'running') return;
    void queries.invalidateQueries({ queryKey: benchKey(programmeId) });
    if (run.state === 'done') ended(run);
  });
  return run;
}

/** What was ordered is shown at once. */
export function showRun(queries: QueryClient, programmeId: string, run: ShownRun): void {
  queries.setQueryData(runKey(programmeId), { run });
}

export function RunNotice({ run }: { readonly run: ShownRun }): ReactNode {
  const t = useSay(say);
  if (run.state === 'done') return null;
  if (run.state === 'failed')
    return (
      <Notice intent="error" title={t('run.failed')}>
        {t(failureWords[run.reason ?? ''] ?? 'failure.run-failed')}
      </Notice>
    );
  const share = (steps.indexOf(run.step) + run.share) / steps.length;
  return (
    <Notice title={t('run.title', { name: run.byName })}>
      <p>{t(`run.${run.step}`)}</p>
      <ProgressBar aria-label={t(`run.${run.step}`)} value={share} thickness="large" />
      <p>{t('run.leave')}</p>
    </Notice>
  );
}

const failureWords: Readonly<
  Record<string, `failure.${'proposal-changed' | 'proposed-pair-gone' | 'choice-not-possible' | 'equal-too-many'}`>
> = {
  'proposal-changed': 'failure.proposal-changed',
  'proposed-pair-gone': 'failure.proposed-pair-gone',
  'choice-not-possible': 'failure.choice-not-possible',
  'equal-too-many': 'failure.equal-too-many',
};
