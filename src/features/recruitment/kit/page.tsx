import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { TextField } from '../../../ui/fields.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { say } from '../words.ts';
import { findKit, saveAsk } from './client.ts';
import { Findings } from './components/findings.tsx';
import { Networks } from './components/networks.tsx';
import { Posts, TrySelf } from './components/sending.tsx';
import { Texts } from './components/texts.tsx';
import type { KitPage } from './model.ts';

/** For coordinators: the call of a programme in every form and language. */
export default function KitPageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['kit', programmeId], queryFn: () => findKit(programmeId) });
  const back = { to: `/programmes/${programmeId}/recruitment`, label: t('page.title') };
  return (
    <Page title={t('kit.title')} lead={t('kit.lead')} back={back}>
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={found}>
        {(page) => (
          <>
            <Section title={t('wording.words')} lead={t('wording.lead')}>
              <Findings findings={page.findings} />
            </Section>
            <Texts page={page} />
            <TrySelf programmeId={programmeId} />
            <Posts page={page} />
            <Networks programmeId={programmeId} />
            <WhomToAsk page={page} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function WhomToAsk({ page }: { readonly page: KitPage }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { id } = page.programme;
  const draft = useDraft(`kit-ask-${id}`, { ask: page.ask });
  const save = async (): Promise<void> => {
    await saveAsk(id, draft.value.ask);
    tell(t('kit.ask.saved'));
    await queries.invalidateQueries({ queryKey: ['kit', id] });
  };
  return (
    <Section title={t('kit.ask')} lead={t('kit.ask.lead')}>
      <Form draft={draft} submit={t('kit.ask.save')} onSubmit={save}>
        <TextField
          {...{ name: 'ask', label: t('kit.ask.label'), most: 120, value: draft.value.ask }}
          onChange={(ask) => draft.set({ ask })}
        />
      </Form>
    </Section>
  );
}
