/** How long a meeting takes: a short list beside the title, so that the times themselves come first. */
import type { ReactNode } from 'react';
import { useSay } from '../../../../ui/language.tsx';
import { Select } from '../../../../ui/select.tsx';
import { lengths } from '../../model.ts';
import { say } from '../../words.ts';

export type Minutes = (typeof lengths)[number];

export interface LengthProps {
  readonly value: Minutes;
  readonly onChange: (minutes: Minutes) => void;
}

export function Length({ value, onChange }: LengthProps): ReactNode {
  const t = useSay(say);
  return (
    <div>
      <Select
        label={t('length')}
        value={String(value)}
        onChange={(text) => onChange(lengths.find((one) => String(one) === text) ?? 60)}
      >
        {lengths.map((one) => (
          <option key={one} value={one}>
            {t('length.minutes', { minutes: one })}
          </option>
        ))}
      </Select>
    </div>
  );
}
