/**
 * A page by the Tab key alone: everything that can be used is reached (WCAG 2.1.1), in the order in which one reads (2.4.3), nothing keeps the
 * focus (2.1.2), it is seen where it is (2.4.7) and does not lie under the bars that stay where they are (2.4.11).
 */
import type { Frame } from 'playwright-core';
import { askPage } from '../../support/window.ts';

export interface Walk {
  readonly faults: readonly string[];
  /** How many things the focus came to. */
  readonly stops: number;
}

interface Step {
  readonly ended: boolean;
  readonly name: string;
  readonly faults: readonly string[];
}

/** Tab from the beginning of the page until the focus leaves it. */
export async function walkByKeyboard(frame: Frame): Promise<Walk> {
  const count = await prepare(frame);
  const faults = new Set<string>();
  let stops = 0;
  let isOut = false;
  for (let turn = 0; turn < count + 20 && !isOut; turn += 1) {
    await frame.page().keyboard.press('Tab');
    const step = await look(frame);
    isOut = step.ended;
    stops += step.ended ? 0 : 1;
    for (const fault of step.faults) faults.add(fault);
  }
  if (!isOut) faults.add(`keeps the focus: still in it after ${count + 20} steps`);
  for (const missed of await missedIn(frame)) faults.add(`is not reached: ${missed}`);
  return { faults: [...faults], stops };
}

/** What the page itself keeps of the walk. */
interface Kept {
  readonly all: readonly HTMLElement[];
  readonly looks: Map<Element, string>;
  readonly reached: Set<Element>;
  last: { top: number; bottom: number; left: number; right: number; name: string } | undefined;
  lookOf(this: void, one: Element): string;
}

type Keeper = typeof globalThis & { walk: Kept };

/** Gives how many things can have the focus, after it was put before the first of them. */
function prepare(frame: Frame): Promise<number> {
  return askPage(frame, () => {
    const asked =
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], audio[controls], video[controls]';
    const all = [...document.querySelectorAll<HTMLElement>(asked)].filter(
      (one) =>
        one.tabIndex >= 0 &&
        !one.matches(':disabled') &&
        one.checkVisibility({ visibilityProperty: true }) &&
        !one.closest('[inert]'),
    );
    const seen = [
      'outlineStyle',
      'outlineWidth',
      'outlineColor',
      'boxShadow',
      'borderColor',
      'borderWidth',
      'backgroundColor',
      'transform',
      'opacity',
      'clipPath',
      'textDecorationLine',
    ] as const;
    const lookOf = (one: Element): string =>
      [one, one.parentElement, one.parentElement?.parentElement]
        .flatMap((at) => (at ? [null, '::before', '::after'].map((pseudo) => getComputedStyle(at, pseudo)) : []))
        .map((style) => seen.map((name) => style[name]).join(' '))
        .join('|');
    (document.activeElement as HTMLElement | null)?.blur();
    const looks = new Map<Element, string>(all.map((one) => [one, lookOf(one)]));
    (globalThis as Keeper).walk = { all, looks, reached: new Set(), last: undefined, lookOf };
    const start = document.createElement('span');
    start.tabIndex = -1;
    document.body.prepend(start);
    scrollTo(0, 0);
    start.focus();
    return all.length;
  });
}

function look(frame: Frame): Promise<Step> {
  return askPage(frame, async () => {
    const { walk } = globalThis as Keeper;
    const one = document.activeElement as HTMLElement | null;
    if (!one || one === document.body || !document.hasFocus()) return { ended: true, name: '', faults: [] };
    const faults: string[] = [];
    const label = one instanceof HTMLInputElement ? one.labels?.[0]?.textContent : undefined;
    const name = `${one.tagName.toLowerCase()} ${(one.getAttribute('aria-label') ?? label ?? one.textContent).replaceAll(/\s+/g, ' ').trim().slice(0, 50)}`;
    walk.reached.add(one);
    if (one instanceof HTMLInputElement && one.type === 'radio')
      for (const other of document.querySelectorAll<HTMLInputElement>('input[type=radio]'))
        if (other.name === one.name && other.form === one.form) walk.reached.add(other);
    const before = walk.looks.get(one);
    const isSame = (): boolean => before !== undefined && walk.lookOf(one) === before;
    if (isSame()) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      if (isSame()) faults.push(`does not show the focus on ${name}`);
    }
    const small = one.getBoundingClientRect();
    const area =
      (small.width < 4 && one instanceof HTMLInputElement ? one.labels?.[0] : one)?.getBoundingClientRect() ?? small;
    const points = [
      [0.5, 0.5],
      [0.1, 0.2],
      [0.9, 0.2],
      [0.1, 0.8],
      [0.9, 0.8],
    ].map(([x = 0, y = 0]) => [area.left + area.width * x, area.top + area.height * y] as const);
    const barOver = ([x, y]: readonly [number, number]): boolean => {
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return true;
      for (let at = document.elementFromPoint(x, y); at; at = at.parentElement)
        if (at !== one && !at.contains(one) && ['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true;
      return false;
    };
    if (points.every(barOver) || barOver(points[0]!)) faults.push(`hides the focus on ${name}`);
    let isFixed = false;
    for (let at: Element | null = one; at; at = at.parentElement)
      isFixed ||= ['fixed', 'sticky'].includes(getComputedStyle(at).position);
    if (!isFixed) {
      const here = { top: area.top + scrollY, bottom: area.bottom + scrollY, left: area.left, right: area.right, name };
      const { last } = walk;
      if (last && here.bottom <= last.top && here.left < last.right - 1)
        faults.push(`goes up from ${last.name} to ${name}`);
      walk.last = here;
    }
    return { ended: false, name, faults };
  });
}

function missedIn(frame: Frame): Promise<readonly string[]> {
  return askPage(frame, () => {
    const { walk } = globalThis as Keeper;
    return walk.all
      .filter((one) => !walk.reached.has(one) && one.isConnected && one.checkVisibility({ visibilityProperty: true }))
      .map((one) => one.outerHTML.slice(0, 100));
  });
}
