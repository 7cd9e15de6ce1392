/** The fields that a question and an answer share: the language, the name or none, and what may say who somebody is. */
import { useState, type ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { useSay } from '../../../../ui/language.tsx';
import type { Found } from '../../../surveys/names/model.ts';
import { NamesFound } from '../../../surveys/talks/components/names-found.tsx';
import type { Seat, Written } from '../model.ts';
import { say } from '../words.ts';

interface LanguageFieldProps {
  readonly value: Language;
  onChange(this: void, language: Language): void;
}

export function LanguageField({ value, onChange }: LanguageFieldProps): ReactNode {
  const t = useSay(say);
  return (
    <ChoiceField
      name="language"
      label={t('write.language')}
      required
      choices={languages.map((one) => ({ value: one, label: t(`language.${one}`) }))}
      value={value}
      onChange={(next) => onChange(next ?? value)}
    />
  );
}

interface NameFieldProps {
  readonly seat: Seat;
  readonly mayNameless: boolean;
  readonly value: 'named' | 'nameless' | undefined;
  onChange(this: void, value: 'named' | 'nameless'): void;
}

/** Never chosen beforehand: either way somebody might wish it had been the other. */
export function NameField({ seat, mayNameless, value, onChange }: NameFieldProps): ReactNode {
  const t = useSay(say);
  if (seat === 'host') return <p>{t('write.as-host')}</p>;
  if (!mayNameless) return <p>{t('write.few')}</p>;
  return (
    <ChoiceField
      name="nameless"
      label={t('write.name')}
      required
      choices={(['named', 'nameless'] as const).map((one) => ({
        ...{ value: one, label: t(`write.${one}`), hint: t(`write.${one}.hint`) },
      }))}
      value={value}
      onChange={(next) => next && onChange(next)}
    />
  );
}

export interface NamesState {
  readonly notNames: string[];
  /** Takes in what the server found; true when it kept the text. */
  take(this: void, outcome: Written): boolean;
  /** What is written has changed: what was found is no longer where it was. */
  forget(this: void): void;
  readonly inTitle: readonly Found[];
  readonly inText: readonly Found[];
  set(this: void, part: 'inTitle' | 'inText', found: readonly Found[]): void;
  noName(this: void, words: string): void;
}

const nothing = { inTitle: [], inText: [] } as const;

export function useNames(): NamesState {
  const [found, setFound] = useState<{ readonly inTitle: readonly Found[]; readonly inText: readonly Found[] }>(
    nothing,
  );
  const [notNames, setNotNames] = useState<string[]>([]);
  const without = (all: readonly Found[], words: string): Found[] => all.filter((one) => one.words !== words);
  return {
    ...{ notNames, ...found },
    take: (outcome) => {
      setFound(outcome.outcome === 'names' ? outcome : nothing);
      return outcome.outcome === 'kept';
    },
    forget: () => setFound(nothing),
    set: (part, left) => setFound({ ...found, [part]: left }),
    noName: (words) => {
      setNotNames([...notNames, words]);
      setFound({ inTitle: without(found.inTitle, words), inText: without(found.inText, words) });
    },
  };
}

interface NamesProps {
  readonly names: NamesState;
  readonly part: 'inTitle' | 'inText';
  readonly text: string;
  onText(this: void, text: string): void;
}

export function Names({ names, part, text, onText }: NamesProps): ReactNode {
  return (
    <NamesFound
      found={names[part]}
      text={text}
      onText={(next, left) => {
        onText(next);
        names.set(part, left);
      }}
      onNoName={names.noName}
    />
  );
}
