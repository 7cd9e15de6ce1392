/** On which terms somebody agrees: how far it may go, with the name or without, until which day. */
import type { ReactNode } from 'react';
import { ChoiceField, TickField } from '../../../ui/choices.tsx';
import { DateField } from '../../../ui/fields.tsx';
import { useSay } from '../../../ui/language.tsx';
import { reaches, type Terms } from '../model.ts';
import { say } from '../words.ts';

export interface TermsFieldsProps {
  readonly terms: Terms;
  onChange(this: void, part: Partial<TypedTerms>): void;
}

/** As typed: a field for a day is empty and not absent. */
export interface TypedTerms extends Pick<Terms, 'reach' | 'named'> {
  readonly until: string;
}

export function TermsFields({ terms, onChange }: TermsFieldsProps): ReactNode {
  const t = useSay(say);
  return (
    <>
      <ChoiceField
        {...{ name: 'reach', label: t('terms.reach'), hint: t('terms.lead'), required: true, value: terms.reach }}
        onChange={(reach) => reach && onChange({ reach })}
        choices={reaches.map((value) => ({ value, label: t(`reach.${value}`), hint: t(`reach.${value}.hint`) }))}
      />
      <TickField
        {...{ name: 'named', label: t('terms.named'), value: terms.named }}
        onChange={(named) => onChange({ named })}
      />
      <DateField
        {...{ name: 'until', label: t('terms.until'), hint: t('terms.until.hint'), value: terms.until ?? '' }}
        onChange={(until) => onChange({ until })}
      />
    </>
  );
}

export const termsTyped = (terms: Terms): TypedTerms => ({ ...terms, until: terms.until ?? '' });

export const termsOf = ({ reach, named, until }: TypedTerms): Terms => ({
  ...{ reach, named },
  ...(until === '' ? {} : { until }),
});
