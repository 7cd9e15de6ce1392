/** Who is left out of a proposal, why, and what would help; private wishes are never one of the reasons. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/list-rows.tsx';
import { Empty } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/page.tsx';
import { PagedList, useTurns } from '../../../ui/paged-list.tsx';
import { Person } from '../../../ui/person.tsx';
import { listLeftOut } from '../client.ts';
import { leftOutOnPage, type LeftOutPage } from '../listing/model.ts';
import type { LeftOut } from '../model.ts';
import type { ShownProposal } from '../proposals/model.ts';
import { say, sayList } from '../words.ts';

type People = LeftOutPage['people'];

/** For a proposal that leaves somebody out. */
export function LeftOutList({ proposal }: { readonly proposal: ShownProposal }): ReactNode {
  const t = useSay(say);
  const turns = useTurns({});
  const found = useQuery({
    queryKey: ['left-out', proposal.id, turns.wish],
    queryFn: () => listLeftOut(proposal, turns.wish),
    placeholderData: keepPreviousData,
  });
  return (
    <Section title={t('left.title')} lead={t('left.lead')}>
      <PagedList
        label={t('left.title')}
        of={found}
        turns={turns}
        size={leftOutOnPage}
        columns={useColumns(found.data?.people ?? {})}
        rowKey={(one) => one.menteeId}
        empty={<Empty title={t('list.nothing')} text={t('left.filtered')} />}
      />
    </Section>
  );
}

function useColumns(people: People): Column<LeftOut>[] {
  const t = useSay(say);
  const help = useHelp(people);
  const why = (one: LeftOut): string =>
    [
      one.why === 'places-taken' ? t('left.places-taken', { count: one.compatible }) : t(`left.${one.why}`),
      one.waited ? t('left.waited') : '',
      one.scarcity ? t('left.scarcity', { ...one.scarcity }) : '',
    ].join(' ');
  return [
    {
      ...{ key: 'mentee', title: t('list.mentee') },
      cell: ({ menteeId }) => <Person name={people[menteeId]?.name ?? '…'} job={people[menteeId]?.jobTitle} />,
    },
    { key: 'why', title: t('left.why'), cell: why },
    {
      ...{ key: 'help', title: t('left.help') },
      cell: (one) => one.helps.map((each) => <p key={each.help}>{help(each)}</p>),
    },
  ];
}

function useHelp(people: People): (help: LeftOut['helps'][number]) => string {
  const t = useSay(say);
  const language = useLanguage();
  return ({ help, mentorIds, count, languages, topics }) => {
    if (help === 'another-place')
      return t('help.another-place', { what: mentorIds.map((id) => people[id]?.name ?? '…').join(', ') });
    if (help === 'meet-otherwise') return t('help.meet-otherwise', { count });
    if (languages.length === 0) return t('help.language');
    const [spoken, what] = [sayList(language, 'spoken', languages), sayList(language, 'topic', topics)];
    return t('help.new-mentor', { languages: spoken, what });
  };
}
