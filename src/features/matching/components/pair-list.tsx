/** The proposed pairs: searched, filtered and put in order by the server, a page at a time; each opens with all that it rests on. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useLanguage, useSay } from '../../../ui/language.tsx';
import type { Column } from '../../../ui/list.tsx';
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

export interface PairListProps {
  readonly proposal: ShownProposal;
  readonly onOpen: (pair: PairLine, people: PairsPage['people']) => void;
}

export function PairList({ proposal, onOpen }: PairListProps): ReactNode {
  const t = useSay(say);
  const turns = useTurns(everything);
  const found = useQuery({
    queryKey: ['proposed-pairs', proposal.id, turns.wish],
    queryFn: () => listPairs(proposal, turns.wish),
    // The former page stays while another one is fetched: nobody loses the place, or the focus.
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(found.data?.people ?? {}, onOpen);
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
        filters={(page) => <Filters page={page} turns={turns} />}
      />
    </Section>
  );
}

function Filters({ page, turns }: { readonly page: PairsPage; readonly turns: Turns<Wish> }): ReactNode {
  const t = useSay(say);
  const { wish, want } = turns;
  const part = (key: 'site' | 'department', all: 'list.allSites' | 'list.allDepartments', parts: readonly string[]) => (
    <Select label={t(`list.${key}`)} value={wish[key]} onChange={(value) => want({ [key]: value })}>
      <option value="">{t(all)}</option>
      {parts.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </Select>
  );
  return (
    <>
      <Select
        label={t('list.show')}
        value={wish.show}
        onChange={(value) => want({ show: shows.find((one) => one === value) ?? 'all' })}
      >
        {shows.map((one) => (
          <option key={one} value={one}>
            {t(`show.${one}`)}
          </option>
        ))}
      </Select>
      {part('site', 'list.allSites', page.sites)}
      {part('department', 'list.allDepartments', page.departments)}
      <Select
        label={t('list.sort')}
        value={wish.sort}
        onChange={(value) => want({ sort: sorts.find((one) => one === value) ?? 'proposed' })}
      >
        {sorts.map((one) => (
          <option key={one} value={one}>
            {t(`sort.${one}`)}
          </option>
        ))}
      </Select>
    </>
  );
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
          onClick={() => onOpen(one, people)}
        >
          {t('list.open')}
        </Button>
      ),
    },
  ];
}
