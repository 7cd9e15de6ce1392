/** The time of a group, or of a talk with one: found over the calendars, booked in the own name, and taken out again. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button, TextLink } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { bookTime, findTimes, unbook } from '../client.ts';
import type { TalkPage, TalkTimes } from '../model.ts';
import { leastInGroup } from '../rules.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalM },
  times: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
    gap: tokens.spacingHorizontalM,
    width: '100%',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  time: { width: '100%', justifyContent: 'flex-start' },
  missing: { display: 'block', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface TimesProps {
  readonly talk: TalkPage;
  /** Of a talk with one. */
  readonly guest?: TalkPage['people'][number];
}

export function Times({ talk, guest }: TimesProps): ReactNode {
  const t = useSay(say);
  const booking = guest ? guest.booking : talk.booking;
  const content = booking ? <Booked {...{ talk, booking }} {...of(guest)} /> : <Find talk={talk} {...of(guest)} />;
  return guest ? content : <Section title={t('times.title')}>{content}</Section>;
}

const of = (guest: TimesProps['guest']): Pick<TimesProps, 'guest'> => (guest ? { guest } : {});

function Find({ talk, guest }: TimesProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const [found, setFound] = useState<TalkTimes>();
  const { start, busy, problem } = useOnce(async () => setFound(await findTimes(talk.id, guest?.person.id)));
  if (!guest && talk.people.length < leastInGroup)
    return <p className={styles.text}>{t('times.few', { least: leastInGroup })}</p>;
  return (
    <div className={styles.stack}>
      {!found && (
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void start()}>
          {t(busy ? 'times.looking' : 'times.find')}
        </Button>
      )}
      {problem && <FormProblem problem={problem} />}
      {found && <Found talk={talk} found={found} {...of(guest)} />}
    </div>
  );
}

function Found({ talk, guest, found }: TimesProps & { readonly found: TalkTimes }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  if (found.problem) return <Notice intent="warning">{t(`times.${found.problem}`)}</Notice>;
  if (found.times.length === 0) return <Notice intent="warning">{t('times.none')}</Notice>;
  const isForAll = found.times.every(({ missing }) => missing === 0);
  return (
    <>
      <p className={styles.text}>{t(guest ? 'times.alone' : isForAll ? 'times.all' : 'times.best')}</p>
      <ul className={styles.times}>
        {found.times.map((time) => (
          <Time key={time.start} talk={talk} time={time} {...of(guest)} />
        ))}
      </ul>
      {found.unseen > 0 && <p className={styles.text}>{t('times.unseen', { count: found.unseen })}</p>}
    </>
  );
}

function Time({ talk, guest, time }: TimesProps & { readonly time: TalkTimes['times'][number] }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment(talk.zone);
  const queries = useQueryClient();
  const { start, busy, problem } = useOnce(async () => {
    await bookTime(talk.id, time.start, guest?.person.id);
    await queries.invalidateQueries({ queryKey: ['talks', talk.id] });
    tell(t('times.booked'));
  });
  return (
    <li>
      <Button className={styles.time} disabledFocusable={busy} onClick={() => void start()}>
        <span>
          {t('times.book', { moment: write(time.start) })}
          {time.missing > 0 && <span className={styles.missing}>{t('times.missing', { count: time.missing })}</span>}
        </span>
      </Button>
      {problem && <FormProblem problem={problem} />}
    </li>
  );
}

function Booked({
  talk,
  guest,
  booking,
}: TimesProps & { readonly booking: NonNullable<TalkPage['booking']> }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const write = useMoment(talk.zone);
  const queries = useQueryClient();
  const cancel = async (): Promise<void> => {
    await unbook(talk.id, guest?.person.id);
    await queries.invalidateQueries({ queryKey: ['talks', talk.id] });
  };
  return (
    <div className={styles.stack}>
      <strong>{write(booking.start)}</strong>
      {booking.joinUrl !== undefined && <TextLink to={booking.joinUrl}>{t('times.join')}</TextLink>}
      <Confirm
        title={t('times.cancel')}
        text={t('times.cancel.text')}
        confirm={t('times.cancel')}
        onConfirm={cancel}
        trigger={<Button appearance="subtle">{t('times.cancel')}</Button>}
      />
    </div>
  );
}
