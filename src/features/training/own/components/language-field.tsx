/** One of the four languages. */
import type { ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { FieldFrame } from '../../../../ui/frame.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import { say } from '../words.ts';

interface LanguageFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: Language;
  onChange(this: void, value: Language): void;
}

export function LanguageField({ label, hint, value, onChange }: LanguageFieldProps): ReactNode {
  const t = useSay(say);
  return (
    <FieldFrame name="binding" label={label} hint={hint} required>
      <Select value={value} onChange={(next) => onChange(languages.find((one) => one === next) ?? value)}>
        {languages.map((one) => (
          <option key={one} value={one}>
            {t(`language.${one}`)}
          </option>
        ))}
      </Select>
    </FieldFrame>
  );
}
