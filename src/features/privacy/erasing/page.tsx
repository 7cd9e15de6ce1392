/** What whoever was forgotten sees in the place of every page: how far it is, and the way back. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { connection } from '../../../ui/connection.ts';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { comeBack, findForgetting } from '../client.ts';
import { say } from '../words.ts';
import type { ForgettingView } from './model.ts';

const lookAgainMs = 30_000;

export default function ForgottenPage(): ReactNode {
  const found = useQuery({
    ...{ queryKey: ['forgetting'], queryFn: findForgetting, staleTime: 0 },
    refetchInterval: ({ state }) => (state.data?.state === 'done' ? false : lookAgainMs),
  });
  return <Loaded of={found}>{(view) => <Forgotten view={view} />}</Loaded>;
}

function Forgotten({ view }: { readonly view: ForgettingView }): ReactNode {
  const t = useSay(say);
  const moment = useMoment();
  const queries = useQueryClient();
  const back = useOnce(async () => {
    await comeBack();
    queries.clear();
    connection.set('fine');
  });
  const { askedAt = 0, doneAt = 0, looked = 0 } = view;
  if (view.state !== 'done')
    return <Page title={t('forgotten.title')} lead={t('forgotten.under', { when: moment(askedAt) })} narrow />;
  const lead = t('forgotten.done', { asked: moment(askedAt), when: moment(doneAt), looked });
  return (
    <Page title={t('forgotten.done.title')} lead={lead} narrow>
      <Section lead={t('forgotten.back.text')} title={t('forgotten.back')}>
        <Button appearance="primary" disabledFocusable={back.busy} onClick={() => void back.start()}>
          {t('forgotten.back')}
        </Button>
        {back.problem && <FormProblem problem={back.problem} />}
      </Section>
    </Page>
  );
}
