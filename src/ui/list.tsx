/** Lists that are here as a whole: searched, put in order, opened by fifty, and from two hundred rows on turned page by page. */
import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSortRegular } from '@fluentui/react-icons/svg/arrow-sort';
import { Children, useCallback, useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { folded, holdsWords } from '../platform/words.ts';
import { Button } from './button.tsx';
import { useSay } from './language.tsx';
import { ListRows, useNarrow, type Column, type ListRowsProps, type Order } from './list-rows.tsx';
import { OnPages } from './pager.tsx';
import { Select } from './select.tsx';
import { say } from './words.ts';

export interface DataListProps<R> extends Pick<ListRowsProps<R>, 'label' | 'rows' | 'columns' | 'rowKey'> {
  /** Shown instead when there are no rows. */
  readonly empty: ReactNode;
  /** How many rows are open at first, where other parts of the page must stay near. */
  readonly first?: number;
}

/** What a list is searched, filtered and put in order by, and how much was found. */
export function ListTools({ found, children }: { readonly found?: string; readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.tools}>
      {Children.map(children, (one) => one && <div className={styles.tool}>{one}</div>)}
      {found !== undefined && <output className={styles.count}>{found}</output>}
    </div>
  );
}

const searchFrom = 20;
const pageSize = 50;
/** So many can be opened one after the other; a longer list would get slow, and its end would be far. */
const mostOpen = 200;

export function DataList<R>(props: DataListProps<R>): ReactNode {
  const t = useSay(say);
  const [text, setText] = useState('');
  const [order, setOrder] = useState<Order>();
  const [from, turnTo] = useState(0);
  const { rows, columns, label } = props;
  const wanted = useDeferredValue(text);
  // What is searched is said once for each row, not at each letter that is typed.
  const texts = useMemo(() => textsOf(rows, label), [rows, label]);
  const found = useMemo(
    () => arrange(rows, columns, { text: wanted, order, texts }),
    [rows, columns, wanted, order, texts],
  );
  const arrangeBy = useCallback((next: Order | undefined): void => {
    setOrder(next);
    turnTo(0);
  }, []);
  if (rows.length === 0) return props.empty;
  // Rows may have gone since the page was turned.
  const at = Math.min(from, Math.floor(Math.max(0, found.length - 1) / pageSize) * pageSize);
  const shown = { ...props, rows: found, order, onOrder: (key: string) => arrangeBy(nextOrder(order, key)) };
  return (
    <div>
      {rows.length > searchFrom && (
        <ListTools found={found.length === 0 ? t('list.none', { text }) : t('list.count', { count: found.length })}>
          <Input
            type="search"
            aria-label={t('list.search')}
            placeholder={t('list.search')}
            value={text}
            onChange={(_, { value }) => {
              setText(value);
              turnTo(0);
            }}
          />
          <SortBy columns={columns} order={order} onChange={arrangeBy} />
        </ListTools>
      )}
      {found.length > mostOpen ? (
        <OnPages label={label} from={at} total={found.length} size={pageSize} isBusy={false} onTurn={turnTo}>
          <ListRows {...shown} rows={found.slice(at, at + pageSize)} place={{ from: at, total: found.length }} />
        </OnPages>
      ) : (
        <Opened {...shown} />
      )}
    </div>
  );
}

/** Opens by fifty, at the foot of what is there. */
function Opened<R>({ first = pageSize, ...list }: ListRowsProps<R> & { readonly first?: number }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const [shown, setShown] = useState(first);
  const left = list.rows.length - shown;
  return (
    <>
      <ListRows {...list} rows={list.rows.slice(0, shown)} />
      {left > 0 && (
        <div className={styles.more}>
          <Button onClick={() => setShown(shown + pageSize)}>
            {t('list.more', { count: Math.min(pageSize, left) })}
          </Button>
        </div>
      )}
    </>
  );
}

/** A head that is pressed: upwards, then downwards, then as it came. */
function nextOrder(order: Order | undefined, key: string): Order | undefined {
  if (order?.key !== key) return { key, down: false };
  return order.down ? undefined : { key, down: true };
}

interface SortByProps<R> {
  readonly columns: readonly Column<R>[];
  readonly order: Order | undefined;
  readonly onChange: (order: Order | undefined) => void;
}

/** For cards, which have no heads to press. */
function SortBy<R>({ columns, order, onChange }: SortByProps<R>): ReactNode {
  const t = useSay(say);
  const isNarrow = useNarrow();
  const sortable = columns.filter(({ sort }) => sort !== undefined);
  if (!isNarrow || sortable.length === 0) return null;
  return (
    <>
      <Select
        label={t('list.sort')}
        value={order?.key ?? ''}
        onChange={(key) => onChange(key === '' ? undefined : { key, down: false })}
      >
        <option value="">{t('list.sort')} …</option>
        {sortable.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </Select>
      {order && (
        <Button
          icon={<ArrowSortRegular />}
          aria-pressed={order.down}
          onClick={() => onChange({ ...order, down: !order.down })}
        >
          {t('list.turned')}
        </Button>
      )}
    </>
  );
}

/** Begins anew with other rows, or in another language. */
const textsOf = <R,>(_rows: readonly R[], _label: string): Map<R, string> => new Map();

interface Arrangement<R> {
  readonly text: string;
  readonly order: Order | undefined;
  /** What was searched of a row before. */
  readonly texts?: Map<R, string>;
}

/** Rows in which every word of the search occurs, in the order of a column. */
export function arrange<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  { text, order, texts = new Map() }: Arrangement<R>,
): readonly R[] {
  const textOf = (row: R): string => {
    const known = texts.get(row) ?? folded(columns.map((column) => column.text?.(row) ?? '').join(' '));
    texts.set(row, known);
    return known;
  };
  const found = text.trim() === '' ? rows : rows.filter((row) => holdsWords(textOf(row), text.trim()));
  const sort = columns.find(({ key }) => key === order?.key)?.sort;
  if (!sort) return found;
  const way = order?.down ? -1 : 1;
  return found.toSorted((one, other) => way * compare(sort(one), sort(other)));
}

/** Many times as quick as `localeCompare` for long lists. */
const { compare: compareTexts } = new Intl.Collator();

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : compareTexts(String(one), String(other));

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalL,
  },
  tool: {
    ...{ display: 'flex', flex: '1 1 200px', minHeight: '44px', maxWidth: '320px' },
    ':empty': { display: 'none' },
    '& > *': { flex: '1 1 auto', minWidth: 0 },
  },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  more: { marginTop: tokens.spacingVerticalL },
});
