/** Why somebody says no or leaves: one of a few reasons, or none. */
import type { ReactNode } from 'react';
import { ChoiceField } from '../../../ui/choices.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Receipt } from '../../people/receipt/components/receipt.tsx';
import { partingReasons, type PartingReason } from '../model.ts';
import { say } from '../words.ts';

export interface ReasonProps {
  readonly why: PartingReason;
  readonly onChange: (why: PartingReason) => void;
}

export function Reason({ why, onChange }: ReasonProps): ReactNode {
  const t = useSay(say);
  return (
    <>
      <ChoiceField
        name="why"
        label={t('decline.why')}
        choices={partingReasons.map((value) => ({ value, label: t(`why.${value}`) }))}
        value={why}
        onChange={(value) => onChange(value ?? 'not-said')}
      />
      <Receipt of="parting" />
    </>
  );
}
