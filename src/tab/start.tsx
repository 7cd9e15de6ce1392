/** Shakes hands with Teams, then draws; the code of the page that is asked for is fetched meanwhile. */
import { teamsLightTheme, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { languageOf, type Language } from '../platform/words.ts';
import { currentHost, hostIsReady, openHost, type Host, type HostTheme } from '../ui/host.ts';
import { askIn } from '../ui/http.ts';
import { Page } from '../ui/page.tsx';
import { speak } from '../ui/spoken.ts';
import { App } from './app.tsx';
import { findPage, type AllPages, type TabPage } from './page-table.tsx';
import { loadTheme } from './themes.ts';
import { Shell } from './shell.tsx';
import { say } from './words.ts';

const base = '/tab';
const patience = 15_000;

let theme: Theme = teamsLightTheme;
let themeListener = (): void => undefined;

async function setTheme(name: HostTheme): Promise<void> {
  theme = await loadTheme(name);
  // What the browser draws by itself, such as the picker of a date, follows.
  document.documentElement.style.colorScheme = name === 'light' ? 'light' : 'dark';
  themeListener();
}

function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      themeListener = listener;
      return () => undefined;
    },
    () => theme,
  );
}

function metaContent(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
}

const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/**
 * Draws the tab, or, where no Teams answers, a page that says where to find it. `front` are the pages that people begin with;
 * the table of all pages is fetched when another one is asked for, or when the first one is there.
 */
export function startTab(front: readonly TabPage[], allPages: AllPages): void {
  start(front, allPages).catch(drawOutside);
}

async function start(front: readonly TabPage[], allPages: AllPages): Promise<void> {
  const fetchCode = async (): Promise<void> => {
    const path = location.pathname.slice(base.length) || '/';
    (findPage(front, path) ?? findPage(await allPages(), path))?.page.preload();
  };
  // What fails is told where the page is shown.
  fetchCode().catch(() => undefined);
  const host = await Promise.race([openHost(origins(), (name) => void setTheme(name)), giveUp()]);
  if (openPath(host)) fetchCode().catch(() => undefined);
  await Promise.all([setTheme(host.theme), speak(host.language)]);
  draw(host.language, <Shell front={front} allPages={allPages} inDialog={host.inDialog} />);
  hostIsReady();
}

const origins = (): string[] => metaContent('host-origins').split(' ').filter(Boolean);

const giveUp = (): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('no host answered')), patience));

/** A deep link names a page; Teams opens the tab at its front door and tells the name. */
function openPath({ path }: Host): boolean {
  const isFrontDoor = location.pathname === base || location.pathname === `${base}/`;
  if (path === undefined || !isFrontDoor) return false;
  history.replaceState(null, '', base + path);
  return true;
}

function draw(language: Language, children: ReactNode): void {
  document.documentElement.lang = language;
  askIn(language);
  const root = document.getElementById('tab');
  if (root) createRoot(root).render(<Themed language={language}>{children}</Themed>);
}

function Themed({ language, children }: { readonly language: Language; readonly children: ReactNode }): ReactNode {
  return (
    <App theme={useTheme()} language={language} nonce={nonce}>
      {children}
    </App>
  );
}

async function drawOutside(): Promise<void> {
  const language = currentHost()?.language ?? languageOf(navigator.language) ?? 'en';
  await speak(language);
  draw(
    language,
    <main>
      <Page narrow title={say(language, 'outside.title')} lead={say(language, 'outside.text')} />
    </main>,
  );
}
