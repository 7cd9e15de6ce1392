/** The own meeting passport: what a partner is told, the own week and days, and everything emptied in one press. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ChoicesField } from '../../../ui/choices.tsx';
import { Form, FormProblem, useDraft, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { languages } from '../../../platform/words.ts';
import { Receipt } from '../receipt/components/receipt.tsx';
import { emptyIt, findPassport, savePassport } from './client.ts';
import { DaysField } from './components/days-field.tsx';
import { WeekField } from './components/week-field.tsx';
import { needs, type HalfDays, type Passport } from './model.ts';
import { say } from './words.ts';

const key = ['passport'] as const;

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
});

export default function PassportPage(): ReactNode {
  const t = useSay(say);
  const passport = useQuery({ queryKey: key, queryFn: findPassport, staleTime: 0 });
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/', label: t('back') }} narrow>
      <Loaded of={passport}>{(found) => <PassportForm key={JSON.stringify(found)} kept={found} />}</Loaded>
    </Page>
  );
}

function PassportForm({ kept }: { readonly kept: Passport }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const draft = useDraft<Passport>('passport', kept);
  const { value, set } = draft;
  const show = (now: Passport, said: string): void => {
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
      <Section title={t('told')} lead={t('needs.lead')}>
        <div className={styles.fields}>
          <ChoicesField
            name="needs"
            label={t('needs')}
            value={value.needs}
            onChange={(some) => set({ needs: [...some] })}
            choices={needs.map((one) => ({ value: one, label: t(`need.${one}`) }))}
          />
          <ChoicesField
            name="speak"
            label={t('speak')}
            value={value.speak}
            onChange={(some) => set({ speak: [...some] })}
            choices={languages.map((one) => ({ value: one, label: t(`speak.${one}`) }))}
          />
        </div>
      </Section>
      <Section title={t('week')} lead={t('week.lead')}>
        <WeekField value={value.halves as HalfDays} onChange={(halves) => set({ halves })} />
      </Section>
      <Section title={t('days')} lead={t('days.lead')}>
        <DaysField value={value.days} onChange={(days) => set({ days: [...days] })} />
      </Section>
      <Receipt of="passport" />
      {empty.problem && <FormProblem problem={empty.problem} />}
    </Form>
  );
}
