/** Short texts that several pages of surveys share, in the reader's language: whom one asks, and how many answered. */
import { useLanguage } from '../../../ui/language.tsx';
import type { Headcount } from '../../release/model.ts';
import type { Audience, Sample } from '../audience/model.ts';
import { audienceName, headcountName } from '../audience/naming/rules.ts';

export { ownName } from '../audience/rules.ts';

export function useAudienceName(): (audience: Audience, sample?: Sample) => string {
  const language = useLanguage();
  return (audience, sample) => audienceName(language, audience, sample);
}

export function useHeadcount(): (headcount: Headcount) => string | number {
  const language = useLanguage();
  return (headcount) => headcountName(language, headcount);
}
