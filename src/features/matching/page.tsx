/** The workbench: how it works, the proposal with its reasons, changes with a written reason, and publishing. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Figure, Figures } from '../../ui/figure.tsx';
import { FormProblem, useOnce } from '../../ui/form.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { DataList, type Column } from '../../ui/list.tsx';
import { Empty, Loaded } from '../../ui/loaded.tsx';
import { useMoment } from '../../ui/moment.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Person } from '../../ui/person.tsx';
import { loadMatching, makeProposal } from './client.ts';
import { LeftOutList } from './components/left-out.tsx';
import { PairDialog } from './components/pair-dialog.tsx';
import { PublishButton } from './components/publish.tsx';
import { Summary, ChangeLog } from './components/summary.tsx';
import { strengths, type ProposedPair } from './model.ts';
import type { Workbench } from './proposals/model.ts';
import { say, sayReasons } from './words.ts';

export default function MatchingPage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const matching = useQuery({ queryKey: ['matching', programmeId], queryFn: () => loadMatching(programmeId) });
  const found = matching.data;
  const lead = found && t('page.lead', { programme: found.programmeName });
  const isDraft = found?.proposal?.state === 'draft';
  return (
    <Page
      title={t('page.title')}
      lead={lead}
      back={{ to: `/programmes/${programmeId}`, label: t('page.back') }}
      action={found && isDraft && found.pairs.length > 0 && <PublishButton bench={found} />}
    >
      <Loaded of={matching}>
        {(bench) => (
          <>
            {bench.proposal?.state === 'published' && <PublishedNote bench={bench} />}
            {!isDraft && <Start programmeId={programmeId} bench={bench} />}
            {bench.proposal && <Proposed bench={bench} />}
            {isDraft && <Again programmeId={programmeId} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function PublishedNote({ bench }: { readonly bench: Workbench }): ReactNode {
  const t = useSay(say);
  const moment = useMoment();
  const { programmeId = '', publishedBy = '', publishedAt = 0 } = bench.proposal ?? {};
  const told = { name: bench.people[publishedBy]?.name ?? '…', when: moment(publishedAt) };
  return (
    <Section title={t('published.title')} lead={t('published.text', told)}>
      <ButtonLink to={`/programmes/${programmeId}/pairs`}>{t('published.answers')}</ButtonLink>
    </Section>
  );
}

function Start({ programmeId, bench }: { readonly programmeId: string; readonly bench: Workbench }): ReactNode {
  const t = useSay(say);
  const { mentees, mentors, places } = bench.waiting;
  if (mentees === 0) return bench.proposal ? null : <Empty title={t('start.nobody')} text={t('start.nobody.text')} />;
  return (
    <Section title={t('start.title')} lead={t('start.text')}>
      <Figures>
        <Figure value={mentees} label={t('start.mentees')} />
        <Figure value={mentors} label={t('start.mentors')} />
        <Figure value={places} label={t('start.places')} />
      </Figures>
      <Make programmeId={programmeId} label={t('start.make')} isFirst />
    </Section>
  );
}

function Again({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  return <Make programmeId={programmeId} label={t('start.again')} />;
}

function Make(props: { readonly programmeId: string; readonly label: string; readonly isFirst?: boolean }): ReactNode {
  const queries = useQueryClient();
  const { start, busy, problem } = useOnce(async () => {
    await makeProposal(props.programmeId);
    await queries.invalidateQueries({ queryKey: ['matching', props.programmeId] });
  });
  return (
    <div>
      {problem && <FormProblem problem={problem} />}
      <Button
        appearance={props.isFirst ? 'primary' : 'secondary'}
        disabledFocusable={busy}
        onClick={() => void start()}
      >
        {props.label}
      </Button>
    </div>
  );
}

function Proposed({ bench }: { readonly bench: Workbench }): ReactNode {
  const [opened, setOpened] = useState<ProposedPair>();
  return (
    <>
      <Summary bench={bench} />
      <Pairs bench={bench} onOpen={setOpened} />
      {opened && <PairDialog key={opened.menteeId} pair={opened} bench={bench} onClose={() => setOpened(undefined)} />}
      <LeftOutList bench={bench} />
      <ChangeLog bench={bench} />
    </>
  );
}

function Pairs(props: { readonly bench: Workbench; readonly onOpen: (pair: ProposedPair) => void }): ReactNode {
  const t = useSay(say);
  const language = useLanguage();
  const { pairs, people } = props.bench;
  const nameOf = (id: string): string => people[id]?.name ?? '…';
  const jobOf = (id: string): string | undefined => people[id]?.jobTitle;
  const why = (one: ProposedPair): string => sayReasons(language, one.reasons).slice(0, -1).join('; ');
  const columns: Column<ProposedPair>[] = [
    {
      ...{
        key: 'mentee',
        title: t('list.mentee'),
        text: (one) => nameOf(one.menteeId),
        sort: (one) => nameOf(one.menteeId),
      },
      cell: (one) => <Person name={nameOf(one.menteeId)} job={jobOf(one.menteeId)} />,
    },
    {
      ...{
        key: 'mentor',
        title: t('list.mentor'),
        text: (one) => nameOf(one.mentorId),
        sort: (one) => nameOf(one.mentorId),
      },
      cell: (one) => <Person name={nameOf(one.mentorId)} job={jobOf(one.mentorId)} />,
    },
    {
      ...{ key: 'strength', title: t('list.strength'), sort: (one) => strengths.indexOf(one.strength) },
      text: (one) => t(`strength.${one.strength}`),
      cell: (one) => `${t(`strength.${one.strength}`)}${one.chosen ? ` (${t('list.chosen')})` : ''}`,
    },
    { key: 'why', title: t('list.why'), text: why, cell: why },
    {
      ...{ key: 'open', title: t('list.open') },
      cell: (one) => (
        <Button
          aria-label={`${t('list.open')}: ${t('detail.title', { mentee: nameOf(one.menteeId), mentor: nameOf(one.mentorId) })}`}
          onClick={() => props.onOpen(one)}
        >
          {t('list.open')}
        </Button>
      ),
    },
  ];
  const empty = <Empty title={t('list.none')} text={t('list.none.text')} />;
  return (
    <Section title={t('list.title')}>
      <DataList label={t('list.title')} rows={pairs} columns={columns} rowKey={(one) => one.menteeId} empty={empty} />
    </Section>
  );
}
