/** The pages of a long list: where one is, and the buttons above and below its rows. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { useSay } from './language.tsx';
import { say } from './words.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  place: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  pager: {
    ...{ display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
    ...{ minWidth: 0, margin: 0, padding: 0 },
    border: 'none',
  },
  below: { display: 'flex', justifyContent: 'flex-end', marginTop: tokens.spacingVerticalL },
});

interface PagerProps {
  readonly label: string;
  /** Rows before these, of so many. */
  readonly from: number;
  readonly total: number;
  /** Rows on a page. */
  readonly size: number;
  readonly isBusy: boolean;
  onTurn(this: void, from: number): void;
}

/** `children` are the rows of the page. */
export function OnPages({ children, ...pager }: PagerProps & { readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const place = useRef<HTMLOutputElement>(null);
  const { from, total, size } = pager;
  return (
    <>
      <div className={styles.line}>
        <output ref={place} tabIndex={-1} className={styles.place}>
          {total > 0 && t('list.range', { from: from + 1, to: Math.min(from + size, total), total })}
        </output>
        <Pager {...pager} />
      </div>
      {children}
      <div className={styles.below}>
        <Pager
          {...pager}
          onTurn={(next) => {
            pager.onTurn(next);
            // The new rows begin up there.
            place.current?.focus();
          }}
        />
      </div>
    </>
  );
}

function Pager({ label, from, total, size, isBusy, onTurn }: PagerProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  if (total <= size) return null;
  const last = Math.floor((total - 1) / size) * size;
  const turn = (key: 'list.first' | 'list.previous' | 'list.next' | 'list.last', next: number): ReactNode => {
    const isThere = next >= 0 && next <= last && next !== from;
    return (
      <Button disabledFocusable={!isThere || isBusy} onClick={() => onTurn(next)}>
        {t(key)}
      </Button>
    );
  };
  // Where there are two pages, the next one is the last.
  const isLong = last > size;
  return (
    <fieldset className={styles.pager} aria-label={t('list.pages', { label })}>
      {isLong && turn('list.first', 0)}
      {turn('list.previous', from - size)}
      {turn('list.next', from + size)}
      {isLong && turn('list.last', last)}
    </fieldset>
  );
}
