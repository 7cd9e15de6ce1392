/** The own meeting passport: what helps, the own week and days, each entry with its reader; and everything emptied in one press. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Form, FormProblem, useDraft, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Receipt } from '../receipt/components/receipt.tsx';
import { emptyIt, findPassport, savePassport } from './client.ts';
import { DaysField } from './components/days-field.tsx';
import { LanguagesField, NeedsField, OwnWordsField } from './components/needs-field.tsx';
import { WeekField } from './components/week-field.tsx';
import type { OwnPassport, Passport } from './model.ts';
import { say } from './words.ts';

const key = ['passport'] as const;

export default function PassportPage(): ReactNode {
  const t = useSay(say);
  const passport = useQuery({ queryKey: key, queryFn: findPassport, staleTime: 0 });
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/', label: t('back') }} narrow>
      <Loaded of={passport}>{(found) => <PassportForm key={JSON.stringify(found)} kept={found} />}</Loaded>
    </Page>
  );
}

function PassportForm({ kept }: { readonly kept: OwnPassport }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const draft = useDraft<Passport>('passport-entries', entriesOf(kept));
  const { value, set } = draft;
  const show = (now: OwnPassport, said: string): void => {
    draft.clear();
    queries.setQueryData(key, now);
    void queries.invalidateQueries({ queryKey: ['times'] });
    tell(said, { intent: 'success' });
  };
  const save = async (): Promise<void> => show(await savePassport(value), t('saved'));
  const empty = useOnce(async () => show(await emptyIt(), t('emptied')));
  const emptyButton = (
    <Button appearance="subtle" disabledFocusable={empty.busy} onClick={() => void empty.start()}>
      {t('empty')}
    </Button>
  );
  return (
    <Form draft={draft} submit={t('save')} onSubmit={save} actions={emptyButton}>
      <Section title={t('needs')} lead={t('needs.lead')}>
        <NeedsField value={value} set={set} />
      </Section>
      <Section>
        <OwnWordsField value={value} set={set} />
      </Section>
      <Section title={t('speak')}>
        <LanguagesField value={value} set={set} />
      </Section>
      <Section title={t('week')} lead={t('week.lead')}>
        <WeekField value={value.halves} onChange={(halves) => set({ halves })} />
      </Section>
      <Section title={t('days')} lead={t('days.lead')}>
        <DaysField value={value.days} today={kept.today} onChange={(days) => set({ days })} />
      </Section>
      <Receipt of="passport" />
      {empty.problem && <FormProblem problem={empty.problem} />}
    </Form>
  );
}

/** Without the day, which is not the person's to give. */
const entriesOf = ({ today: _today, ...entries }: OwnPassport): Passport => entries;
