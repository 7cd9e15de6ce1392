import { useQuery } from '@tanstack/react-query';
import { HeartRegular } from '@fluentui/react-icons/svg/heart';
import type { ReactNode } from 'react';
import { useSay } from '../../ui/language.tsx';
import { Empty, Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { OwnProgrammeTabs } from '../programmes/components/own-programme-tabs.tsx';
import { findWall } from './client.ts';
import { ShownCredits } from './credit/components/shown.tsx';
import { WallList } from './components/wall-list.tsx';
import { HonouredWall } from './events/components/honoured-wall.tsx';
import { EventsLink } from './events/components/events-link.tsx';
import { say } from './words.ts';

/** What people of a programme wanted to say to each other, and both agreed to show. */
export default function ThanksPage({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const wall = useQuery({ queryKey: ['thanks-wall', programmeId], queryFn: () => findWall(programmeId) });
  return (
    <Page
      title={t('wall.title')}
      lead={t('wall.lead')}
      back={{ to: '/', label: t('wall.back') }}
      action={<EventsLink programmeId={programmeId} />}
    >
      <OwnProgrammeTabs programmeId={programmeId} />
      <Loaded of={wall}>
        {(found) =>
          found.thanks.length === 0 ? (
            <Empty icon={<HeartRegular />} title={t('wall.none')} text={t('wall.none.text')} />
          ) : (
            <WallList
              ofPeople
              all={found.thanks.map((one) => ({ ...one, line: t('wall.line', { from: one.from, to: one.to }) }))}
            />
          )
        }
      </Loaded>
      <ShownCredits programmeId={programmeId} />
      <HonouredWall programmeId={programmeId} />
    </Page>
  );
}
