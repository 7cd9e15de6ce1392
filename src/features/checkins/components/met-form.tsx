import { useState, type ReactNode } from 'react';
import { ChoiceField, TickField } from '../../../ui/choices.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Section } from '../../../ui/page.tsx';
import { Receipt } from '../../people/receipt/components/receipt.tsx';
import { sendCheckIn } from '../client.ts';
import { metAnswers, type CheckInPage, type Met } from '../model.ts';
import { say } from '../words.ts';

export interface FormProps {
  readonly view: CheckInPage;
  kept(this: void, view: CheckInPage): Promise<void>;
}

interface MetDraft {
  readonly met: Met | undefined;
  readonly contact: boolean;
}

/** The first round: whether they met. */
export function MetForm({ view, kept }: FormProps): ReactNode {
  const t = useSay(say);
  const { said } = view;
  const draft = useDraft<MetDraft>(`check-in-${view.pairId}-14`, {
    met: said && 'met' in said ? said.met : undefined,
    contact: said?.contact ?? false,
  });
  const [isMissing, setMissing] = useState(false);
  const { met, contact } = draft.value;
  const send = async (): Promise<void> => {
    setMissing(met === undefined);
    if (met === undefined) return;
    await kept(await sendCheckIn(view, { round: 'day-14', met, contact }));
    draft.clear();
  };
  return (
    <Section>
      <Form submit={t('items.send')} onSubmit={send}>
        <ChoiceField
          name="met"
          label={t('met.text', { name: view.partner.name })}
          required
          {...(isMissing ? { hint: t('page.choose') } : {})}
          choices={metAnswers.map((value) => ({ value, label: t(`met.${value}`) }))}
          value={met}
          onChange={(value) => draft.set({ met: value })}
        />
        <TickField
          name="contact"
          label={t('contact.label')}
          value={contact}
          onChange={(value) => draft.set({ contact: value })}
        />
      </Form>
      <Receipt of="check-in" />
    </Section>
  );
}
