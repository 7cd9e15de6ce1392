import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, type ReactNode } from 'react';
import { ButtonLink, TextLink } from '../../../ui/button.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Page } from '../../../ui/page.tsx';
import { Receipt } from '../../people/receipt/components/receipt.tsx';
import { say as sayMeetings } from '../words.ts';
import { findNotes } from './client.ts';
import type { MeetingAddress } from '../model.ts';
import { AgreedSection } from './components/agreed.tsx';
import { say } from './words.ts';

const Needs = lazy(async () => ({ default: (await import('../times/components/needs.tsx')).Needs }));
const OwnNotesSection = lazy(async () => ({ default: (await import('./components/own.tsx')).OwnNotesSection }));
const PointsSection = lazy(async () => ({ default: (await import('./components/points.tsx')).PointsSection }));
/** The goals of the pair come after what the meeting itself is about. */
const Review = lazy(() => import('../../pairs/goals/components/review.tsx'));

const useStyles = makeStyles({
  when: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL, alignItems: 'center' },
  moment: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
});

/** One meeting: what was agreed last time, what to talk about, what is agreed now, and the own notes. */
export default function MeetingPage(at: MeetingAddress): ReactNode {
  const t = useSay(say);
  const tm = useSay(sayMeetings);
  const styles = useStyles();
  const queryKey = ['meeting-notes', at.meetingId];
  const known = useQuery({ queryKey, queryFn: () => findNotes(at) });
  const base = `/programmes/${at.programmeId}/pairs/${at.pairId}`;
  const toPrepare = known.data?.open && !known.data.meeting.past;
  return (
    <Page
      title={t('page.title', { name: known.data?.partner.name ?? '' })}
      lead={t('page.lead')}
      back={{ to: base, label: t('back') }}
      {...(toPrepare
        ? { action: <ButtonLink to={`${base}/meetings/${at.meetingId}/preparation`}>{t('prepare')}</ButtonLink> }
        : {})}
      narrow
    >
      <Loaded of={known}>
        {(found) => (
          <>
            <p className={styles.when}>
              <span className={styles.moment}>
                <Moment at={found.meeting.start} zone={found.zone} />
              </span>
              {!found.meeting.past && found.meeting.joinUrl !== undefined && (
                <TextLink to={found.meeting.joinUrl}>{tm('section.join')}</TextLink>
              )}
            </p>
            <Suspense>{found.open && !found.meeting.past && <Needs at={at} name={found.partner.name} />}</Suspense>
            <AgreedSection {...{ at, found, queryKey }} />
            <Suspense>
              <PointsSection {...{ at, found, queryKey }} />
              <Review at={at} meetingId={at.meetingId} />
              <OwnNotesSection {...{ at, found, queryKey }} />
            </Suspense>
            <Receipt of="meeting-notes" />
          </>
        )}
      </Loaded>
    </Page>
  );
}
