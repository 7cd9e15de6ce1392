/** A change by hand with its written reason; it counts at once, or is looked at first. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { TickField } from '../../../ui/choices.tsx';
import { LongTextField } from '../../../ui/fields.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { Problem } from '../../../ui/http.ts';
import { useSay } from '../../../ui/language.tsx';
import { orderChange } from '../client.ts';
import type { ShownProposal } from '../proposals/model.ts';
import type { Adjustment } from '../runs/model.ts';
import { say } from '../words.ts';
import { benchKey, showRun } from './run.tsx';

export type Wanted = Omit<Adjustment, 'why'>;

export interface ChangeFormProps {
  readonly wanted: Wanted;
  readonly proposal: ShownProposal;
  nameOf(this: void, id: string | undefined): string;
  onDone(this: void): void;
}

export function ChangeForm({ wanted, proposal, nameOf, onDone }: ChangeFormProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { what, menteeId, mentorId } = wanted;
  const draft = useDraft(`change-${what}-${menteeId}-${mentorId}`, { why: '', look: false });
  const { programmeId } = proposal;
  const send = async (): Promise<void> => {
    try {
      showRun(queries, programmeId, await orderChange(proposal, { ...wanted, ...draft.value }));
    } catch (error) {
      // A colleague was faster: behind the sentence stands what there is now.
      if (error instanceof Problem && error.status === 409)
        void queries.invalidateQueries({ queryKey: benchKey(programmeId) });
      throw error;
    }
    onDone();
  };
  return (
    <>
      <h3>{t(`change.${what}.title`, { mentee: nameOf(menteeId), name: nameOf(mentorId) })}</h3>
      <p>{t('change.text')}</p>
      <Form submit={t('change.send')} onSubmit={send} draft={draft}>
        <LongTextField
          name="why"
          label={t('change.why')}
          hint={t('change.why.hint')}
          required
          most={500}
          value={draft.value.why}
          onChange={(why) => draft.set({ why })}
        />
        <TickField
          name="look"
          label={t('change.look')}
          hint={t('change.look.hint')}
          value={draft.value.look}
          onChange={(look) => draft.set({ look })}
        />
      </Form>
    </>
  );
}
