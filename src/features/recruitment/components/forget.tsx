/** Deletes what was given, after asking once more: the one thing here that cannot be undone. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Confirm } from '../../../ui/confirm.tsx';
import { useSay } from '../../../ui/language.tsx';
import { tell } from '../../../ui/notice.tsx';
import { forget } from '../client.ts';
import { say } from '../applying/words.ts';

export interface ForgetProps {
  readonly programmeId: string;
  onDone(this: void): void;
}

export function Forget({ programmeId, onDone }: ForgetProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const remove = async (): Promise<void> => {
    await forget(programmeId);
    tell(t('forget.done'));
    await queries.invalidateQueries();
    onDone();
  };
  return (
    <Confirm
      title={t('forget')}
      text={t('forget.sure')}
      confirm={t('forget.do')}
      trigger={<Button appearance="subtle">{t('forget')}</Button>}
      onConfirm={remove}
    />
  );
}
