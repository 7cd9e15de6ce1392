/** What somebody reads about themselves or their pair before anybody else does: the words, and a yes or a no in private. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Receipt } from '../../../people/receipt/components/receipt.tsx';
import { answerNomination, takeWordsOut, type EventPlace } from '../client.ts';
import type { MyEvent } from '../honours/model.ts';
import type { AboutMe } from '../nominating/model.ts';
import { say } from '../words.ts';
import { Voice } from './voices.tsx';

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  text: { margin: `0 0 ${tokens.spacingVerticalM}`, maxWidth: '64ch' },
});

interface AboutProps {
  readonly at: EventPlace;
  readonly event: MyEvent;
  readonly of: AboutMe;
}

/** What was answered is shown at once, and the list of events is fetched anew. */
export function useMineKept({ programmeId, eventId }: EventPlace): (next: MyEvent) => Promise<void> {
  const queries = useQueryClient();
  return async (next) => {
    queries.setQueryData(['my-event', programmeId, eventId], next);
    await queries.invalidateQueries({ queryKey: ['my-events'] });
  };
}

export function About({ at, event, of: one }: AboutProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const keep = useMineKept(at);
  const about = one.kind === 'pair' ? 'pair' : one.isMe ? 'me' : 'partner';
  const values = { name: one.names.join(' · '), title: event.title, programme: event.programmeName };
  const isLive = event.phase !== 'cancelled' && event.phase !== 'held';
  const takeOut = async (place: number): Promise<void> => {
    await keep(await takeWordsOut(at, one.id, place));
    tell(t('words.out.done'));
  };
  return (
    <Section title={t(`asked.${about}`, values)}>
      <p className={styles.text}>{t(`asked.${about}.text`, values)}</p>
      {one.voices.map((voice) => (
        <Voice key={voice.place} of={voice} criteria={event.criteria}>
          {!voice.isOut && (
            <Confirm
              {...{ title: t('words.out.title'), text: t('words.out.text'), confirm: t('words.out') }}
              trigger={<Button appearance="subtle">{t('words.out')}</Button>}
              onConfirm={() => takeOut(voice.place)}
            />
          )}
        </Voice>
      ))}
      {isLive && <Answer at={at} event={event} of={one} />}
      <Receipt of="nomination-answer" />
    </Section>
  );
}

function Answer({ at, event, of: one }: AboutProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const keep = useMineKept(at);
  const write = useMoment(event.zone);
  const answer = async (said: 'yes' | 'no'): Promise<void> => {
    await keep(await answerNomination(at, one.id, { said, upTo: one.upTo }));
    tell(t(`answered.${said}`));
  };
  const yes = useOnce(() => answer('yes'));
  const no = useOnce(() => answer('no'));
  const problem = yes.problem ?? no.problem;
  const mayAgree = event.phase === 'nominating' || event.phase === 'answering';
  const isOpen = one.mine === undefined || one.isNew;
  return (
    <>
      {one.isNew && <Notice>{t('about.new')}</Notice>}
      <p className={styles.text}>
        {one.mine !== undefined && !one.isNew
          ? t(`about.said.${one.mine.said}`, { day: write(one.mine.at, 'day') })
          : mayAgree
            ? t('asked.question', { day: write(event.juryAt - 1, 'day') })
            : t('answered.late.text')}
      </p>
      <p className={styles.text}>{t('asked.private')}</p>
      {problem && <FormProblem problem={problem} />}
      <div className={styles.foot}>
        {mayAgree && (isOpen || one.mine?.said === 'no') && (
          <Button appearance="primary" disabledFocusable={yes.busy} onClick={() => void yes.start()}>
            {t('asked.yes')}
          </Button>
        )}
        {one.mine?.said !== 'no' && (
          <Button disabledFocusable={no.busy} onClick={() => void no.start()}>
            {t('asked.no')}
          </Button>
        )}
      </div>
    </>
  );
}
