/** What people are nominated for, in words. */
import { useSay } from '../../../../ui/language.tsx';
import type { ShownCriterion } from '../model.ts';
import { say } from '../words.ts';

/** A criterion in the reader's language; an own one in its own. */
export function useCriterion(criteria: readonly ShownCriterion[]): (id: string) => string {
  const t = useSay(say);
  return (id) => criteria.find((one) => one.id === id)?.text ?? t(`criterion.${id}` as 'criterion.doors');
}
