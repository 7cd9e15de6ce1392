/** What a row of the table of pages is, and which row an address belongs to. */
import { createElement, lazy, type ComponentType, type ReactNode } from 'react';

export const areas = ['mine', 'coordinate', 'stories', 'help'] as const;
/** The parts of the navigation. */
export type Area = (typeof areas)[number];

/** `/programmes/:programmeId` gives `{ programmeId: string }`: a page's props are the parameters of its address. */
export type PathParams<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [key in Name]: string } & PathParams<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? { readonly [key in Name]: string }
    : object;

export interface TabPage {
  readonly path: string;
  readonly area: Area;
  /** Fetches the page's code; the build reads in it which file that is. */
  load(this: void): Promise<unknown>;
  /** Begins to fetch the page's code. */
  preload(this: void): void;
  show(this: void, params: object): ReactNode;
}

/** Fetches the table of all pages. */
export type AllPages = () => Promise<readonly TabPage[]>;

/** One row: the page is the default export of its file, and its code is fetched when somebody goes there. */
export function page<Path extends string>(row: {
  readonly path: Path;
  readonly area: Area;
  readonly load: () => Promise<{ default: ComponentType<PathParams<Path>> }>;
}): TabPage {
  const View: ComponentType<object> = lazy(async () => {
    const { default: Shown } = await row.load();
    return { default: (params: object) => createElement(Shown, params as PathParams<Path>) };
  });
  return {
    path: row.path,
    area: row.area,
    load: row.load,
    preload: () => void row.load().catch(() => undefined),
    show: (params) => <View {...params} />,
  };
}

export interface FoundPage {
  readonly page: TabPage;
  readonly params: Readonly<Record<string, string>>;
}

/** The first row whose path fits: `/stories/new` must stand before `/stories/:storyId`. */
export function findPage(pages: readonly TabPage[], address: string): FoundPage | undefined {
  for (const one of pages) {
    const params = paramsOf(one.path, address);
    if (params) return { page: one, params };
  }
  return undefined;
}

function paramsOf(path: string, address: string): Record<string, string> | undefined {
  const wanted = path.split('/');
  const parts = address.replace(/[?#].*$/, '').split('/');
  if (parts.length > 2 && parts.at(-1) === '') parts.pop();
  if (parts.length !== wanted.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, name] of wanted.entries()) {
    const part = decoded(parts[index] ?? '');
    if (name.startsWith(':') && part !== '') params[name.slice(1)] = part;
    else if (name !== part) return undefined;
  }
  return params;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
