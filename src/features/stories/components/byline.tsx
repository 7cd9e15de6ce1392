/** Who told a story: names where their owners agreed, "a mentee" and "a mentor" elsewhere. */
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/language.tsx';
import type { StoryView } from '../model.ts';
import { say } from '../words.ts';

export function Byline({ story }: { readonly story: StoryView }): ReactNode {
  const t = useSay(say);
  const otherSide = story.authorSide === 'mentee' ? 'mentor' : 'mentee';
  const one = story.author ?? t(`nameless.${story.authorSide}`);
  const other = story.partner ?? t(`nameless.${otherSide}`);
  return <span>{t('by', { names: t('and', { one, other }) })}</span>;
}
