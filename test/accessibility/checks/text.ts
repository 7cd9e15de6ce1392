/**
 * Whether all words can be read: none is cut by what stands around it (WCAG 1.4.4, 1.4.12), none lies on another, none reaches out of its
 * button, and nothing is wider than the window (1.4.10, which is tested at 320 px: a window of 1,280 px at 400 %).
 */
import type { Frame } from 'playwright-core';
import { askPage } from '../../support/window.ts';

/** Each fault with the words that it is about. */
export function textFaults(frame: Frame): Promise<readonly string[]> {
  return askPage(frame, () => {
    const slack = 1.5;
    const faults = new Set<string>();
    const short = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 60);
    const isForEarsOnly = (one: Element): boolean => {
      for (let at: Element | null = one; at; at = at.parentElement) {
        const { clipPath, opacity } = getComputedStyle(at);
        if (clipPath.startsWith('inset(50%') || opacity === '0') return true;
      }
      return false;
    };
    const isFixed = (one: Element): boolean => {
      for (let at: Element | null = one; at; at = at.parentElement)
        if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true;
      return false;
    };

    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) {
      const wide = [...document.body.querySelectorAll('*')].filter(
        (one) => one.getBoundingClientRect().right > innerWidth + 1 && !isForEarsOnly(one),
      );
      const last = wide.findLast((one) => one.childElementCount === 0) ?? wide.at(-1);
      faults.add(`is ${root.scrollWidth - innerWidth} px wider than the window: ${short(last?.outerHTML ?? '')}`);
    }

    /** Boxes that end what is in them to the eye: a button is one, whether it cuts or not. */
    const isBox = (one: Element): boolean =>
      one.matches('button, a, summary, label, th, td, dt, dd, li, p, h1, h2, h3, h4');
    interface Line {
      readonly node: Text;
      readonly rect: DOMRect;
    }
    const lines: Line[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const parent = node.parentElement;
      if (!parent || node.data.trim() === '' || !parent.checkVisibility({ visibilityProperty: true })) continue;
      if (parent.closest('option, script, style, noscript, textarea') || isForEarsOnly(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      if (!isFixed(parent)) lines.push(...rects.map((rect) => ({ node: node!, rect })));
      for (const rect of rects) {
        for (let at: Element | null = parent; at && at !== document.body; at = at.parentElement) {
          const { overflowX, overflowY, display, position } = getComputedStyle(at);
          if (display === 'inline' || display === 'contents') continue;
          const box: DOMRect = at.getBoundingClientRect();
          const outX: boolean = rect.right > box.right + slack || rect.left < box.left - slack;
          // Letters of a line are a little higher than the line.
          const outY: boolean = rect.bottom > box.bottom + 4 || rect.top < box.top - 4;
          const cuts = (way: string): boolean => way === 'hidden' || way === 'clip';
          if ((outX && cuts(overflowX)) || (outY && cuts(overflowY))) faults.add(`is cut: ${short(node.data)}`);
          else if (isBox(at) && ((outX && overflowX === 'visible') || (outY && at.matches('button, a, summary'))))
            faults.add(`reaches out of its ${at.tagName.toLowerCase()}: ${short(node.data)}`);
          if (overflowX === 'auto' || overflowX === 'scroll' || position === 'fixed') break;
        }
      }
    }

    lines.sort((one, other) => one.rect.top - other.rect.top);
    lines.forEach(({ node, rect }, at) => {
      for (const other of lines.slice(at + 1)) {
        if (other.rect.top > rect.bottom - rect.height / 3) break;
        if (other.node === node) continue;
        const across = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
        const down = Math.min(rect.bottom, other.rect.bottom) - Math.max(rect.top, other.rect.top);
        if (across > 3 && down > Math.min(rect.height, other.rect.height) / 3)
          faults.add(`lie on each other: ${short(node.data)} / ${short(other.node.data)}`);
      }
    });

    const brush = document.createElement('canvas').getContext('2d');
    for (const one of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
      if (!brush || !one.checkVisibility()) continue;
      const style = getComputedStyle(one);
      brush.font = style.font;
      const room = one.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      if (brush.measureText(one.placeholder).width > room + slack) faults.add(`placeholder is cut: ${one.placeholder}`);
    }
    return [...faults];
  });
}
