/** The proposed pairs: searched, filtered and put in order by the server, a page at a time; each opens with all that it rests on. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { memo, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/list-rows.tsx';
import { Empty } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/page.tsx';
import { PagedList, useTurns, type Turns } from '../../../ui/paged-list.tsx';
import { Person } from '../../../ui/person.tsx';
import { Select } from '../../../ui/select.tsx';
import { listPairs } from '../client.ts';
import { pairsOnPage, shows, sorts, type PairLine, type PairsPage, type Show, type Sort } from '../listing/model.ts';
import type { ShownProposal } from '../proposals/model.ts';
import { say, sayReasons } from '../words.ts';

interface Wish {
  readonly show: Show;
  readonly site: string;
  readonly department: string;
  readonly sort: Sort;
}

const everything: Wish = { show: 'all', site: '', department: '', sort: 'proposed' };

export interface Opened {
  readonly pair: PairLine;
  readonly people: PairsPage['people'];
}

export interface PairListProps {
  readonly proposal: ShownProposal;
  readonly onOpen: (opened: Opened) => void;
}

/** Stays as it is while a dialog opens or a run goes on beside it. */
export const PairList = memo(function PairList({ proposal, onOpen }: PairListProps): ReactNode {
  const t = useSay(say);
  const turns = useTurns(everything);
  const found = useQuery({
    queryKey: ['proposed-pairs', proposal.id, turns.wish],
    queryFn: () => listPairs(proposal, turns.wish),
    // The former page stays while another one is fetched: nobody loses the place, or the focus.
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(found.data?.people ?? {}, onOpen);
  const filters = useFilters(turns);
  if (proposal.counts.matched === 0)
    return (
      <Section title={t('list.title')}>
        <Empty title={t('list.none')} text={t('list.none.text')} />
      </Section>
    );
  return (
    <Section title={t('list.title')}>
      <PagedList
        label={t('list.title')}
        of={found}
        turns={turns}
        size={pairsOnPage}
        columns={columns}
        rowKey={(one) => one.menteeId}
        empty={<Empty title={t('list.nothing')} text={t('list.filtered')} />}
        filters={filters}
      />
    </Section>
  );
});

function useFilters({ wish, want }: Turns<Wish>): (page: PairsPage) => ReactNode[] {
  const t = useSay(say);
  const choice = (key: keyof Wish, label: string, choices: readonly (readonly [value: string, words: string])[]) => (
    <Select key={key} label={label} value={wish[key]} onChange={(value) => want({ [key]: value })}>
      {choices.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </Select>
  );
  const named = (parts: readonly string[]) => parts.map((one) => [one, one] as const);
  return ({ sites, departments }) => [
    choice(
      'show',
      t('list.show'),
      shows.map((one) => [one, t(`show.${one}`)]),
    ),
    choice('site', t('list.site'), [['', t('list.allSites')], ...named(sites)]),
    choice('department', t('list.department'), [['', t('list.allDepartments')], ...named(departments)]),
    choice(
      'sort',
      t('list.sort'),
      sorts.map((one) => [one, t(`sort.${one}`)]),
    ),
  ];
}

function useColumns(people: PairsPage['people'], onOpen: PairListProps['onOpen']): Column<PairLine>[] {
  const t = useSay(say);
  const language = useLanguage();
  const nameOf = (id: string): string => people[id]?.name ?? '…';
  const person = (id: string): ReactNode => <Person name={nameOf(id)} job={people[id]?.jobTitle} />;
  return [
    { key: 'mentee', title: t('list.mentee'), cell: (one) => person(one.menteeId) },
    {
      ...{ key: 'mentor', title: t('list.mentor') },
      cell: ({ mentorId, taken, places = 1 }) => (
        <>
          {person(mentorId)}
          {places > 1 && t('list.places', { taken, places })}
        </>
      ),
    },
    {
      ...{ key: 'strength', title: t('list.strength') },
      cell: (one) => `${t(`strength.${one.strength}`)}${one.chosen ? ` (${t('list.chosen')})` : ''}`,
    },
    {
      ...{ key: 'why', title: t('list.why') },
      cell: (one) => sayReasons(language, one.reasons).slice(0, -1).join('; '),
    },
    {
      ...{ key: 'open', title: t('list.open') },
      cell: (one) => (
        <Button
          aria-label={`${t('list.open')}: ${t('detail.title', { mentee: nameOf(one.menteeId), mentor: nameOf(one.mentorId) })}`}
          onClick={() => onOpen({ pair: one, people })}
        >
          {t('list.open')}
        </Button>
      ),
    },
  ];
}
