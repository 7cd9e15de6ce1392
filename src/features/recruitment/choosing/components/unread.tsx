/** Who applied, before anybody of the team has looked: how many, and what looking means for the criteria. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button, ButtonLink } from '../../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { showApplications } from '../../rounds/client.ts';
import { say } from '../words.ts';

const roundOf = (programmeId: string): string => `/programmes/${programmeId}/recruitment/rounds`;

export function RoundLink({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  return <ButtonLink to={roundOf(programmeId)}>{t('page.link')}</ButtonLink>;
}

export function Unread({ programmeId, count }: { readonly programmeId: string; readonly count: number }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const show = useOnce(async () => {
    await showApplications(programmeId);
    await queries.invalidateQueries();
  });
  return (
    <Notice
      title={t('unread.title', { count })}
      actions={
        <>
          <Button disabledFocusable={show.busy} onClick={() => void show.start()}>
            {t('unread.show')}
          </Button>
          <ButtonLink to={roundOf(programmeId)}>{t('unread.criteria')}</ButtonLink>
        </>
      }
    >
      {t('unread.text')}
      {show.problem && <FormProblem problem={show.problem} />}
    </Notice>
  );
}
