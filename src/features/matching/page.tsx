/** The workbench: how it works, the proposal with its reasons, changes with a written reason, other drafts, fairness, and publishing. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Figure, Figures } from '../../ui/figure.tsx';
import { FormProblem, useOnce } from '../../ui/form.tsx';
import { useSay } from '../../ui/language.tsx';
import { Empty, Loaded } from '../../ui/loaded.tsx';
import { useMoment } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { TabsLater } from '../programmes/components/tabs-later.tsx';
import { loadMatching, loadWaiting, orderProposal } from './client.ts';
import type { Compared } from './components/comparison.tsx';
import { Drafts } from './components/drafts.tsx';
import { NotReady } from './components/not-ready.tsx';
import { PairList, type Opened } from './components/pair-list.tsx';
import { PublishButton } from './components/publish.tsx';
import { benchKey, RunNotice, showRun, useRun } from './components/run.tsx';
import { Summary, ChangeLog } from './components/summary.tsx';
import { usualAims } from './model.ts';
import type { ShownProposal, Workbench } from './proposals/model.ts';
import type { WaitingPool } from './waiting/model.ts';
import { WhatCounts } from './weighing/components/what-counts.tsx';
import { say } from './words.ts';

// What only shows after a press, or below the lists, is fetched beside the page.
const ComparisonSection = lazy(async () => ({
  default: (await import('./components/comparison.tsx')).ComparisonSection,
}));
const LeftOutList = lazy(async () => ({ default: (await import('./components/left-out.tsx')).LeftOutList }));
const PairDialog = lazy(async () => ({ default: (await import('./components/pair-dialog.tsx')).PairDialog }));
const FairnessSection = lazy(async () => ({ default: (await import('./components/fairness.tsx')).FairnessSection }));
const ScarcitySection = lazy(async () => ({
  default: (await import('./components/scarcity.tsx')).ScarcitySection,
}));

export default function MatchingPage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const matching = useQuery({ queryKey: benchKey(programmeId), queryFn: () => loadMatching(programmeId) });
  const found = matching.data;
  const lead = found && t('page.lead', { programme: found.programmeName });
  const isDraft = found?.proposal?.state === 'draft';
  return (
    <Page
      title={t('page.title')}
      lead={lead}
      back={{ to: `/programmes/${programmeId}`, label: t('page.back') }}
      action={found && isDraft && (found.proposal?.counts.matched ?? 0) > 0 && <PublishButton bench={found} />}
    >
      <TabsLater programmeId={programmeId} />
      <Loaded of={matching}>{(bench) => <Bench programmeId={programmeId} bench={bench} />}</Loaded>
    </Page>
  );
}

interface BenchProps {
  readonly programmeId: string;
  readonly bench: Workbench;
}

function Bench({ programmeId, bench }: BenchProps): ReactNode {
  const t = useSay(say);
  const [compared, setCompared] = useState<Compared>();
  const { proposal } = bench;
  const [lookedAt, setLookedAt] = useState<string>();
  const run = useRun(programmeId, bench.run, ({ proposalId }) => setLookedAt(proposalId));
  const shown = compared ?? comparedWith(bench, lookedAt);
  const close = (): void => {
    setCompared(undefined);
    setLookedAt(undefined);
  };
  const isDraft = proposal?.state === 'draft';
  const isGoing = run?.state === 'running';
  return (
    <>
      {run && <RunNotice run={run} />}
      {proposal?.state === 'published' && <PublishedNote bench={bench} />}
      {!isDraft && <Start programmeId={programmeId} bench={bench} isGoing={isGoing} />}
      <Suspense>
        {shown && (
          <ComparisonSection
            key={`${shown.before} ${shown.after}`}
            programmeId={programmeId}
            compared={shown}
            onClose={close}
          />
        )}
      </Suspense>
      {proposal && <Proposed bench={bench} onCompare={setCompared} />}
      <Suspense>
        <ScarcitySection programmeId={programmeId} poolId={proposal?.id ?? ''} />
      </Suspense>
      {isDraft && <Make programmeId={programmeId} label={t('start.again')} isGoing={isGoing} />}
    </>
  );
}

/** What a run made, beside what there was: used already, so that it can be taken back; or only to look at, so that it can be used. */
function comparedWith({ proposal, drafts }: Workbench, made: string | undefined): Compared | undefined {
  if (!proposal || made === undefined) return undefined;
  const isDraft = (id: string): boolean => drafts.some((one) => one.proposal.id === id);
  if (made !== proposal.id) return isDraft(made) ? { before: proposal.id, after: made, use: made } : undefined;
  const basis = proposal.basisId;
  return basis !== undefined && isDraft(basis) ? { before: basis, after: made, use: basis } : undefined;
}

function PublishedNote({ bench }: { readonly bench: Workbench }): ReactNode {
  const t = useSay(say);
  const moment = useMoment();
  const { programmeId = '', publishedBy = '', publishedAt = 0, publishedWhy } = bench.proposal ?? {};
  const { waves } = bench;
  const told = { name: bench.people[publishedBy]?.name ?? '…', when: moment(publishedAt) };
  return (
    <Section title={t('published.title')} lead={t('published.text', told)}>
      {publishedWhy !== undefined && <p>{t('published.why', { why: publishedWhy })}</p>}
      {waves && <p>{t('published.waves', { out: waves.out, of: waves.of })}</p>}
      {waves?.next !== undefined && <p>{t('published.waves.next', { when: moment(waves.next, 'day') })}</p>}
      <ButtonLink to={`/programmes/${programmeId}/pairs`}>{t('published.answers')}</ButtonLink>
    </Section>
  );
}

type StartProps = BenchProps & Pick<MakeProps, 'isGoing'>;

function Start(props: StartProps): ReactNode {
  const { programmeId, bench } = props;
  const found = useQuery({
    queryKey: [...benchKey(programmeId), 'waiting', bench.proposal?.id],
    queryFn: () => loadWaiting(programmeId),
  });
  return <Loaded of={found}>{(waiting) => <StartWith {...props} waiting={waiting} />}</Loaded>;
}

function StartWith({
  programmeId,
  bench,
  isGoing,
  waiting,
}: StartProps & { readonly waiting: WaitingPool }): ReactNode {
  const t = useSay(say);
  const { mentees, mentors, places, notReady } = waiting;
  const left = <NotReady programmeId={programmeId} count={notReady} />;
  if (mentees === 0)
    return (
      <>
        {!bench.proposal && <Empty title={t('start.nobody')} text={t('start.nobody.text')} />}
        {left}
      </>
    );
  return (
    <>
      <Section title={t('start.title')} lead={t('start.text')}>
        <Figures>
          <Figure value={mentees} label={t('start.mentees')} />
          <Figure value={mentors} label={t('start.mentors')} />
          <Figure value={places} label={t('start.places')} />
        </Figures>
        {left}
        {places === 0 ? (
          <Notice
            intent="warning"
            title={t('start.no-mentors')}
            actions={
              <ButtonLink to={`/programmes/${programmeId}/recruitment`} appearance="primary">
                {t('start.no-mentors.do')}
              </ButtonLink>
            }
          >
            {t('start.no-mentors.text')}
          </Notice>
        ) : (
          <Make programmeId={programmeId} label={t('start.make')} isGoing={isGoing} isFirst />
        )}
      </Section>
      <WhatCounts programmeId={programmeId} aims={bench.proposal?.aims ?? usualAims} />
    </>
  );
}

interface MakeProps {
  readonly programmeId: string;
  readonly label: string;
  /** One is being made already. */
  readonly isGoing: boolean;
  readonly isFirst?: boolean;
}

function Make(props: MakeProps): ReactNode {
  const queries = useQueryClient();
  const { programmeId, isGoing } = props;
  const { start, busy, problem } = useOnce(async () => {
    if (isGoing) return;
    showRun(queries, programmeId, await orderProposal(programmeId));
  });
  return (
    <div>
      {problem && <FormProblem problem={problem} />}
      <Button
        appearance={props.isFirst ? 'primary' : 'secondary'}
        disabledFocusable={busy || isGoing}
        onClick={() => void start()}
      >
        {props.label}
      </Button>
    </div>
  );
}

function Pairs({ proposal }: { readonly proposal: ShownProposal }): ReactNode {
  const [opened, setOpened] = useState<Opened>();
  return (
    <>
      <PairList proposal={proposal} onOpen={setOpened} />
      <Suspense>
        {opened && (
          <PairDialog
            key={opened.pair.menteeId}
            pair={opened.pair}
            proposal={proposal}
            nameOf={(id) => opened.people[id ?? '']?.name ?? '…'}
            onClose={() => setOpened(undefined)}
          />
        )}
      </Suspense>
    </>
  );
}

interface ProposedProps {
  readonly bench: Workbench;
  readonly onCompare: (compared: Compared) => void;
}

function Proposed({ bench, onCompare }: ProposedProps): ReactNode {
  const { proposal } = bench;
  if (!proposal) return null;
  const { matched, mentees } = proposal.counts;
  return (
    <>
      <Summary bench={bench} />
      <Pairs proposal={proposal} />
      <Suspense>{matched < mentees && <LeftOutList proposal={proposal} />}</Suspense>
      <Suspense>{matched > 0 && <FairnessSection key={`fair-${proposal.id}`} proposal={proposal} />}</Suspense>
      {proposal.state === 'draft' && <WhatCounts programmeId={proposal.programmeId} aims={proposal.aims} />}
      <Drafts bench={bench} onCompare={onCompare} />
      <ChangeLog bench={bench} />
    </>
  );
}
