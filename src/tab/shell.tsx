/** What stands around every page: skip link, navigation, banners, the page that the address names, messages. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useSay } from '../ui/language.tsx';
import { TextLink } from '../ui/button.tsx';
import { useConnection } from '../ui/connection.ts';
import { useTouring } from '../features/insights/welcome/components/touring.ts';
import { keepFocus } from '../ui/kept-focus.ts';
import { Waiting } from '../ui/loaded.tsx';
import { Told } from '../ui/notice.tsx';
import { Banners } from './banners.tsx';
import { Boundary, Broken } from './broken.tsx';
import { Missing } from './missing.tsx';
import { Navigation } from './navigation.tsx';
import { findPage, type AllPages, type TabPage } from './page-table.tsx';
import { say } from './words.ts';

const Tour = lazy(() => import('../features/insights/welcome/components/tour.tsx'));
const Forgotten = lazy(() => import('../features/privacy/erasing/page.tsx'));

const useStyles = makeStyles({
  skip: {
    position: 'fixed',
    top: tokens.spacingVerticalS,
    insetInlineStart: tokens.spacingHorizontalS,
    zIndex: 20,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    ':not(:focus)': { clipPath: 'inset(50%)', width: '1px', height: '1px', padding: 0, overflow: 'hidden' },
  },
  main: {
    ':focus': { outlineStyle: 'none' },
  },
  foot: {
    maxWidth: '1040px',
    margin: '-48px auto 0',
    padding: `0 ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalM}`,
    // Above the row of thumbs' size at the foot of a phone.
    '@media (max-width: 640px)': { margin: '-80px auto 0', padding: `0 ${tokens.spacingHorizontalL} 84px` },
  },
  quiet: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', fontSize: tokens.fontSizeBase200 },
  waiting: { maxWidth: '1040px', margin: '0 auto', padding: tokens.spacingHorizontalXXL },
});

export interface ShellProps {
  readonly front: readonly TabPage[];
  readonly allPages: AllPages;
  /** A dialog shows the page alone: its way out is Teams' own. */
  readonly inDialog: boolean;
}

export function Shell({ front, allPages, inDialog }: ShellProps): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const [address] = useLocation();
  useEffect(keepFocus, []);
  const isForgotten = useConnection() === 'forgotten';
  const stop = useTouring();
  const atFront = findPage(front, address);
  const isCalm = useCalm();
  const all = useQuery({
    ...{ queryKey: ['all-pages'], queryFn: allPages, staleTime: Infinity },
    enabled: atFront === undefined || isCalm,
  });
  const found = atFront ?? findPage(all.data ?? [], address);
  const waiting = (
    <div className={styles.waiting}>
      <Waiting />
    </div>
  );
  return (
    <>
      {!inDialog && !isForgotten && (
        <>
          <a className={styles.skip} href="#main">
            {t('nav.skip')}
          </a>
          <Navigation here={found?.page.area} />
        </>
      )}
      <main id="main" className={styles.main} tabIndex={-1}>
        <Banners />
        {stop !== undefined && !isForgotten && (
          <Boundary>
            <Suspense>
              <Tour at={stop} />
            </Suspense>
          </Boundary>
        )}
        <Boundary key={address}>
          <Suspense fallback={waiting}>
            {isForgotten ? <Forgotten /> : found ? found.page.show(found.params) : <NoPage all={all}>{waiting}</NoPage>}
          </Suspense>
        </Boundary>
      </main>
      {!inDialog && !isForgotten && (
        <footer data-screen className={styles.foot}>
          <TextLink to="/private-talk" className={styles.quiet}>
            {t('foot.talk')}
          </TextLink>
        </footer>
      )}
      <Told />
    </>
  );
}

/** The address is in no table, or that of all pages is not here yet. */
function NoPage({ all, children }: { readonly all: UseQueryResult; readonly children: ReactNode }): ReactNode {
  if (all.isPending) return children;
  return all.isError ? <Broken /> : <Missing />;
}

const calmAfterMs = 3_000;

/** True some time after the first page was drawn, which has the line to itself until then. */
function useCalm(): boolean {
  const [isCalm, setCalm] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(true), calmAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return isCalm;
}
