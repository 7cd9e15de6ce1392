/** Where one is, kept in the address so that every state can be opened directly: `/#person=ID&app=chat&theme=dark&lang=nl&path=/x`. */
import { useCallback, useSyncExternalStore } from 'react';
import { languages, type Language } from '../../../platform/words.ts';

export const apps = ['chat', 'tab', 'channels', 'mail', 'calendar'] as const;
export type AppName = (typeof apps)[number];
export const themes = ['light', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themes)[number];

export interface Place {
  readonly person: string;
  readonly app: AppName;
  readonly theme: ThemeName;
  readonly lang: Language;
  /** Which of the package's tabs, by its entityId. */
  readonly tab: string;
  /** A page of the tab. */
  readonly path: string;
  /** Only the app, without the bars around it: for pictures. */
  readonly clean: boolean;
}

function read(hash: string): Place {
  const given = new URLSearchParams(hash.slice(1));
  return {
    person: given.get('person') ?? '',
    app: apps.find((one) => one === given.get('app')) ?? 'chat',
    theme: themes.find((one) => one === given.get('theme')) ?? 'light',
    lang:
      languages.find((one) => one === given.get('lang')) ??
      languages.find((one) => navigator.language.startsWith(one)) ??
      'en',
    tab: given.get('tab') ?? 'home',
    path: given.get('path') ?? '',
    clean: given.get('clean') === '1',
  };
}

function write({ clean, path, tab, ...rest }: Place): string {
  const more = {
    ...(tab === 'home' ? {} : { tab }),
    ...(path === '' ? {} : { path }),
    ...(clean ? { clean: '1' } : {}),
  };
  return `#${new URLSearchParams({ ...rest, ...more }).toString()}`;
}

const hear = (told: () => void): (() => void) => {
  addEventListener('hashchange', told);
  return () => removeEventListener('hashchange', told);
};

export function usePlace(): readonly [Place, (part: Partial<Place>) => void] {
  const hash = useSyncExternalStore(hear, () => location.hash);
  const go = useCallback((part: Partial<Place>) => {
    location.hash = write({ ...read(location.hash), ...part });
  }, []);
  return [read(hash), go];
}
