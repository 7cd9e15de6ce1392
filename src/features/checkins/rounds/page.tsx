/** Which check-ins a programme asks after the first month, at the close and six months later. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ChoiceField, TickField } from '../../../ui/choices.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { roundIntervals, type CheckInPlan } from '../../programmes/model.ts';
import { findPlan, savePlan } from '../client.ts';
import { say } from '../words.ts';

export default function RoundsPage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['check-in-plan', programmeId], queryFn: () => findPlan(programmeId) });
  const back = { to: `/programmes/${programmeId}/check-ins`, label: t('plan.back') };
  return (
    <Page title={t('plan.title')} lead={t('plan.lead')} back={back} narrow>
      <Loaded of={found}>{(plan) => <PlanForm programmeId={programmeId} plan={plan} />}</Loaded>
    </Page>
  );
}

const intervals = ['30', '60', '90', 'off'] as const;

function PlanForm({ programmeId, plan }: { readonly programmeId: string; readonly plan: CheckInPlan }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const draft = useDraft<CheckInPlan>(`check-in-plan-${programmeId}`, plan);
  const { every, close, later } = draft.value;
  const save = async (): Promise<void> => {
    queries.setQueryData(['check-in-plan', programmeId], await savePlan(programmeId, { every, close, later }));
    tell(t('plan.saved'), { intent: 'success' });
  };
  return (
    <Section>
      <p>{t('plan.always')}</p>
      <Form draft={draft} submit={t('plan.save')} onSubmit={save}>
        <ChoiceField
          name="every"
          label={t('plan.every')}
          choices={intervals.map((value) => ({ value, label: t(`plan.every.${value}`) }))}
          value={intervals.find((one) => one === String(every))}
          onChange={(value) => draft.set({ every: roundIntervals.find((one) => String(one) === value) ?? 'off' })}
        />
        <TickField
          name="close"
          label={t('plan.close')}
          hint={t('plan.close.hint')}
          value={close}
          onChange={(value) => draft.set({ close: value })}
        />
        <TickField
          name="later"
          label={t('plan.later')}
          hint={t('plan.later.hint')}
          value={later}
          onChange={(value) => draft.set({ later: value })}
        />
      </Form>
    </Section>
  );
}
