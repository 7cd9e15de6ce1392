/** The pair's story on the page of the pair: where it stands, and the way to write or read it. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import type { PairSectionProps } from '../../pairs/components/sections.tsx';
import { findOwn } from '../client.ts';
import type { StoryView } from '../model.ts';
import { say } from '../words.ts';

export default function StorySection({ programmeId, pairId }: PairSectionProps): ReactNode {
  const t = useSay(say);
  const own = useQuery({ queryKey: ['own-story', pairId], queryFn: () => findOwn(programmeId, pairId) });
  return (
    <Section title={t('section.title')} lead={t('section.lead')}>
      <Loaded of={own}>
        {({ story, moment }) => {
          const writes = !story || (story.mine === 'author' && !isRead(story));
          return (
            <>
              {moment && <Notice>{t(`moment.${moment}`)}</Notice>}
              {story && (
                <p>
                  {t(story.asked ? 'state.asked.you' : `state.${story.state}`, {
                    name: story.otherName ?? '',
                    note: story.note ?? '',
                  })}
                </p>
              )}
              <ButtonLink
                to={writes ? `/programmes/${programmeId}/pairs/${pairId}/story` : `/stories/${programmeId}/${story.id}`}
              >
                {t(writes ? 'section.write' : 'section.read')}
              </ButtonLink>
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

/** There is something to read and to answer, and not to write. */
const isRead = ({ state, asked }: StoryView): boolean => asked || state === 'published' || state === 'over';
