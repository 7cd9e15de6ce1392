/** The rhythm as a list of dates, each kept, changed or left; booked in one press, and what failed is told by its date. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { TickField } from '../../../ui/choices.tsx';
import { FormProblem, useOnce } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Empty, Loaded } from '../../../ui/loaded.tsx';
import { useMoment } from '../../../ui/moment.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { findMeetings } from '../client.ts';
import type { PairAddress } from '../model.ts';
import { Length, type Minutes } from '../times/components/length.tsx';
import { Needs } from '../times/components/needs.tsx';
import { say as sayMeetings } from '../words.ts';
import { bookRhythm, findRhythm } from './client.ts';
import type { DateBooked, ProposedDate, RhythmFound } from './model.ts';
import { say } from './words.ts';

const useStyles = makeStyles({
  dates: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0 },
  date: { listStyleType: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `0 ${tokens.spacingHorizontalM}`,
  },
  other: { width: '220px' },
  problem: { flexBasis: '100%', color: tokens.colorPaletteRedForeground1 },
  foot: { marginTop: tokens.spacingVerticalL },
});

export default function RhythmPage(at: PairAddress): ReactNode {
  const [t, tm] = [useSay(say), useSay(sayMeetings)];
  const [minutes, setMinutes] = useState<Minutes>(60);
  const known = useQuery({ queryKey: ['meetings', at.pairId], queryFn: () => findMeetings(at) });
  const name = known.data?.partner.name ?? '';
  const rhythm = useQuery({
    queryKey: ['rhythm', at.pairId, minutes],
    queryFn: () => findRhythm(at, minutes),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  const pair = `/programmes/${at.programmeId}/pairs/${at.pairId}`;
  return (
    <Page title={t('title', { name })} lead={t('lead')} back={{ to: pair, label: tm('back') }} narrow>
      <Needs at={at} name={name} />
      <Loaded of={rhythm}>{(found) => <Dates key={minutes} {...{ at, found, name, minutes, setMinutes }} />}</Loaded>
    </Page>
  );
}

interface DatesProps {
  readonly at: PairAddress;
  readonly found: RhythmFound;
  readonly name: string;
  readonly minutes: Minutes;
  readonly setMinutes: (minutes: Minutes) => void;
}

interface Choice {
  readonly kept: boolean;
  readonly start: number | undefined;
}

function Dates({ at, found, name, minutes, setMinutes }: DatesProps): ReactNode {
  const [t, tm] = [useSay(say), useSay(sayMeetings)];
  const styles = useStyles();
  const pair = `/programmes/${at.programmeId}/pairs/${at.pairId}`;
  const [changed, setChanged] = useState<Readonly<Record<number, Choice>>>({});
  const choiceOf = ({ wished, start }: ProposedDate): Choice => changed[wished] ?? { kept: start !== undefined, start };
  const starts = found.dates.flatMap((one) => {
    const { kept, start } = choiceOf(one);
    return kept && start !== undefined ? [start] : [];
  });
  const { outcomes, start, busy, problem } = useSeries({ at, minutes, name, starts });
  if (found.problem !== undefined) return <Notice intent="warning">{tm(`problem.${found.problem}`, { name })}</Notice>;
  if (found.dates.length === 0)
    return (
      <Section>
        <Empty title={t('none')} text={t('none.text')} />
      </Section>
    );
  const left = starts.filter((one) => !outcomes.get(one)?.booked).length;
  return (
    <Section title={t('dates')} lead={t('dates.lead')} action={<Length value={minutes} onChange={setMinutes} />}>
      <ul className={styles.dates}>
        {found.dates.map((one) => (
          <li key={one.wished} className={styles.date}>
            <OneDate
              {...{ one, zone: found.zone, choice: choiceOf(one), outcomes }}
              onChange={(choice) => setChanged({ ...changed, [one.wished]: choice })}
            />
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={busy || left === 0}
          onClick={() => void (left > 0 && start())}
        >
          {busy ? tm('booking') : t('book', { count: left })}
        </Button>{' '}
        <ButtonLink to={`${pair}/meetings/new`} appearance="subtle">
          {t('single')}
        </ButtonLink>
      </div>
      {problem && <FormProblem problem={problem} />}
    </Section>
  );
}

interface Booking {
  readonly at: PairAddress;
  readonly minutes: Minutes;
  readonly name: string;
  readonly starts: readonly number[];
}

/** Sends what is kept; when all of it is booked the page of the pair shows it, else each date says what became of it. */
function useSeries({ at, minutes, name, starts }: Booking) {
  const t = useSay(say);
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<number, DateBooked>>(new Map());
  const once = useOnce(async () => {
    // Whoever presses again has read why some were not booked.
    const { dates } = await bookRhythm(at, { minutes, starts: [...starts], knowing: outcomes.size > 0 });
    setOutcomes(new Map(dates.map((one) => [one.start, one])));
    await queries.invalidateQueries({ queryKey: ['meetings'] });
    await queries.invalidateQueries({ queryKey: ['home'] });
    const count = dates.filter(({ booked }) => booked).length;
    tell(t('booked', { count, name }), { intent: count === dates.length ? 'success' : 'warning' });
    if (count === dates.length) navigate(`/programmes/${at.programmeId}/pairs/${at.pairId}`);
  });
  return { ...once, outcomes };
}

interface OneDateProps {
  readonly one: ProposedDate;
  readonly zone: string;
  readonly choice: Choice;
  readonly outcomes: ReadonlyMap<number, DateBooked>;
  readonly onChange: (choice: Choice) => void;
}

function OneDate({ one, zone, choice, outcomes, onChange }: OneDateProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const moment = useMoment(zone);
  if (choice.start === undefined)
    return <span className={styles.quiet}>{t('date.none', { day: moment(one.wished, 'day') })}</span>;
  const outcome = outcomes.get(choice.start);
  if (outcome?.booked) return <span>{t('date.booked', { time: moment(choice.start) })}</span>;
  return (
    <div className={styles.row}>
      <TickField
        name={String(one.wished)}
        label={`${moment(choice.start, 'weekday')}, ${moment(choice.start, 'time')}`}
        value={choice.kept}
        onChange={(kept) => onChange({ ...choice, kept })}
      />
      {choice.kept && one.options.length > 1 && (
        <div className={styles.other}>
          <Select
            label={t('date.change', { day: moment(one.wished, 'day') })}
            value=""
            onChange={(value) => onChange({ kept: true, start: Number(value) || choice.start })}
          >
            <option value="">{t('date.other')}</option>
            {one.options.map(({ start }) => (
              <option key={start} value={start}>
                {moment(start)}
              </option>
            ))}
          </Select>
        </div>
      )}
      {outcome?.problem !== undefined && <div className={styles.problem}>{outcome.problem}</div>}
    </div>
  );
}
