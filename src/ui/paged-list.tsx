/** A list that the server searches, filters and puts in order: one page of its rows is here at a time, however long it is. */
import { Input } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useSay } from './language.tsx';
import { ListRows, type ListRowsProps } from './list-rows.tsx';
import { ListTools } from './list.tsx';
import { Loaded } from './loaded.tsx';
import { OnPages } from './pager.tsx';
import { say } from './words.ts';

/** A page as the server gives it: `from` rows before it, of `total` that were found. */
export interface RowsPage<R> {
  readonly from: number;
  readonly total: number;
  readonly rows: readonly R[];
}

export interface Turn {
  readonly search: string;
  readonly from: number;
}

export interface Turns<W> {
  /** What the server is asked. */
  readonly wish: W & Turn;
  /** This and the next begin at the first page. */
  search(this: void, text: string): void;
  /** Filters or an order. */
  want(this: void, part: Partial<W>): void;
  turnTo(this: void, from: number): void;
}

export function useTurns<W extends object>(first: W): Turns<W> {
  const [wish, setWish] = useState<W & Turn>({ ...first, search: '', from: 0 });
  return {
    wish,
    search: (text) => setWish({ ...wish, search: text, from: 0 }),
    want: (part) => setWish({ ...wish, ...part, from: 0 }),
    turnTo: (from) => setWish({ ...wish, from }),
  };
}

export interface PagedListProps<R, P extends RowsPage<R>, W> extends Omit<ListRowsProps<R>, 'rows' | 'place'> {
  readonly of: Pick<UseQueryResult<P>, 'data' | 'error' | 'isFetching' | 'isPlaceholderData' | 'refetch'>;
  readonly turns: Turns<W>;
  /** Rows on a page. */
  readonly size: number;
  readonly empty: ReactNode;
  /** Filters and order, a field each. */
  filters?(this: void, page: P): readonly ReactNode[];
}

export function PagedList<R, P extends RowsPage<R>, W>(props: PagedListProps<R, P, W>): ReactNode {
  return <Loaded of={props.of}>{(page) => <OnePage {...props} page={page} />}</Loaded>;
}

function OnePage<R, P extends RowsPage<R>, W>({
  page,
  of,
  turns,
  size,
  empty,
  filters,
  ...list
}: PagedListProps<R, P, W> & { readonly page: P }): ReactNode {
  const { from, total, rows } = page;
  return (
    <>
      <ListTools>
        <SearchField search={turns.wish.search} onSearch={turns.search} />
        {filters?.(page)}
      </ListTools>
      <OnPages {...{ label: list.label, from, total, size }} isBusy={of.isPlaceholderData} onTurn={turns.turnTo}>
        {total === 0 ? empty : <ListRows {...list} rows={rows} place={page} />}
      </OnPages>
    </>
  );
}

const typingRestsMs = 250;

interface SearchFieldProps {
  readonly search: string;
  onSearch(this: void, text: string): void;
}

/** Keeps to itself what is typed: the rows are drawn anew when they are found, not at each letter. */
function SearchField({ search, onSearch }: SearchFieldProps): ReactNode {
  const t = useSay(say);
  const [typed, type] = useState(search);
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === search) return undefined;
    const timer = setTimeout(() => onSearch(wanted), typingRestsMs);
    return () => clearTimeout(timer);
  }, [typed, search, onSearch]);
  return (
    <Input
      type="search"
      aria-label={t('list.search')}
      placeholder={t('list.search')}
      value={typed}
      onChange={(_, { value }) => type(value)}
    />
  );
}
