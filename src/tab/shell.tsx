/** What stands around every page: skip link, navigation, banners, the page that the address names, messages. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useSay } from '../ui/language.tsx';
import { TextLink } from '../ui/button.tsx';
import { useConnection } from '../ui/connection.ts';
import { keepFocus } from '../ui/kept-focus.ts';
import { Waiting } from '../ui/loaded.tsx';
import { Told } from '../ui/notice.tsx';
import { Banners } from './banners.tsx';
import { Boundary } from './broken.tsx';
import { Missing } from './missing.tsx';
import { Navigation } from './navigation.tsx';
import { findPage, type TabPage } from './page-table.tsx';
import { say } from './words.ts';

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
  main: { ':focus': { outlineStyle: 'none' } },
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
  readonly pages: readonly TabPage[];
  /** A dialog shows the page alone: its way out is Teams' own. */
  readonly inDialog: boolean;
}

export function Shell({ pages, inDialog }: ShellProps): ReactNode {
  const styles = useStyles();
  const t = useSay(say);
  const [address] = useLocation();
  useEffect(keepFocus, []);
  const isForgotten = useConnection() === 'forgotten';
  const found = findPage(pages, address);
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
        <Boundary key={address}>
          <Suspense fallback={waiting}>
            {isForgotten ? <Forgotten /> : found ? found.page.show(found.params) : <Missing />}
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
