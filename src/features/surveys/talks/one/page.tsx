import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { ButtonLink } from '../../../../ui/button.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded, Waiting } from '../../../../ui/loaded.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Page } from '../../../../ui/page.tsx';
import { findTalk } from '../client.ts';
import { isSettling } from '../closing/rules.ts';
import { Ending } from '../components/ending.tsx';
import { People } from '../components/people.tsx';
import type { TalkPage } from '../model.ts';
import { say } from '../words.ts';

const Notes = lazy(async () => ({ default: (await import('../components/notes.tsx')).Notes }));
const Times = lazy(async () => ({ default: (await import('../components/times.tsx')).Times }));

/** For whoever holds a talk: who is drawn, who comes and when, what was said, and the close. */
export default function OneTalkPage({ talkId }: { readonly talkId: string }): ReactNode {
  const t = useSay(say);
  const talk = useQuery({
    queryKey: ['talks', talkId],
    queryFn: () => findTalk(talkId),
    // Until its notes have their new ids, nothing can be done with them.
    refetchInterval: ({ state }) => state.data !== undefined && isSettling(state.data) && 1000,
  });
  const found = talk.data;
  return (
    <Page
      title={found ? t('talk.name', { form: found.form, purpose: t(`purpose.${found.purpose}`) }) : t('talks.title')}
      lead={found && t(`talk.lead.${found.state}`)}
      back={{ to: '/talks', label: t('talks.title') }}
      action={found && <ButtonLink to={`/talk-guides/${found.purpose}`}>{t('talk.guide')}</ButtonLink>}
    >
      <Loaded of={talk}>
        {(one) => (
          <Suspense fallback={<Waiting />}>
            <Talk talk={one} />
          </Suspense>
        )}
      </Loaded>
    </Page>
  );
}

function Talk({ talk }: { readonly talk: TalkPage }): ReactNode {
  const t = useSay(say);
  switch (talk.state) {
    case 'draft':
      return (
        <>
          <People talk={talk} />
          <Ending talk={talk} />
        </>
      );
    case 'asking':
      return (
        <>
          {talk.takenBack && (
            <Notice intent="warning" title={t('back.title')}>
              {t('back.text')}
            </Notice>
          )}
          <People talk={talk} />
          {talk.form === 'group' && <Times talk={talk} />}
          <Notes talk={talk} />
          <Ending talk={talk} />
        </>
      );
    case 'closed':
      return <Notes talk={talk} />;
    case 'cancelled':
      return null;
    default:
      return talk.state satisfies never;
  }
}
