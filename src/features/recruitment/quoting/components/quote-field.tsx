/** A few sentences of a story that may go so far, for a call; nothing is shown where there is none. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask } from '../../../../ui/http.ts';
import { ChoiceField, ChoicesField } from '../../../../ui/choices.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { mostSentences, type Quotable, type QuoteRef } from '../model.ts';
import { say } from '../words.ts';

export interface QuoteFieldProps {
  readonly programmeId: string;
  readonly value: QuoteRef | undefined;
  onChange(this: void, quote: QuoteRef | undefined): void;
}

const none = '';

export function QuoteField({ programmeId, value, onChange }: QuoteFieldProps): ReactNode {
  const t = useSay(say);
  const found = useQuery({
    queryKey: ['quotable', programmeId],
    queryFn: (): Promise<Quotable[]> => ask('GET', `/programmes/${programmeId}/quotable`),
  });
  const stories = found.data ?? [];
  if (stories.length === 0) return undefined;
  const chosen = stories.find(({ storyId, version }) => storyId === value?.storyId && version === value.version);
  const choose = (storyId: string | undefined): void => {
    const one = stories.find((story) => story.storyId === storyId);
    onChange(one && { programmeId: one.programmeId, storyId: one.storyId, version: one.version, sentences: [] });
  };
  return (
    <>
      <ChoiceField
        {...{ name: 'quote', label: t('choose'), hint: t('hint'), value: value?.storyId ?? none, onChange: choose }}
        choices={[
          { value: none, label: t('none') },
          ...stories.map(({ storyId, title, by }) => ({ value: storyId, label: `${title} (${by})` })),
        ]}
      />
      {chosen && value && (
        <ChoicesField
          {...{ name: 'quote.sentences', label: t('sentences'), most: mostSentences, value: value.sentences }}
          onChange={(sentences) => onChange({ ...value, sentences: [...sentences] })}
          choices={[...new Set(chosen.sentences)].map((one) => ({ value: one, label: one }))}
        />
      )}
    </>
  );
}
