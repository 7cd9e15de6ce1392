/** Everything that is kept about the reader: to read, to correct, to take along, and to have erased. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button, TextLink } from '../../../ui/button.tsx';
import { useDownload } from '../../../ui/download.ts';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { findOwnData, lookForOwnData, ownDataFile } from '../client.ts';
import { say } from '../words.ts';
import { Doings } from './components/doings.tsx';
import { ForgetMe } from './components/forget-me.tsx';
import { KeptList } from './components/kept-list.tsx';
import { Said } from './components/said.tsx';
import { lookDays, type OwnDataView } from './model.ts';

const key = ['own-data'] as const;
const lookAgainMs = 2_000;

export default function OwnDataPage(): ReactNode {
  const t = useSay(say);
  const found = useQuery({
    ...{ queryKey: key, queryFn: findOwnData, staleTime: 0 },
    refetchInterval: ({ state }) => (state.data?.state === 'looking' ? lookAgainMs : false),
  });
  return (
    <Page title={t('data.title')} lead={t('data.lead')} back={{ to: '/', label: t('data.back') }}>
      <Loaded of={found}>{(view) => <Look view={view} />}</Loaded>
      <Said />
      <Doings />
      <Section title={t('data.correct')} lead={t('data.correct.text')}>
        <TextLink to="/">{t('data.correct.home')}</TextLink>
        <br />
        <TextLink to="/me/passport">{t('data.correct.passport')}</TextLink>
        <br />
        <TextLink to="/me/identity">{t('data.correct.identity')}</TextLink>
      </Section>
      <ForgetMe />
    </Page>
  );
}

function Look({ view }: { readonly view: OwnDataView }): ReactNode {
  const t = useSay(say);
  const moment = useMoment();
  const queries = useQueryClient();
  const look = useOnce(async () => queries.setQueryData(key, await lookForOwnData()));
  const file = useDownload(ownDataFile);
  const { state, at = 0, share = 0, lines } = view;
  const problem = look.problem ?? file.problem;
  const button = (
    <Button
      appearance={state === 'there' ? 'secondary' : 'primary'}
      disabledFocusable={look.busy}
      onClick={() => void look.start()}
    >
      {t(state === 'there' ? 'data.again' : 'data.look')}
    </Button>
  );
  if (state !== 'there')
    return (
      <Section title={t('data.look.title')} lead={t('data.look.text')}>
        {state === 'none' ? button : <output>{t('data.looking', { percent: Math.round(100 * share) })}</output>}
        {problem && <FormProblem problem={problem} />}
      </Section>
    );
  return (
    <Section
      title={t('data.list')}
      lead={t('data.found', { when: moment(at), days: lookDays })}
      action={
        <Button appearance="primary" disabledFocusable={file.busy} onClick={() => void file.start()}>
          {t('data.file')}
        </Button>
      }
    >
      <p>{t('data.file.hint')}</p>
      <KeptList lines={lines} />
      {button}
      {problem && <FormProblem problem={problem} />}
    </Section>
  );
}
