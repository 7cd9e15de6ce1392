/** A thank-you to the own manager, by ticks; there is no field for words. Nothing stands here where no manager was told. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ChoicesField } from '../../../../ui/choices.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Receipt } from '../../../people/receipt/components/receipt.tsx';
import { findManagers, thankManager } from '../client.ts';
import { reasons, type ManagerLine, type Reason } from '../model.ts';
import { say } from '../words.ts';

export function OwnManagers(): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['manager-thanks'], queryFn: findManagers });
  if (!found.data || found.data.length === 0) return undefined;
  return (
    <Section title={t('own.title')} lead={t('own.lead')}>
      {found.data.map((one) => (
        <One key={one.programmeId} line={one} />
      ))}
      <Receipt of="manager-thanks" />
    </Section>
  );
}

function One({ line }: { readonly line: ManagerLine }): ReactNode {
  const t = useSay(say);
  const momentText = useMoment();
  const queries = useQueryClient();
  const { programmeId, managerName: manager, programmeName: programme, myName: name } = line;
  const draft = useDraft<{ reasons: readonly Reason[] }>(`manager-thanks-${programmeId}`, { reasons: [] });
  if (line.thankedAt !== undefined)
    return <p>{t('own.done', { manager, programme, day: momentText(line.thankedAt, 'day') })}</p>;
  const send = async (): Promise<void> => {
    await thankManager(programmeId, draft.value.reasons);
    await queries.invalidateQueries({ queryKey: ['manager-thanks'] });
    tell(t('own.sent', { manager }), { intent: 'success' });
  };
  return (
    <Form draft={draft} submit={t('own.send', { manager })} onSubmit={send}>
      <ChoicesField
        name="reasons"
        label={t('own.label', { manager, programme })}
        hint={t('own.hint', { manager })}
        required
        choices={reasons.map((value) => ({ value, label: t(`reason.${value}`, { name }) }))}
        value={draft.value.reasons}
        onChange={(chosen) => draft.set({ reasons: chosen })}
      />
    </Form>
  );
}
