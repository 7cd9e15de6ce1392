/** How far a story goes now, in a sentence. */
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import type { StoryView } from '../model.ts';
import { say } from '../words.ts';

/** How far it goes now, by what both agreed to; for those who may not see the other's answer it says no more than everybody sees. */
export function Standing({ story }: { readonly story: StoryView }): ReactNode {
  const t = useSay(say);
  const sayDay = useMoment('UTC');
  const { standing } = story;
  if (!standing) return undefined;
  const day = standing.until === undefined ? undefined : sayDay(Date.parse(standing.until), 'day');
  return (
    <p>
      {t(`standing.reach.${standing.reach}`)} {day !== undefined && t('standing.until', { day })}
    </p>
  );
}
