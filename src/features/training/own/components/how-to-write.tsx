/** The format in a few sentences, folded in. */
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { say } from '../words.ts';

const lines = ['help.front', 'help.step', 'help.block', 'help.choices'] as const;

export function HowToWrite(): ReactNode {
  const t = useSay(say);
  return (
    <details>
      <summary>{t('help.title')}</summary>
      <ul>
        {lines.map((one) => (
          <li key={one}>{t(one)}</li>
        ))}
      </ul>
    </details>
  );
}
