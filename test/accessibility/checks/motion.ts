/** Whether whoever asks for less motion gets less: nothing moves by itself, and nothing slides (WCAG 2.2.2, 2.3.3). The window asks for it. */
import type { Frame } from 'playwright-core';
import { askPage } from '../../support/window.ts';

export function motionFaults(frame: Frame): Promise<readonly string[]> {
  return askPage(frame, () => {
    /** Colours may fade; what changes place or size is motion. */
    const moves = /all|transform|translate|rotate|scale|width|height|top|left|right|bottom|inset|margin|padding/;
    const longest = (times: string): number =>
      Math.max(...times.split(',').map((one) => Number.parseFloat(one) * (one.includes('ms') ? 1 : 1000)));
    const faults = [...document.body.querySelectorAll('*')].flatMap((one) =>
      [null, '::before', '::after'].flatMap((pseudo) => {
        const { animationName, animationDuration, transitionProperty, transitionDuration } = getComputedStyle(
          one,
          pseudo,
        );
        const what = `${pseudo ?? ''} of ${one.tagName.toLowerCase()}.${one.className.toString().slice(0, 40)}`;
        if (animationName !== 'none' && longest(animationDuration) > 50)
          return [`moves although less motion is asked for: ${what}`];
        return moves.test(transitionProperty) && longest(transitionDuration) > 50
          ? [`slides although less motion is asked for: ${what}`]
          : [];
      }),
    );
    return [...new Set(faults)];
  });
}
