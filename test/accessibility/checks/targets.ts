/** Whether fingers and unsteady hands can hit everything: 24 × 24 px, or so much room around the middle (WCAG 2.5.8). */
import type { Frame } from 'playwright-core';
import { askPage } from '../../support/window.ts';

export function targetFaults(frame: Frame): Promise<readonly string[]> {
  return askPage(frame, () => {
    const least = 24;
    const asked =
      'a[href], button, input, select, textarea, summary, [role=button], [role=link], [role=tab], [role=switch]';
    const isSeen = (one: Element): boolean =>
      one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 1;
    /** A label can be pressed in the place of its box. */
    const areaOf = (one: Element): DOMRect => {
      const own = one.getBoundingClientRect();
      const labels = one instanceof HTMLInputElement ? [...(one.labels ?? [])].filter(isSeen) : [];
      return labels.reduce((all, label) => {
        const rect = label.getBoundingClientRect();
        const [left, top] = [Math.min(all.left, rect.left), Math.min(all.top, rect.top)];
        return new DOMRect(left, top, Math.max(all.right, rect.right) - left, Math.max(all.bottom, rect.bottom) - top);
      }, own);
    };
    /** A link in a sentence is as high as its line. */
    const isInSentence = (one: Element): boolean =>
      getComputedStyle(one).display === 'inline' &&
      [...(one.parentElement?.childNodes ?? [])].some(
        (other) => other !== one && (other.textContent?.trim().length ?? 0) > 1,
      );
    const targets = [...document.querySelectorAll(asked)].filter(isSeen).map((one) => ({ one, area: areaOf(one) }));
    const isSmall = ({ area }: { area: DOMRect }): boolean => Math.min(area.width, area.height) < least - 0.5;
    const middle = ({ x, y, width, height }: DOMRect): [number, number] => [x + width / 2, y + height / 2];
    return targets.filter(isSmall).flatMap((small) => {
      if (isInSentence(small.one)) return [];
      const [x, y] = middle(small.area);
      const crowding = targets.find((other) => {
        if (other.one === small.one || other.one.contains(small.one) || small.one.contains(other.one)) return false;
        if (isSmall(other)) {
          const [otherX, otherY] = middle(other.area);
          return Math.hypot(x - otherX, y - otherY) < least;
        }
        const acrossTo = Math.max(other.area.left - x, 0, x - other.area.right);
        const downTo = Math.max(other.area.top - y, 0, y - other.area.bottom);
        return Math.hypot(acrossTo, downTo) < least / 2;
      });
      const size = `${Math.round(small.area.width)} × ${Math.round(small.area.height)} px`;
      return crowding ? [`is ${size} beside another target: ${small.one.outerHTML.slice(0, 90)}`] : [];
    });
  });
}
