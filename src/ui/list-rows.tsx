/** The rows of a list: a table where there is room, cards on a phone. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { useLayoutEffect, useRef, useSyncExternalStore, type ReactNode, type RefObject } from 'react';

export interface Column<R> {
  readonly key: string;
  readonly title: string;
  cell(this: void, row: R): ReactNode;
  /** What the column is sorted by; without it the column cannot be sorted. */
  sort?(this: void, row: R): string | number;
  /** What the search looks at. */
  text?(this: void, row: R): string;
}

/** By which column, and which way round. */
export interface Order {
  readonly key: string;
  readonly down: boolean;
}

export interface ListRowsProps<R> {
  /** What the list is, for those who do not see it. */
  readonly label: string;
  readonly rows: readonly R[];
  /** The first column names the row: it is the head of its card. */
  readonly columns: readonly Column<R>[];
  rowKey(this: void, row: R): string;
  /** Where these rows stand in a longer list, for those who do not see it. */
  readonly place?: { readonly from: number; readonly total: number };
  /** Where the heads of a table put its rows in order. */
  readonly order?: Order | undefined;
  onOrder?(this: void, key: string): void;
}

/** The rows alone, for lists that the server searches, sorts and pages. */
export function ListRows<R>(props: ListRowsProps<R>): ReactNode {
  return useNarrow() ? <Cards {...props} /> : <Table {...props} />;
}

/** When the row that has the focus goes, the focus goes to the list: not to the beginning of the page, and not to another row's button. */
function useFocusKept<E extends HTMLElement>(): {
  readonly ref: RefObject<E | null>;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
} {
  const ref = useRef<E>(null);
  const isIn = useRef(false);
  useLayoutEffect(() => {
    // What is taken away with the focus on it tells nobody that it lost it.
    if (isIn.current && document.activeElement === document.body) ref.current?.focus();
  });
  return { ref, onFocus: () => void (isIn.current = true), onBlur: () => void (isIn.current = false) };
}

function Table<R>({ label, rows, columns, rowKey, place, order, onOrder }: ListRowsProps<R>): ReactNode {
  const styles = useStyles();
  const focus = useFocusKept<HTMLTableElement>();
  const [head, ...others] = columns;
  return (
    <table
      {...focus}
      tabIndex={-1}
      className={styles.table}
      aria-label={label}
      aria-rowcount={place && place.total + 1}
    >
      <thead>
        <tr aria-rowindex={place && 1}>
          {columns.map(({ key, title, sort }) => (
            <th
              key={key}
              scope="col"
              aria-sort={order?.key === key ? (order.down ? 'descending' : 'ascending') : undefined}
            >
              {sort && onOrder ? (
                <HeadButton direction={order?.key === key ? order : undefined} onClick={() => onOrder(key)}>
                  {title}
                </HeadButton>
              ) : (
                title
              )}
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

interface HeadButtonProps {
  readonly direction: Order | undefined;
  readonly children: ReactNode;
  onClick(this: void): void;
}

/** The order itself is said by the head that it stands in. */
function HeadButton({ direction, children, onClick }: HeadButtonProps): ReactNode {
  const styles = useStyles();
  const Arrow = direction?.down ? ArrowDownRegular : ArrowUpRegular;
  return (
    <button type="button" className={styles.headButton} onClick={onClick}>
      {children}
      <Arrow aria-hidden className={mergeClasses(styles.arrow, direction === undefined && styles.noArrow)} />
    </button>
  );
}

function Cards<R>({ label, rows, columns, rowKey, place }: ListRowsProps<R>): ReactNode {
  const styles = useStyles();
  const focus = useFocusKept<HTMLUListElement>();
  const [head, ...others] = columns;
  return (
    <ul {...focus} tabIndex={-1} className={styles.cards} aria-label={label}>
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
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th, & td': {
      padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM} 0`,
      textAlign: 'start',
      verticalAlign: 'middle',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    // A name may be longer than there is room, and without a place to break.
    '& tbody th, & tbody td': { overflowWrap: 'anywhere' },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
    '& thead th': {
      fontSize: tokens.fontSizeBase200,
      fontWeight: tokens.fontWeightSemibold,
      color: tokens.colorNeutralForeground3,
    },
    ':focus': { outlineStyle: 'none' },
    '& tbody tr:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '& tbody tr:last-child > *': { borderBottomStyle: 'none' },
  },
  headButton: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '44px',
    // The head's own space around it is part of the target.
    margin: `calc(-1 * ${tokens.spacingVerticalM}) 0`,
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorNeutralForeground1, '& svg': { visibility: 'visible' } },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, '& svg': { visibility: 'visible' } },
  },
  arrow: { flexShrink: 0, fontSize: '16px' },
  // Its place is kept, so that no column moves when the order changes.
  noArrow: { visibility: 'hidden' },
  cards: {
    ...{ display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0 },
    ':focus': { outlineStyle: 'none' },
  },
  card: {
    listStyleType: 'none',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cardHead: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
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
