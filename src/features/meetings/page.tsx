/** Finding a time: what suits both with the reason for it, what comes closest where nothing does, and by hand. */
import { useQuery } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { Button, TextLink } from '../../ui/button.tsx';
import { useSay } from '../../ui/language.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { bookTime, findMeetings, moveTo } from './client.ts';
import { useDone } from './components/booking.ts';
import { ByHand } from './components/by-hand.tsx';
import { TimeList, type HowBooked } from './components/time-list.tsx';
import type { PairAddress, PairMeetings } from './model.ts';
import { askWhich, findTimes } from './times/client.ts';
import { CloseTimes } from './times/components/close-times.tsx';
import { Length, type Minutes } from './times/components/length.tsx';
import { Needs } from './times/components/needs.tsx';
import type { TimesFound } from './times/model.ts';
import { say as sayTimes } from './times/words.ts';
import { say } from './words.ts';

export interface FindTimeProps extends PairAddress {
  /** With it the page moves that meeting; without it, it plans a new one. */
  readonly meetingId?: string;
  /** A time that a card suggested, chosen when the page opens. */
  readonly start?: string;
}

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalL },
  links: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXL, margin: 0 },
  how: { marginTop: tokens.spacingVerticalL, color: tokens.colorNeutralForeground2 },
});

/** Finds a time that suits both, books it, or moves a meeting to it. The same page is the dialog that a card opens. */
export default function FindTimePage({ programmeId, pairId, meetingId, start }: FindTimeProps): ReactNode {
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
      <Loaded of={known}>
        {(found) => <Times {...{ at, meetingId, start: Number(start) || undefined, found }} />}
      </Loaded>
    </Page>
  );
}

interface TimesProps {
  readonly at: PairAddress;
  readonly meetingId: string | undefined;
  readonly start: number | undefined;
  readonly found: PairMeetings;
}

const weeksAtOnce = 3;
const weeksAtMost = 8;

function Times({ at, meetingId, start, found }: TimesProps): ReactNode {
  const [t, tt] = [useSay(say), useSay(sayTimes)];
  const styles = useStyles();
  const { name } = found.partner;
  const [minutes, setMinutes] = useState<Minutes>(60);
  const [{ week, weeks }, setRange] = useState({ week: 0, weeks: weeksAtOnce });
  const [chosen, setChosen] = useState(start);
  const [byHand, setByHand] = useState(false);
  const done = useDone(at);
  const times = useQuery({
    queryKey: ['times', at.pairId, week, weeks, minutes],
    queryFn: () => findTimes(at, { week, weeks, minutes, wanted: week === 0 ? start : undefined }),
    staleTime: 0,
  });
  const book = async (from: number, how: HowBooked): Promise<void> => {
    try {
      await (meetingId === undefined ? bookTime(at, from, minutes, how) : moveTo(at, meetingId, from, minutes));
    } catch (error) {
      // Whatever stood in the way, the list is read anew: a time that is gone is not offered again.
      void times.refetch();
      throw error;
    }
    const what = meetingId === undefined ? 'booked' : 'moved';
    await done(what, t(what, { name }));
  };
  const ask = async (starts: readonly number[]): Promise<void> => {
    await askWhich(at, { minutes, starts: [...starts] });
    await done('asked', tt('close.asked', { name }));
  };
  const length = <Length value={minutes} onChange={setMinutes} />;
  const hand = byHand || times.data?.problem !== undefined;
  return (
    <>
      <Needs at={at} name={name} />
      <Loaded of={times}>
        {(suggested) => (
          <Suggested
            {...{ at, minutes, suggested, name, length, moves: meetingId !== undefined, chosen, setChosen, book, ask }}
          >
            {weeks === weeksAtOnce && suggested.slots.length === 0 && (
              <Button appearance="primary" onClick={() => setRange({ week, weeks: weeksAtMost })}>
                {tt('longer')}
              </Button>
            )}
            <Button onClick={() => setRange({ week: week + weeks, weeks: weeksAtOnce })}>{t('later')}</Button>
            {(week > 0 || weeks > weeksAtOnce) && (
              <Button onClick={() => setRange({ week: 0, weeks: weeksAtOnce })}>{t('earlier')}</Button>
            )}
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
          {...{ at, meetingId, minutes, name, zone: found.zone }}
          onKept={() => done('hand', t('hand.kept', { name }))}
        />
      )}
      <p className={styles.links}>
        {meetingId === undefined && (
          <TextLink to={`/programmes/${at.programmeId}/pairs/${at.pairId}/rhythm`}>{tt('rhythm')}</TextLink>
        )}
        <TextLink to="/me/passport">{tt('own')}</TextLink>
      </p>
    </>
  );
}

interface SuggestedProps {
  readonly at: PairAddress;
  readonly minutes: Minutes;
  readonly suggested: TimesFound;
  readonly name: string;
  readonly length: ReactNode;
  readonly moves: boolean;
  readonly chosen: number | undefined;
  readonly setChosen: (start: number) => void;
  book(this: void, start: number, how: HowBooked): Promise<unknown>;
  ask(this: void, starts: readonly number[]): Promise<unknown>;
  readonly children: ReactNode;
}

function Suggested({ at, minutes, suggested, name, length, children, ask, ...choice }: SuggestedProps): ReactNode {
  const [t, tt] = [useSay(say), useSay(sayTimes)];
  const styles = useStyles();
  const { zone, slots, disturbing, from, problem } = suggested;
  const partnerZone = otherZone(suggested);
  if (problem !== undefined) return <Notice intent="warning">{t(`problem.${problem}`, { name })}</Notice>;
  const zones = partnerZone === undefined ? {} : { lead: t('zones', { name, zone, partnerZone }) };
  const foot = <div className={styles.foot}>{children}</div>;
  if (slots.length === 0)
    return (
      <Section
        title={tt('close.title')}
        lead={tt(disturbing.length > 0 ? 'close.lead' : 'close.nothing')}
        action={length}
      >
        {disturbing.length > 0 && <CloseTimes key={from} {...{ times: disturbing, zone, name, ask }} />}
        {foot}
      </Section>
    );
  return (
    <Section title={t('slots')} {...zones} action={length}>
      <TimeList {...{ at, minutes, slots, zone, partnerZone, name, ...choice }} />
      {foot}
      <details className={styles.how}>
        <summary>{tt('how')}</summary>
        <p>{tt('how.text')}</p>
      </details>
    </Section>
  );
}

/** The partner's zone where its clock shows another time: people of Paris and Brussels need not read it twice. */
function otherZone({ zone, partnerZone, from, to }: TimesFound): string | undefined {
  const differs = (at: number): boolean => clockIn(zone, at) !== clockIn(partnerZone ?? zone, at);
  return differs(from) || differs(to) ? partnerZone : undefined;
}

const clockIn = (timeZone: string, at: number): string => new Date(at).toLocaleTimeString('sv-SE', { timeZone });
