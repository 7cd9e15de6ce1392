/** The whole tab, given what Teams said: theme, language, queries, router, shell. */
import {
  createDOMRenderer,
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  RendererProvider,
  tokens,
  type Theme,
} from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Router } from 'wouter';
import type { Language } from '../platform/words.ts';
import { currentHost } from '../ui/host.ts';
import { LanguageProvider } from '../ui/language.tsx';
import { keepSeen } from './seen.ts';

const useGlobalStyles = makeStaticStyles([
  {
    // What people write may have no place to break, such as a long name.
    body: { margin: 0, overflowWrap: 'break-word' },
    // What gets the focus is not scrolled under the bar that stays above the page, or at its foot on a phone.
    html: { textSizeAdjust: '100%', scrollPaddingTop: '72px', scrollPaddingBottom: '96px' },
  },
  '@media (max-width: 640px) { html { scroll-padding-top: 16px; } }',
  // Nobody knows yet where the foot will be: it comes with what is waited for, and does not jump away.
  'main:has([aria-busy=true]) + footer:not(:focus-within) { display: none; }',
  // Also what Fluent moves by itself, such as a bar that grows.
  '@media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation-duration: 0.01ms !important; animation-iteration-count: 1 !important; transition-duration: 0.01ms !important; } }',
]);

const useStyles = makeStyles({
  root: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
});

/** Reads are tried again by `ask`; a window that comes back to the front looks again. */
function createQueries(language: Language): QueryClient {
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: 15_000, networkMode: 'always' } },
  });
  keepSeen(queries, { personId: currentHost()?.personId ?? '', language });
  return queries;
}

export interface AppProps {
  readonly theme: Theme;
  readonly language: Language;
  /** Without the nonce of this request the browser refuses every style. */
  readonly nonce: string;
  readonly children: ReactNode;
}

export function App({ theme, language, nonce, children }: AppProps): ReactNode {
  const [renderer] = useState(() => createDOMRenderer(document, { styleElementAttributes: { nonce } }));
  const [queries] = useState(() => createQueries(language));
  return (
    <RendererProvider renderer={renderer}>
      <Ground theme={theme}>
        <LanguageProvider language={language}>
          <QueryClientProvider client={queries}>
            <Router base="/tab">{children}</Router>
          </QueryClientProvider>
        </LanguageProvider>
      </Ground>
    </RendererProvider>
  );
}

function Ground({ theme, children }: { readonly theme: Theme; readonly children: ReactNode }): ReactNode {
  useGlobalStyles();
  const styles = useStyles();
  return (
    <FluentProvider theme={theme} className={styles.root}>
      {children}
    </FluentProvider>
  );
}
