/** For coordinators: what was said, what is decided about it, and telling those who were asked. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button, TextLink } from '../../../ui/button.tsx';
import { Confirm } from '../../../ui/confirm.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { ProgrammeTabs } from '../../programmes/components/programme-tabs.tsx';
import { findFindings, tellFindings } from './client.ts';
import { FindingItem } from './components/finding-item.tsx';
import { NewFindingSection } from './components/new-finding.tsx';
import type { FindingsPage } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({ list: { margin: 0, padding: 0 } });

export default function FindingsPageView({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['findings', programmeId], queryFn: () => findFindings(programmeId) });
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: `/programmes/${programmeId}`, label: t('back') }}>
      <ProgrammeTabs programmeId={programmeId} />
      <Loaded of={found}>
        {(page) => (
          <>
            <Untold page={page} />
            <Findings page={page} />
            <NewFindingSection page={page} />
            <p>
              {t('sessions')}{' '}
              <TextLink to="/talks/new" inText>
                {t('sessions.plan')}
              </TextLink>
            </p>
            <p>
              <TextLink to={`/programmes/${programmeId}/you-said`}>{t('see-told')}</TextLink>
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Decided, and nobody knows of it yet. */
function Untold({ page }: { readonly page: FindingsPage }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const { id } = page.programme;
  const count = page.findings.filter(({ state }) => state === 'decided').length;
  if (count === 0) return null;
  const send = async (): Promise<void> => {
    queries.setQueryData(['findings', id], await tellFindings(id));
    tell(t('tell.done'), { intent: 'success' });
  };
  return (
    <Notice
      actions={
        <Confirm
          title={t('tell.title')}
          text={t('tell.text')}
          confirm={t('tell')}
          trigger={<Button appearance="primary">{t('tell')}</Button>}
          onConfirm={send}
        />
      }
    >
      {t('tell.count', { count })}
    </Notice>
  );
}

function Findings({ page: { programme, findings } }: { readonly page: FindingsPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  if (findings.length === 0) return <Empty title={t('none')} text={t('none.text')} />;
  return (
    <Section title={t('findings')}>
      <ul className={styles.list}>
        {findings.map((one) => (
          <FindingItem key={one.id} programmeId={programme.id} one={one} />
        ))}
      </ul>
    </Section>
  );
}
