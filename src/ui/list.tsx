/** Rows of facts: a table where there is room, cards on a phone; long lists can be searched and sorted, and open by fifty. */
import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { Children, useDeferredValue, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { folded, holdsWords } from '../platform/words.ts';
import { Button } from './button.tsx';
import { useSay } from './language.tsx';
import { Select } from './select.tsx';
import { say } from './words.ts';

export interface Column<R> {
  readonly key: string;
  readonly title: string;
  cell(this: void, row: R): ReactNode;
  /** What the column is sorted by; without it the column cannot be sorted. */
  sort?(this: void, row: R): string | number;
  /** What the search looks at. */
  text?(this: void, row: R): string;
}

export interface DataListProps<R> {
  /** What the list is, for those who do not see it. */
  readonly label: string;
  readonly rows: readonly R[];
  /** The first column names the row: it is the head of its card. */
  readonly columns: readonly Column<R>[];
  rowKey(this: void, row: R): string;
  /** Shown instead when there are no rows. */
  readonly empty: ReactNode;
  /** How many rows are open at first, where other parts of the page must stay near. */
  readonly first?: number;
}

export interface ListRowsProps<R> extends Pick<DataListProps<R>, 'label' | 'rows' | 'columns' | 'rowKey'> {
  /** Where these rows stand in a longer list, for those who do not see it. */
  readonly place?: { readonly from: number; readonly total: number };
}

/** The rows alone, for lists that the server searches, sorts and pages. */
export function ListRows<R>(props: ListRowsProps<R>): ReactNode {
  return useNarrow() ? <Cards {...props} /> : <Table {...props} />;
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

export function DataList<R>(props: DataListProps<R>): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const [text, setText] = useState('');
  const [sortKey, setSortKey] = useState('');
  const [shown, setShown] = useState(props.first ?? pageSize);
  const { rows, columns, label } = props;
  const wanted = useDeferredValue(text);
  // What is searched is said once for each row, not at each letter that is typed.
  const texts = useMemo(() => textsOf(rows, label), [rows, label]);
  const found = useMemo(
    () => arrange(rows, columns, { text: wanted, sortKey, texts }),
    [rows, columns, wanted, sortKey, texts],
  );
  if (rows.length === 0) return props.empty;
  const visible = found.slice(0, shown);
  return (
    <div>
      {rows.length > searchFrom && (
        <ListTools found={found.length === 0 ? t('list.none', { text }) : t('list.count', { count: found.length })}>
          <Input
            type="search"
            aria-label={t('list.search')}
            placeholder={t('list.search')}
            value={text}
            onChange={(_, { value }) => setText(value)}
          />
          <SortBy columns={columns} value={sortKey} onChange={setSortKey} />
        </ListTools>
      )}
      <ListRows {...props} rows={visible} />
      {found.length > shown && (
        <div className={styles.more}>
          <Button onClick={() => setShown(shown + pageSize)}>
            {t('list.more', { count: Math.min(pageSize, found.length - shown) })}
          </Button>
        </div>
      )}
    </div>
  );
}

function SortBy<R>(props: {
  readonly columns: readonly Column<R>[];
  readonly value: string;
  readonly onChange: (key: string) => void;
}): ReactNode {
  const t = useSay(say);
  const sortable = props.columns.filter(({ sort }) => sort !== undefined);
  if (sortable.length === 0) return null;
  return (
    <Select label={t('list.sort')} value={props.value} onChange={props.onChange}>
      <option value="">{t('list.sort')} …</option>
      {sortable.map(({ key, title }) => (
        <option key={key} value={key}>
          {title}
        </option>
      ))}
    </Select>
  );
}

/** Begins anew with other rows, or in another language. */
const textsOf = <R,>(_rows: readonly R[], _label: string): Map<R, string> => new Map();

interface Arrangement<R> {
  readonly text: string;
  readonly sortKey: string;
  /** What was searched of a row before. */
  readonly texts?: Map<R, string>;
}

/** Rows in which every word of the search occurs, sorted by the column with that key. */
export function arrange<R>(
  rows: readonly R[],
  columns: readonly Column<R>[],
  { text, sortKey, texts = new Map() }: Arrangement<R>,
): readonly R[] {
  const textOf = (row: R): string => {
    const known = texts.get(row) ?? folded(columns.map((column) => column.text?.(row) ?? '').join(' '));
    texts.set(row, known);
    return known;
  };
  const found = text.trim() === '' ? rows : rows.filter((row) => holdsWords(textOf(row), text.trim()));
  const sort = columns.find(({ key }) => key === sortKey)?.sort;
  return sort ? found.toSorted((one, other) => compare(sort(one), sort(other))) : found;
}

/** Many times as quick as `localeCompare` for long lists. */
const { compare: compareTexts } = new Intl.Collator();

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : compareTexts(String(one), String(other));

function Table<R>({ label, rows, columns, rowKey, place }: ListRowsProps<R>): ReactNode {
  const styles = useStyles();
  const [head, ...others] = columns;
  return (
    <table className={styles.table} aria-label={label} aria-rowcount={place && place.total + 1}>
      <thead>
        <tr aria-rowindex={place && 1}>
          {columns.map(({ key, title }) => (
            <th key={key} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={rowKey(row)} aria-rowindex={place && place.from + at + 2}>
            <th scope="row">{head?.cell(row)}</th>
            {others.map(({ key, cell }) => (
              <td key={key}>{cell(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards<R>({ label, rows, columns, rowKey, place }: ListRowsProps<R>): ReactNode {
  const styles = useStyles();
  const [head, ...others] = columns;
  return (
    <ul className={styles.cards} aria-label={label}>
      {rows.map((row, at) => (
        <li
          key={rowKey(row)}
          className={styles.card}
          aria-setsize={place?.total}
          aria-posinset={place && place.from + at + 1}
        >
          <div className={styles.cardHead}>{head?.cell(row)}</div>
          <dl className={styles.facts}>
            {others.map(({ key, title, cell }) => (
              <div key={key} className={styles.fact}>
                <dt>{title}</dt>
                <dd>{cell(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

const narrow = '(max-width: 640px)';

/** True on a phone, or where Teams gives the tab little room. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(narrow);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => matchMedia(narrow).matches,
  );
}

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
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM} 0`,
      textAlign: 'start',
      verticalAlign: 'middle',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
    '& thead th': {
      fontSize: tokens.fontSizeBase200,
      fontWeight: tokens.fontWeightSemibold,
      color: tokens.colorNeutralForeground3,
    },
    '& tbody tr:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '& tbody tr:last-child > *': { borderBottomStyle: 'none' },
  },
  cards: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0 },
  card: {
    listStyleType: 'none',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cardHead: { fontWeight: tokens.fontWeightSemibold },
  facts: { margin: `${tokens.spacingVerticalS} 0 0` },
  fact: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
    '& dt': { flex: '0 0 7.5rem', color: tokens.colorNeutralForeground3 },
    // What cannot be as narrow, such as a person, goes below.
    '& dd': { flex: '1 1 0', minWidth: 'min-content', margin: 0, overflowWrap: 'anywhere' },
  },
});
