/** After applying or withdrawing: where one stands, and what one can do. Withdrawing stays possible when applying is over. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { comeBack, withdraw } from '../client.ts';
import { ManagerWord } from '../informing/components/manager-word.tsx';
import type { ApplyPage } from '../model.ts';
import { Listed, WhatDecided } from '../rounds/components/listed.tsx';
import { say } from '../words.ts';
import { Forget } from './forget.tsx';

export interface StandingProps {
  readonly page: ApplyPage;
  onForgotten(this: void): void;
  readonly onEdit: () => void;
}

export function Standing(props: StandingProps): ReactNode {
  const { page } = props;
  if (page.status === 'withdrawn') return <Withdrawn {...props} />;
  return (
    <>
      {page.status === 'waiting' ? <Waiting {...props} /> : <Applied {...props} />}
      {page.status === 'applied' && <WhatDecided page={page} />}
      <ManagerWord programmeId={page.programme.id} />
    </>
  );
}

/** One press, from the round and from the list alike; it can be undone. */
function useLeave({ programme: { id } }: ApplyPage) {
  const t = useSay(say);
  const queries = useQueryClient();
  const back = useOnce(async () => {
    await comeBack(id);
    await queries.invalidateQueries();
    tell(t('apply.returned'));
  });
  return useOnce(async () => {
    await withdraw(id);
    await queries.invalidateQueries();
    tell(t('apply.withdraw.done'), { undo: () => void back.start() });
  });
}

function Waiting({ page, onEdit }: StandingProps): ReactNode {
  return <Listed page={page} onEdit={onEdit} leave={useLeave(page)} />;
}

function Applied({ page, onEdit }: StandingProps): ReactNode {
  const t = useSay(say);
  const leave = useLeave(page);
  return (
    <Notice
      intent="success"
      title={t('apply.applied')}
      actions={
        <>
          {page.open && <Button onClick={onEdit}>{t('apply.edit')}</Button>}
          <Button appearance="subtle" disabledFocusable={leave.busy} onClick={() => void leave.start()}>
            {t('apply.withdraw')}
          </Button>
        </>
      }
    >
      {t(page.open ? 'apply.applied.text' : 'apply.applied.closed')}
      {leave.problem && <FormProblem problem={leave.problem} />}
    </Notice>
  );
}

function Withdrawn({ page, onEdit, onForgotten }: StandingProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const back = useOnce(async () => {
    await comeBack(page.programme.id);
    await queries.invalidateQueries();
    tell(t('apply.returned'));
  });
  return (
    <Notice
      title={t('apply.withdrawn')}
      actions={
        <>
          {page.mayReturn && (
            <Button disabledFocusable={back.busy} onClick={() => void back.start()}>
              {t('apply.return')}
            </Button>
          )}
          <Forget programmeId={page.programme.id} onDone={onForgotten} />
          {(page.open || page.joinsList) && (
            <Button appearance="subtle" onClick={onEdit}>
              {t('apply.look')}
            </Button>
          )}
        </>
      }
    >
      {t('apply.withdrawn.text')}
      {back.problem && <FormProblem problem={back.problem} />}
    </Notice>
  );
}
