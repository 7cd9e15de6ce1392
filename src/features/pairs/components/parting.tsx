/** A reason that may be left out, asked in a dialog before a no or an end counts. */
import { useState, type ReactNode } from 'react';
import { ChoiceField } from '../../../ui/choices.tsx';
import { Confirm, type ConfirmProps } from '../../../ui/confirm.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Receipt } from '../../people/receipt/components/receipt.tsx';
import { partingReasons, type PartingReason } from '../model.ts';
import { say } from '../words.ts';

export interface PartingProps extends Omit<ConfirmProps, 'onConfirm' | 'children'> {
  readonly onConfirm: (why: PartingReason) => Promise<unknown>;
}

export function Parting({ onConfirm, ...shown }: PartingProps): ReactNode {
  const t = useSay(say);
  const [why, setWhy] = useState<PartingReason>('not-said');
  return (
    <Confirm {...shown} onConfirm={() => onConfirm(why)}>
      <ChoiceField
        name="why"
        label={t('decline.why')}
        choices={partingReasons.map((value) => ({ value, label: t(`why.${value}`) }))}
        value={why}
        onChange={(value) => setWhy(value ?? 'not-said')}
      />
      <Receipt of="parting" />
    </Confirm>
  );
}
