/** The check of a call while it is written: a moment after the last key. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { languages, type Language } from '../../../platform/words.ts';
import { useSettled } from '../../../ui/settled.ts';
import { check } from '../kit/client.ts';
import { Findings } from '../kit/components/findings.tsx';

const restMs = 800;

export function CallCheck({ words }: { readonly words: Readonly<Partial<Record<Language, string>>> }): ReactNode {
  const asked = useSettled(words, restMs);
  const isEmpty = languages.every((language) => !asked[language]?.trim());
  const found = useQuery({ queryKey: ['call-check', asked], queryFn: () => check(asked), enabled: !isEmpty });
  return isEmpty || !found.data ? undefined : <Findings findings={found.data} />;
}
