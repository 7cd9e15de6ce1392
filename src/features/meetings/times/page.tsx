/** A poll: the one who was asked ticks which times would work, and either of the two books one that does. Also the dialog of its cards. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { ChoicesField } from '../../../ui/choices.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Receipt } from '../../people/receipt/components/receipt.tsx';
import { bookTime } from '../client.ts';
import type { PairAddress } from '../model.ts';
import { BookingProblem } from '../components/booking-problem.tsx';
import { useBooking, useDone } from '../components/booking.ts';
import { say as sayMeetings } from '../words.ts';
import { answerPoll, findPoll } from './client.ts';
import { Needs } from './components/needs.tsx';
import type { PollView } from './model.ts';
import { say } from './words.ts';

export interface PollPageProps extends PairAddress {
  readonly pollId: string;
}

const useStyles = makeStyles({
  times: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, alignItems: 'flex-start' },
});

export default function PollPage({ programmeId, pairId, pollId }: PollPageProps): ReactNode {
  const [t, tm] = [useSay(say), useSay(sayMeetings)];
  const at = { programmeId, pairId };
  const poll = useQuery({ queryKey: ['poll', pollId], queryFn: () => findPoll(at, pollId), staleTime: 0 });
  const name = poll.data?.partner.name ?? '';
  return (
    <Page
      title={t('poll.title', { name })}
      {...(poll.data ? { lead: t(poll.data.askedByMe ? 'poll.mine' : 'poll.lead', { name }) } : {})}
      back={{ to: `/programmes/${programmeId}/pairs/${pairId}`, label: tm('back') }}
      narrow
    >
      <Loaded of={poll}>{(found) => <Poll at={at} found={found} />}</Loaded>
    </Page>
  );
}

function Poll({ at, found }: { readonly at: PairAddress; readonly found: PollView }): ReactNode {
  const t = useSay(say);
  const moment = useMoment(found.zone);
  const { name } = found.partner;
  if (found.booked !== undefined)
    return <Notice intent="success">{t('poll.booked', { time: moment(found.booked) })}</Notice>;
  return (
    <>
      <Needs at={at} name={name} />
      {!found.askedByMe && <Ticking at={at} found={found} />}
      {found.works === undefined && found.askedByMe && (
        <Section>
          <p>{t('poll.waiting', { name })}</p>
        </Section>
      )}
      {found.works && <Works at={at} found={found} works={found.works} />}
    </>
  );
}

function Ticking({ at, found }: { readonly at: PairAddress; readonly found: PollView }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const moment = useMoment(found.zone);
  const [ticked, setTicked] = useState<readonly string[]>((found.works ?? []).map(String));
  const { start, busy, problem } = useOnce(async () => {
    const now = await answerPoll(at, found.id, { works: ticked.map(Number) });
    queries.setQueryData(['poll', found.id], now);
    tell(t('poll.sent'));
  });
  return (
    <Section>
      <ChoicesField
        name="works"
        label={t('poll.which')}
        required
        value={ticked}
        onChange={setTicked}
        choices={found.slots.map((one) => ({ value: String(one.start), label: moment(one.start) }))}
      />
      <Button
        appearance={ticked.length === 0 ? 'secondary' : 'primary'}
        disabledFocusable={busy}
        onClick={() => void start()}
      >
        {t(ticked.length === 0 ? 'poll.none' : 'poll.send')}
      </Button>
      {problem && <FormProblem problem={problem} />}
      <Receipt of="poll" />
    </Section>
  );
}

interface WorksProps {
  readonly at: PairAddress;
  readonly found: PollView;
  readonly works: readonly number[];
}

function Works({ at, found, works }: WorksProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const find = `/programmes/${at.programmeId}/pairs/${at.pairId}/meetings/new`;
  if (works.length === 0)
    return (
      <Section>
        <Empty
          title={t('poll.nothing')}
          text={t('poll.nothing.text')}
          action={<ButtonLink to={find}>{t('poll.find')}</ButtonLink>}
        />
      </Section>
    );
  return (
    <Section title={t('poll.both')}>
      <div className={styles.times}>
        {works.map((start, place) => (
          <BookOne key={start} {...{ at, found, start }} appearance={place === 0 ? 'primary' : 'secondary'} />
        ))}
      </div>
    </Section>
  );
}

interface BookOneProps {
  readonly at: PairAddress;
  readonly found: PollView;
  readonly start: number;
  readonly appearance: 'primary' | 'secondary';
}

function BookOne({ at, found, start, appearance }: BookOneProps): ReactNode {
  const t = useSay(sayMeetings);
  const moment = useMoment(found.zone);
  const done = useDone(at);
  const book = useBooking(async (knowing) => {
    await bookTime(at, start, found.minutes, { knowing });
    await done('booked', t('booked', { name: found.partner.name }));
  });
  return (
    <>
      <Button {...{ appearance }} disabledFocusable={book.busy} onClick={() => void book.start()}>
        {book.busy ? t('booking') : t('book', { time: moment(start) })}
      </Button>
      {book.problem && (
        <BookingProblem {...{ at, problem: book.problem, busy: book.busy }} onKnowing={book.startKnowing} />
      )}
    </>
  );
}
