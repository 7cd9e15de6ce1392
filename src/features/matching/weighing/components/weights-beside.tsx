/** What two drafts put first, and which of their weights differ. */
import type { ReactNode } from 'react';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import type { Comparison } from '../../comparing/model.ts';
import { say as sayMatching } from '../../words.ts';
import { weighedParts } from '../model.ts';
import { say, sayAims } from '../words.ts';

export function WeightsBeside({ before, after }: Pick<Comparison, 'before' | 'after'>): ReactNode {
  const t = useSay(say);
  const tMatching = useSay(sayMatching);
  const language = useLanguage();
  const changed = weighedParts.flatMap((part) => {
    const [was, is] = [before.weights[part] ?? 0, after.weights[part] ?? 0];
    if (was === is) return [];
    const change = t('preview.change', { before: String(was), after: String(is) });
    return [`${tMatching(`part.${part}`)}: ${change}`];
  });
  if (changed.length === 0) return null;
  return (
    <>
      <p>
        {t('compare.aims', { before: sayAims(language, before.aims), after: sayAims(language, after.aims) })}{' '}
        {t('compare.weights')}:
      </p>
      <ul>
        {changed.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
