/** The programme's setting: whether those who take part are asked if their manager may know. Off until it is switched on. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { TickField } from '../../../../ui/choices.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { findInforming, saveInforming } from '../../rounds/client.ts';
import { say } from '../words.ts';

export function Managers({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['informing', programmeId], queryFn: () => findInforming(programmeId) });
  return (
    <Section title={t('setting.title')} lead={t('setting.lead')}>
      <Loaded of={found}>{({ on }) => <Setting programmeId={programmeId} on={on} />}</Loaded>
    </Section>
  );
}

function Setting({ programmeId, on }: { readonly programmeId: string; readonly on: boolean }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const change = useOnce(async () => {
    await saveInforming(programmeId, !on);
    queries.setQueryData(['informing', programmeId], { on: !on });
    tell(t(on ? 'setting.off' : 'setting.on'));
  });
  return (
    <>
      <TickField
        {...{ name: 'informing', label: t('setting.label'), hint: t('setting.hint'), value: on !== change.busy }}
        onChange={() => void change.start()}
      />
      {change.problem && <FormProblem problem={change.problem} />}
    </>
  );
}
