/** For whoever takes part: what a session is, a seat with one press, and afterwards three questions. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { Receipt } from '../../../people/receipt/components/receipt.tsx';
import { findMySession, joinSession, leaveSession, type SessionPlace } from '../client.ts';
import { Facts } from '../components/facts.tsx';
import type { MySession } from '../model.ts';
import { say } from '../words.ts';

const FeedbackForm = lazy(async () => ({ default: (await import('../components/feedback-form.tsx')).FeedbackForm }));

const useStyles = makeStyles({
  rules: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, lineHeight: '1.6', maxWidth: '64ch' },
  stack: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalM },
  text: { margin: 0, maxWidth: '64ch' },
});

export default function MySessionPage({ programmeId, sessionId }: SessionPlace): ReactNode {
  const t = useSay(say);
  const at = { programmeId, sessionId };
  const found = useQuery({ queryKey: ['my-session', programmeId, sessionId], queryFn: () => findMySession(at) });
  const one = found.data;
  return (
    <Page
      title={one?.title ?? t('one.title')}
      lead={one && t('mine.lead', { kind: t(`kind.${one.kind}`), programme: one.programmeName })}
      back={{ to: '/courses', label: t('mine.back') }}
      narrow
    >
      <Loaded of={found}>
        {(session) => (
          <>
            {session.feedback && (
              <Suspense>
                <FeedbackForm at={at} of={session.feedback} />
              </Suspense>
            )}
            <Section title={t('one.facts')}>
              <Facts of={session} />
            </Section>
            {session.kind === 'supervision' && !session.isCancelled && <Rules />}
            <Seat at={at} one={session} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Rules(): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  return (
    <Section title={t('rules.title')}>
      <ul className={styles.rules}>
        <li>{t('rule.stays')}</li>
        <li>{t('rule.names')}</li>
        <li>{t('rule.free')}</li>
        <li>{t('rule.notes')}</li>
      </ul>
    </Section>
  );
}

interface SeatProps {
  readonly at: SessionPlace;
  readonly one: MySession;
}

function Seat({ at, one }: SeatProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  if (one.isCancelled) return <Notice title={t('late.cancelled')}>{t('late.cancelled.text')}</Notice>;
  const isIn = one.mine?.state === 'in';
  if (one.hasBegun) return <Notice>{t(isIn ? 'mine.over.in' : 'mine.over')}</Notice>;
  return (
    <Section title={t(one.mine ? `seat.${one.mine.state}` : one.isClosed ? 'late.closed' : 'mine.join')}>
      <div className={styles.stack}>
        {one.mine ? <Held at={at} one={one} /> : <Free at={at} one={one} />}
        <p className={styles.text}>{t('seen')}</p>
      </div>
      <Receipt of="session" />
    </Section>
  );
}

function useFetchedAnew({ programmeId, sessionId }: SessionPlace): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries({ queryKey: ['my-session', programmeId, sessionId] });
    await queries.invalidateQueries({ queryKey: ['my-sessions'] });
  };
}

function Free({ at, one }: SeatProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const fetchAnew = useFetchedAnew(at);
  const write = useMoment(one.zone);
  const { start, busy, problem } = useOnce(async () => {
    const { state } = await joinSession(at);
    await fetchAnew();
    tell(t(`seat.${state}`));
  });
  if (one.isClosed) return <p className={styles.text}>{t('late.closed.text')}</p>;
  const isFull = one.left === 0;
  const isCircle = one.kind === 'supervision';
  return (
    <>
      <p className={styles.text}>
        {isFull ? t('mine.full') : t('mine.left', { count: one.left, moment: write(one.closesAt - 1) })}
      </p>
      {problem && <FormProblem problem={problem} />}
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void start()}>
        {t(isFull ? 'join.line' : isCircle ? 'join.agree' : 'join')}
      </Button>
    </>
  );
}

function Held({ at, one }: SeatProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const fetchAnew = useFetchedAnew(at);
  const isIn = one.mine?.state === 'in';
  return (
    <>
      <p className={styles.text}>{isIn ? t('mine.in.text') : t('mine.waiting.text', { before: one.before ?? 0 })}</p>
      <Confirm
        title={t(isIn ? 'leave.title' : 'leave.line.title')}
        text={t(isIn ? 'leave.text' : 'leave.line.text')}
        confirm={t(isIn ? 'leave' : 'leave.line')}
        trigger={<Button>{t(isIn ? 'leave' : 'leave.line')}</Button>}
        onConfirm={async () => {
          await leaveSession(at);
          await fetchAnew();
          tell(t('seat.left'));
        }}
      />
    </>
  );
}
