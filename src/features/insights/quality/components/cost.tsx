/** What it cost: hours that are counted, and money that somebody entered. */
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { DateField, NumberField, TextField } from '../../../../ui/fields.tsx';
import { Figure, Figures } from '../../../../ui/figure.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { enterCost } from '../client.ts';
import type { QualityPage } from '../model.ts';
import { say } from '../words.ts';

interface Shown {
  readonly page: QualityPage;
}

export function CostSection({ page }: Shown): ReactNode {
  const t = useSay(say);
  const write = useMoment();
  const [isOpen, setOpen] = useState(false);
  const { spent, cost } = page;
  return (
    <Section title={t('cost')} {...(spent ? {} : { lead: t('cost.few') })}>
      {(spent ?? cost) && (
        <Figures>
          {spent && <Figure value={spent.talks} label={t('cost.talks')} />}
          {spent && <Figure value={spent.courses} label={t('cost.courses')} />}
          {cost && <Figure value={cost.amount} label={t('cost.money')} />}
          {cost?.perPair !== undefined && <Figure value={cost.perPair} label={t('cost.pair')} />}
        </Figures>
      )}
      {cost && <p>{t('cost.from', { day: write(Date.parse(cost.on), 'day'), source: cost.source })}</p>}
      {isOpen ? (
        <CostForm page={page} onSaved={() => setOpen(false)} />
      ) : (
        <Button onClick={() => setOpen(true)}>{t('cost.enter')}</Button>
      )}
    </Section>
  );
}

function CostForm({ page, onSaved }: Shown & { onSaved(this: void): void }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { id } = page.programme;
  const draft = useDraft<{ amount: number | undefined; on: string; source: string }>(`cost-${id}`, {
    ...{ amount: page.cost?.amount, on: page.today, source: page.cost?.source ?? '' },
  });
  const { amount, on, source } = draft.value;
  const save = async (): Promise<void> => {
    await enterCost(id, { amount: amount as number, on, source });
    await queries.invalidateQueries({ queryKey: ['quality', id] });
    tell(t('cost.saved'), { intent: 'success' });
    onSaved();
  };
  return (
    <Form draft={draft} submit={t('cost.save')} onSubmit={save}>
      <NumberField
        name="amount"
        label={t('cost.amount')}
        required
        least={0}
        value={amount}
        onChange={(next) => draft.set({ amount: next })}
      />
      <DateField
        name="on"
        label={t('cost.on')}
        required
        most={page.today}
        value={on}
        onChange={(next) => draft.set({ on: next })}
      />
      <TextField
        name="source"
        label={t('cost.source')}
        required
        most={200}
        value={source}
        onChange={(next) => draft.set({ source: next })}
      />
    </Form>
  );
}
