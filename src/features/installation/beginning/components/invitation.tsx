/** On an administrator's first page, while nobody has looked at anything: where to begin. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { findBeginning } from '../client.ts';
import { isUntouched } from '../rules.ts';
import { say } from '../words.ts';

export default function Invitation(): ReactNode {
  const t = useSay(say);
  const beginning = useQuery({ queryKey: ['beginning'], queryFn: findBeginning });
  if (!beginning.data || !isUntouched(beginning.data)) return null;
  return (
    <Notice
      title={t('invitation')}
      actions={<ButtonLink to="/installation/beginning">{t('invitation.do')}</ButtonLink>}
    >
      {t('invitation.text')}
    </Notice>
  );
}
