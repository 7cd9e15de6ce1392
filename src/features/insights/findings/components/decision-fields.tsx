/** What is decided about a finding: the choice, why, and for a change what, who and until when. */
import type { ReactNode } from 'react';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { DateField, LongTextField, TextField } from '../../../../ui/fields.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { choices, type DecisionDraft, type Doing } from '../model.ts';
import { say } from '../words.ts';

export interface DecisionFieldsProps {
  readonly value: DecisionDraft;
  set(this: void, part: Partial<DecisionDraft>): void;
}

export function DecisionFields({ value, set }: DecisionFieldsProps): ReactNode {
  const t = useSay(say);
  return (
    <>
      <ChoiceField
        name="choice"
        label={t('choice')}
        required
        value={value.choice}
        onChange={(choice) => set({ choice })}
        choices={choices.map((one) => ({ value: one, label: t(`choice.${one}`) }))}
      />
      {value.choice && (
        <LongTextField
          name="why"
          label={t('why')}
          hint={t('why.hint')}
          required
          most={600}
          value={value.why}
          onChange={(why) => set({ why })}
        />
      )}
      {value.choice === 'change' && (
        <>
          <TextField
            name="what"
            label={t('what')}
            required
            most={300}
            value={value.what}
            onChange={(what) => set({ what })}
          />
          <DoingFields value={value.doing} onChange={(doing) => set({ doing })} at="doing." />
        </>
      )}
    </>
  );
}

type Planned = Omit<Doing, 'isDone'>;

/** `at`: where the fields stand in what is sent. */
export function DoingFields(props: {
  readonly value: Planned;
  readonly at: string;
  onChange(this: void, value: Planned): void;
}): ReactNode {
  const { value, at, onChange } = props;
  const t = useSay(say);
  return (
    <>
      <TextField
        name={`${at}who`}
        label={t('who')}
        hint={t('who.hint')}
        required
        most={120}
        value={value.who}
        onChange={(who) => onChange({ ...value, who })}
      />
      <DateField
        name={`${at}until`}
        label={t('until')}
        required
        value={value.until}
        onChange={(until) => onChange({ ...value, until })}
      />
    </>
  );
}
