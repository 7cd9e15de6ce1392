/** One page before a talk, on the screen and on paper. What the partner needs in a talk stays on the screen: paper cannot be taken back. */
import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button, ButtonLink, TextLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Page } from '../../../ui/page.tsx';
import { usePrintStyles } from '../../../ui/print.ts';
import type { MeetingAddress } from '../model.ts';
import { Needs } from '../times/components/needs.tsx';
import { say as sayMeetings } from '../words.ts';
import { findPreparation } from './client.ts';
import { Agreed, Goals, Last, Points, Questions } from './components/parts.tsx';
import type { Preparation } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  when: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, alignItems: 'center', margin: 0 },
  moment: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  doings: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

export default function PreparationPage(at: MeetingAddress): ReactNode {
  usePrintStyles();
  const t = useSay(say);
  const styles = useStyles();
  const queryKey = ['preparation', at.meetingId];
  const known = useQuery({ queryKey, queryFn: () => findPreparation(at), staleTime: 0 });
  const its = `/programmes/${at.programmeId}/pairs/${at.pairId}/meetings/${at.meetingId}`;
  return (
    <Page
      title={t('page.title', { name: known.data?.partner.name ?? '' })}
      lead={t('page.lead')}
      back={{ to: its, label: t('back') }}
      action={
        <div data-screen className={styles.doings}>
          <Button onClick={() => window.print()}>{t('print')}</Button>
          <ButtonLink to={its}>{t('open')}</ButtonLink>
        </div>
      }
      narrow
    >
      <Loaded of={known}>
        {(found) => (
          <>
            <When found={found} />
            {!found.meeting.past && (
              <div data-screen>
                <Needs at={at} name={found.partner.name} />
              </div>
            )}
            <Agreed found={found} />
            <Goals found={found} />
            <Points found={found} />
            <Questions {...{ at, found, queryKey }} />
            <Last found={found} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** When, and where: in Teams, in a room, or as the two agreed by hand. */
function When({ found: { meeting, zone } }: { readonly found: Preparation }): ReactNode {
  const t = useSay(say);
  const tm = useSay(sayMeetings);
  const styles = useStyles();
  const { start, room, joinUrl, byHand, past } = meeting;
  return (
    <p className={styles.when}>
      <span className={styles.moment}>
        <Moment at={start} zone={zone} />
      </span>
      {room !== undefined && <span>{room}</span>}
      {joinUrl !== undefined && (past ? undefined : <TextLink to={joinUrl}>{tm('section.join')}</TextLink>)}
      {room === undefined && joinUrl === undefined && byHand && <span>{t('where.hand')}</span>}
    </p>
  );
}
