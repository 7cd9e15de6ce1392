import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { CalendarEmptyRegular } from '@fluentui/react-icons/svg/calendar-empty';
import { useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../ui/button.tsx';
import { ChoiceField } from '../../ui/choices.tsx';
import { useOnce } from '../../ui/form.tsx';
import { closeDialog, currentHost } from '../../ui/host.ts';
import { useSay } from '../../ui/language.tsx';
import { Empty, Loaded } from '../../ui/loaded.tsx';
import { Notice, tell } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { bookTime, findMeetings, findTimes, moveTo, type PairAddress } from './client.ts';
import { BookingProblem } from './components/booking-problem.tsx';
import { ByHand } from './components/by-hand.tsx';
import { TimeList } from './components/time-list.tsx';
import { lengths, type PairMeetings, type Suggestions } from './model.ts';
import { say } from './words.ts';

export interface FindTimeProps extends PairAddress {
  /** With it the page moves that meeting; without it, it plans a new one. */
  readonly meetingId?: string;
}

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalL },
});

/** Finds a time that suits both, books it, or moves a meeting to it. The same page is the dialog that a card opens. */
export default function FindTimePage({ programmeId, pairId, meetingId }: FindTimeProps): ReactNode {
  const t = useSay(say);
  const at = { programmeId, pairId };
  const known = useQuery({ queryKey: ['meetings', pairId], queryFn: () => findMeetings(at) });
  const name = known.data?.partner.name ?? '';
  return (
    <Page
      title={t(meetingId === undefined ? 'page.title' : 'page.move', { name })}
      lead={t('page.lead')}
      back={{ to: `/programmes/${programmeId}/pairs/${pairId}`, label: t('back') }}
      narrow
    >
      <Loaded of={known}>{(found) => <Times {...{ at, meetingId, found }} />}</Loaded>
    </Page>
  );
}

interface TimesProps {
  readonly at: PairAddress;
  readonly meetingId: string | undefined;
  readonly found: PairMeetings;
}

function Times({ at, meetingId, found }: TimesProps): ReactNode {
  const t = useSay(say);
  const [minutes, setMinutes] = useState<(typeof lengths)[number]>(60);
  const [week, setWeek] = useState(0);
  const [byHand, setByHand] = useState(false);
  const { done } = useDone(at, found.partner.name);
  const times = useQuery({
    queryKey: ['times', at.pairId, week, minutes],
    queryFn: () => findTimes(at, week, minutes),
    staleTime: 0,
  });
  const book = useMutation({
    mutationFn: ({ start, knowing }: Wanted) =>
      meetingId === undefined ? bookTime(at, start, minutes, knowing) : moveTo(at, meetingId, start, minutes),
    onSuccess: () => done(meetingId === undefined ? 'booked' : 'moved'),
    onError: () => times.refetch(),
  });
  const hand = byHand || times.data?.problem !== undefined;
  return (
    <>
      <Section>
        <ChoiceField
          name="minutes"
          label={t('length')}
          value={String(minutes)}
          onChange={(value) => setMinutes(lengths.find((one) => String(one) === value) ?? 60)}
          choices={lengths.map((one) => ({ value: String(one), label: t('length.minutes', { minutes: one }) }))}
        />
      </Section>
      <Loaded of={times}>
        {(suggested) => (
          <Suggested {...{ at, suggested, name: found.partner.name, week, setWeek, book }}>
            {!hand && (
              <Button appearance="subtle" onClick={() => setByHand(true)}>
                {t('hand.open')}
              </Button>
            )}
          </Suggested>
        )}
      </Loaded>
      {hand && (
        <ByHand
          {...{ at, meetingId, minutes, name: found.partner.name, zone: found.zone }}
          onKept={() => done('hand')}
        />
      )}
    </>
  );
}

interface Wanted {
  readonly start: number;
  /** Also when the partner has planned another time a moment ago. */
  readonly knowing: boolean;
}

interface SuggestedProps {
  readonly at: PairAddress;
  readonly suggested: Suggestions;
  readonly name: string;
  readonly week: number;
  readonly setWeek: (week: number) => void;
  readonly book: { mutateAsync(wanted: Wanted): Promise<unknown> };
  readonly children: ReactNode;
}

function Suggested({ at, suggested, name, week, setWeek, book, children }: SuggestedProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [chosen, setChosen] = useState<number>();
  const knowing = useRef(false);
  const { start, busy, problem } = useOnce(async () => {
    if (chosen !== undefined) await book.mutateAsync({ start: chosen, knowing: knowing.current });
  });
  const startKnowing = async (): Promise<void> => {
    knowing.current = true;
    await start().finally(() => (knowing.current = false));
  };
  if (suggested.problem !== undefined)
    return <Notice intent="warning">{t(`problem.${suggested.problem}`, { name })}</Notice>;
  const { zone, partnerZone } = suggested;
  return (
    <Section title={t('slots')} {...(partnerZone ? { lead: t('zones', { name, zone, partnerZone }) } : {})}>
      {suggested.slots.length === 0 ? (
        <Empty icon={<CalendarEmptyRegular />} title={t('slots.none')} text={t('slots.none.text')} />
      ) : (
        <TimeList
          {...{ slots: suggested.slots, zone, name, chosen, setChosen, busy, ...(partnerZone ? { partnerZone } : {}) }}
          onBook={start}
        />
      )}
      {problem && <BookingProblem {...{ at, problem, busy }} onKnowing={startKnowing} />}
      <div className={styles.foot}>
        <Button onClick={() => setWeek(week + 3)}>{t('later')}</Button>
        {week > 0 && <Button onClick={() => setWeek(0)}>{t('earlier')}</Button>}
        {children}
      </div>
    </Section>
  );
}

/** After a booking: the lists are read again, the dialog closes, or the tab goes back to the pair. */
function useDone(at: PairAddress, name: string): { done(what: 'booked' | 'moved' | 'hand'): Promise<void> } {
  const t = useSay(say);
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  return {
    done: async (what) => {
      await queries.invalidateQueries();
      tell(t(what === 'hand' ? 'hand.kept' : what, { name }), { intent: 'success' });
      if (currentHost()?.inDialog) closeDialog(what);
      else navigate(`/programmes/${at.programmeId}/pairs/${at.pairId}`);
    },
  };
}
