/** How many people wait and are not in it, since the programme asks for its courses first; who they are stands on its page. */
import type { ReactNode } from 'react';
import { TextLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { say } from '../words.ts';

interface NotReadyProps {
  readonly programmeId: string;
  readonly count: number | undefined;
}

export function NotReady({ programmeId, count }: NotReadyProps): ReactNode {
  const t = useSay(say);
  if (count === undefined || count === 0) return null;
  return (
    <p>
      {t('notReady', { count })} <TextLink to={`/programmes/${programmeId}/training`}>{t('notReady.who')}</TextLink>
    </p>
  );
}
