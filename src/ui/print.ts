/** How a page is printed: on A4, in light colours whatever the theme, without what is only for the screen. */
import { makeStaticStyles, teamsLightTheme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

const light = Object.entries(teamsLightTheme)
  .map(([name, value]) => `--${name}:${String(value)}`)
  .join(';');

/** Twice the class: stronger than the theme of the screen. */
export const usePrintStyles = makeStaticStyles(
  `@page { size: A4; margin: 16mm 14mm }
   @media print {
     .fui-FluentProvider.fui-FluentProvider { ${light}; color-scheme: light; background: none }
     nav, footer, [data-screen] { display: none !important }
     main section[aria-labelledby] { border: none; padding: 0 }
     h2, h3, h4, summary, section[aria-labelledby] > :first-child { break-after: avoid }
     article, [data-kept] { break-inside: avoid }
     /* So that the longest card, a check-in, fits on a page. */
     .ac-adaptiveCard, [data-kept][lang] { zoom: 0.72 }
     * { print-color-adjust: exact; box-shadow: none !important }
   }`,
);

/** True while the page is printed: what is folded in on the screen is shown then. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const print = matchMedia('print');
    const see = (): void => setPrinting(print.matches);
    print.addEventListener('change', see);
    return () => print.removeEventListener('change', see);
  }, []);
  return isPrinting;
}
