/**
 * What is left in the colours of the system (Windows' contrast themes, `forced-colors`): grounds and shadows go there. What shows something by its
 * ground alone vanishes: a bar, a dot, what is chosen (WCAG 1.4.11 with EN 301 549, 11.7).
 */
import type { Frame } from 'playwright-core';
import { askPage } from '../../support/window.ts';

/** Remembers in the page what shows by its ground alone; the page is in its own colours then. */
export function markGrounds(frame: Frame): Promise<void> {
  return askPage(frame, () => {
    const shows = (style: CSSStyleDeclaration): boolean =>
      !/^(transparent|rgba\(\d+, \d+, \d+, 0\))$/.test(style.backgroundColor);
    for (const one of document.body.querySelectorAll<HTMLElement>('*')) {
      if (!one.checkVisibility({ opacityProperty: true }) || one.closest('svg, [aria-busy=true]')) continue;
      const rect = one.getBoundingClientRect();
      const isBare =
        one.childElementCount === 0 &&
        one.textContent.trim() === '' &&
        !one.matches('input, textarea, select, img, canvas');
      const own = getComputedStyle(one);
      const around = getComputedStyle(one.parentElement ?? one).backgroundColor;
      if (isBare && shows(own) && own.backgroundColor !== around && rect.width >= 1 && rect.height >= 1)
        one.dataset['ground'] = 'own';
      for (const pseudo of ['::before', '::after'] as const) {
        const style = getComputedStyle(one, pseudo);
        if (style.content !== 'none' && shows(style) && Number.parseFloat(style.width) > 0)
          one.dataset['ground'] = pseudo;
      }
    }
  });
}

/** Asked with the system's colours: which of what was marked cannot be seen any more. */
export function forcedFaults(frame: Frame): Promise<readonly string[]> {
  return askPage(frame, () => {
    const faults: string[] = [];
    const hasEdge = ({
      borderTopStyle,
      borderTopWidth,
      outlineStyle,
      borderBottomStyle,
      borderBottomWidth,
    }: CSSStyleDeclaration): boolean =>
      (borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) > 0) ||
      (borderBottomStyle !== 'none' && Number.parseFloat(borderBottomWidth) > 0) ||
      outlineStyle !== 'none';
    const sample = document.createElement('i');
    sample.style.backgroundColor = 'Canvas';
    document.body.append(sample);
    const canvas = getComputedStyle(sample).backgroundColor;
    sample.remove();
    const groundOf = (one: Element | null): string => {
      for (let at = one; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (!/^(transparent|rgba\(\d+, \d+, \d+, 0\))$/.test(backgroundColor)) return backgroundColor;
      }
      return canvas;
    };
    for (const one of document.querySelectorAll<HTMLElement>('[data-ground]')) {
      const which = one.dataset['ground'];
      const style = getComputedStyle(one, which === 'own' ? null : which);
      const around = groundOf(which === 'own' ? one.parentElement : one);
      if (!hasEdge(style) && style.backgroundColor === around)
        faults.push(
          `vanishes in forced colours: ${which} of ${one.outerHTML.replaceAll(/class="[^"]*"/g, '').slice(0, 90)}`,
        );
    }
    for (const one of document.querySelectorAll<HTMLElement>('button, a[role=button]')) {
      if (!one.checkVisibility() || one.textContent.trim() !== '' || one.querySelector('svg, img')) continue;
      if (!hasEdge(getComputedStyle(one)))
        faults.push(`has a button without words or edge: ${one.outerHTML.slice(0, 80)}`);
    }
    return [...new Set(faults)];
  });
}
