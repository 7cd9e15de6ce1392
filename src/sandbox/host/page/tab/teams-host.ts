/** The host's side of the TeamsJS handshake: answers what the tab in an iframe asks, and tells it when the theme changes. */
import type { Language } from '../../../../platform/words.ts';
import { control, type ShownPerson, type World } from '../control.ts';
import type { ThemeName } from '../place.ts';

export interface FrameWish {
  readonly world: World;
  readonly person: ShownPerson;
  readonly theme: ThemeName;
  readonly language: Language;
  /** `content` for a tab, `task` for a dialog. */
  readonly context: 'content' | 'task';
  /** The tab's entityId in the package. */
  readonly tab: string;
  /** A deep link's page. */
  readonly path: string;
  /** The dialog was submitted. */
  onSubmit(this: void, result: unknown): void;
  /** A link that Teams would open. */
  onLink(this: void, link: string): void;
  /** Another page of the tab. */
  onPage(this: void, path: string): void;
  /** The tab says that it can be used, or that it cannot. */
  onReady(this: void): void;
}

interface Asked {
  readonly id?: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
}

const region: Readonly<Record<Language, string>> = { nl: 'nl-be', fr: 'fr-be', de: 'de-de', en: 'en-gb' };
const themeName = (theme: ThemeName): string => (theme === 'light' ? 'default' : theme);
const runtime = JSON.stringify({
  apiVersion: 4,
  isLegacyTeams: false,
  supports: {
    appInstallDialog: {},
    dialog: { url: { update: {} } },
    pages: { appButton: {}, tabs: {}, config: {}, backStack: {}, currentApp: {} },
    teamsCore: {},
  },
});

/** The context in the form in which Teams sends it; TeamsJS gives it to the tab under newer names. */
function contextOf({ world, person, theme, language, context, tab, path }: FrameWish): object {
  const who = {
    userObjectId: person.id,
    loginHint: person.mail ?? '',
    userLicenseType: 'Unknown',
    tid: world.tenantId,
  };
  const what = { entityId: tab, subEntityId: path, frameContext: context, isFullScreen: false, teamSiteUrl: '' };
  const where = { hostName: 'Teams', hostClientType: 'web', ring: 'general' };
  const session = { sessionId: crypto.randomUUID(), appSessionId: crypto.randomUUID() };
  return { locale: region[language], theme: themeName(theme), ...who, ...what, ...where, ...session };
}

/** Undefined where Teams gives no answer. */
async function answer(wish: FrameWish, { func, args = [] }: Asked): Promise<readonly unknown[] | undefined> {
  switch (func) {
    case 'initialize':
      return [wish.context, 'web', runtime, '2.0.0'];
    case 'getContext':
      return [contextOf(wish)];
    case 'authentication.getAuthToken': {
      const { token } = await control<{ token: string }>('/token', { personId: wish.person.id });
      return [true, token];
    }
    case 'tasks.completeTask':
      wish.onSubmit(args[0]);
      return undefined;
    case 'openLink':
    case 'executeDeepLink':
      if (typeof args[0] === 'string') wish.onLink(args[0]);
      return [true];
    case 'pages.navigateToApp':
    case 'pages.currentApp.navigateTo':
      wish.onPage(pageIn(args[0]));
      return [true];
    case 'appInitialization.success':
    case 'appInitialization.failure':
      wish.onReady();
      return undefined;
    default:
      return /^(register|appInitialization)/.test(func) ? undefined : [true];
  }
}

function pageIn(wanted: unknown): string {
  return typeof wanted === 'object' && wanted !== null && 'subPageId' in wanted ? String(wanted.subPageId) : '';
}

export interface ServedFrame {
  setTheme(this: void, theme: ThemeName): void;
  stop(this: void): void;
}

/** Listens for one iframe. Only the product's own origin is heard, and only it is answered. */
export function serveFrame(frame: () => HTMLIFrameElement | null, current: () => FrameWish): ServedFrame {
  const { origin } = new URL(current().world.app);
  const post = (message: object): void => frame()?.contentWindow?.postMessage(message, origin);
  const hear = (event: MessageEvent<Asked>): void => {
    const isOurs = event.source === frame()?.contentWindow && event.origin === origin;
    if (!isOurs || typeof event.data?.func !== 'string') return;
    const { id, uuidAsString } = event.data;
    void answer(current(), event.data)
      .catch((error: unknown) => [false, error instanceof Error ? error.message : String(error)])
      .then((args) => args && post({ id, uuidAsString, args }));
  };
  addEventListener('message', hear);
  return {
    setTheme: (theme) => post({ func: 'themeChange', args: [themeName(theme)] }),
    stop: () => removeEventListener('message', hear),
  };
}
