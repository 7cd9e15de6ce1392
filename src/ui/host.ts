/** Teams around the tab, through TeamsJS: who looks, in which theme and language, with which token, in a tab or a dialog. */
import { app, authentication, dialog, FrameContexts } from '@microsoft/teams-js';
import { languageOf, type Language } from '../platform/words.ts';

export type HostTheme = 'light' | 'dark' | 'contrast';

export interface Host {
  readonly theme: HostTheme;
  readonly language: Language;
  /** The directory object id; only to keep drafts of two people on one machine apart, never to decide anything. */
  readonly personId: string;
  /** Where a deep link leads, such as `/pairs/x`. */
  readonly path: string | undefined;
  readonly inDialog: boolean;
  /** `desktop`, `web`, `android`, `ios`, `ipados`: Teams on a phone cannot do everything. */
  readonly client: string;
}

const themeOf = (name: string): HostTheme =>
  name === 'dark' ? 'dark' : name === 'contrast' || name === 'glass' ? 'contrast' : 'light';

let host: Host | undefined;

/** Shakes hands with Teams; `origins` are further hosts that a development server is framed by. Rejects outside Teams. */
export async function openHost(origins: readonly string[], onTheme: (theme: HostTheme) => void): Promise<Host> {
  await app.initialize(origins.length > 0 ? [...origins] : undefined);
  // Asked for beside the rest: the first page's first question waits for it. A refusal is told to whoever asks next.
  tabToken().catch(() => undefined);
  const context = await app.getContext();
  host = {
    theme: themeOf(context.app.theme),
    language: languageOf(context.app.locale) ?? 'en',
    personId: context.user?.id ?? '',
    path: context.page.subPageId?.startsWith('/') ? context.page.subPageId : undefined,
    inDialog: context.page.frameContext === FrameContexts.task,
    client: context.app.host.clientType,
  };
  app.registerOnThemeChangeHandler((name) => onTheme(themeOf(name)));
  return host;
}

/** Tells Teams that the first page can be used. */
export function hostIsReady(): void {
  void app.notifySuccess();
}

/** What Teams said when the tab opened; undefined before that, and in tests without a host. */
export function currentHost(): Host | undefined {
  return host;
}

/** Ends a dialog that a card opened; the bot then gets `result`. In a tab it does nothing: go to another page instead. */
export function closeDialog(result = 'done'): void {
  if (host?.inDialog) dialog.url.submit(result);
}

let kept: { readonly token: Promise<string>; readonly at: number } | undefined;
const keepFor = 5 * 60_000;

/** The token for our API. Teams renews it by itself, so it is asked for again every five minutes and after a refusal. */
export function tabToken(): Promise<string> {
  if (kept && performance.now() - kept.at < keepFor) return kept.token;
  const token = authentication.getAuthToken();
  kept = { token, at: performance.now() };
  token.catch(forgetToken);
  return token;
}

export function forgetToken(): void {
  kept = undefined;
}

/** The app roles in the token: what the navigation shows. The server decides by itself what a person may do. */
export async function rolesInToken(): Promise<readonly string[]> {
  const payload = (await tabToken()).split('.')[1] ?? '';
  const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
  const roles = typeof claims === 'object' && claims !== null && 'roles' in claims ? claims.roles : [];
  return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [];
}
