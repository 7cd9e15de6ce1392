/** For those who run the product: that nobody can be asked for a private talk. It says nothing of whether anybody waits. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { findContacts } from '../client.ts';
import { say } from '../words.ts';

export function NoAdviser(): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['private-talk-contacts'], queryFn: findContacts });
  if (found.data?.noAdviser !== true) return null;
  return (
    <Notice intent="warning" title={t('no-adviser.title')}>
      {t('no-adviser')}
    </Notice>
  );
}
