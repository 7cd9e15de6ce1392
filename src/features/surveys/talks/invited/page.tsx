import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { TickField } from '../../../../ui/choices.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { FormProblem, useOnce } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { Page, Section } from '../../../../ui/page.tsx';
import { ownName } from '../../components/sayings.ts';
import { answerTalk, findInvitation } from '../client.ts';
import type { InvitationPage, TalkAnswer } from '../model.ts';
import { restDays } from '../rules.ts';
import { say } from '../words.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(90px, max-content) 1fr',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    margin: 0,
    '& dt': { fontWeight: tokens.fontWeightSemibold },
    '& dd': { margin: 0 },
  },
  kept: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, lineHeight: '1.6', maxWidth: '64ch' },
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** For whoever is asked: what it is for, who will be there, what is kept; yes, no, not now; and taking a yes back. */
export default function TalkInvitationPage({ talkId }: { readonly talkId: string }): ReactNode {
  const t = useSay(say);
  const found = useQuery({ queryKey: ['talk-invitation', talkId], queryFn: () => findInvitation(talkId) });
  const one = found.data;
  return (
    <Page
      title={t(`card.title.${one?.form ?? 'individual'}`)}
      lead={one && t(`card.for.${one.purpose}`)}
      back={{ to: '/', label: t('invited.home') }}
      narrow
    >
      <Loaded of={found}>{(invitation) => <Invitation one={invitation} />}</Loaded>
    </Page>
  );
}

function Invitation({ one }: { readonly one: InvitationPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const reader = useLanguage();
  const write = useMoment(one.zone);
  const { byName: name, size, minutes, form, booking } = one;
  if (one.state === 'over') return <Notice title={t('said.over')}>{t('said.over.text')}</Notice>;
  return (
    <>
      <Section>
        <dl className={styles.facts}>
          <dt>{t('card.who')}</dt>
          <dd>{t(`card.who.${form}`, { name, size })}</dd>
          <dt>{t('card.long')}</dt>
          <dd>{t('card.minutes', { minutes })}</dd>
          <dt>{t('card.when')}</dt>
          <dd>
            {booking
              ? write(booking.start)
              : t('card.from', { day: write(Date.parse(`${one.from}T12:00:00Z`), 'day') })}
          </dd>
          <dt>{t('card.in')}</dt>
          <dd>{ownName(one.language, reader)}</dd>
        </dl>
      </Section>
      <Section title={t('card.kept')}>
        <ul className={styles.kept}>
          <li>{t('card.kept.notes')}</li>
          <li>{t('card.kept.who', { day: write(one.closesBy, 'day') })}</li>
          <li>{t('card.kept.asked', { days: restDays })}</li>
          <li>{t('card.free')}</li>
        </ul>
      </Section>
      <Answer one={one} />
    </>
  );
}

function Answer({ one }: { readonly one: InvitationPage }): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const queries = useQueryClient();
  const [quote, setQuote] = useState(one.mayQuote);
  const [isFull, setFull] = useState(false);
  const answer = async (said: TalkAnswer): Promise<void> => {
    setFull((await answerTalk(one.id, said, quote)).outcome === 'full');
    await queries.invalidateQueries({ queryKey: ['talk-invitation', one.id] });
  };
  const isAsked = one.state === 'asked';
  return (
    <Section title={t(isAsked ? 'invited.question' : `said.${one.state as 'yes'}`)}>
      <div className={styles.stack}>
        {!isAsked && <output>{t(`said.${one.state as 'yes'}.text`)}</output>}
        {isFull && <Notice title={t('said.full')}>{t('said.full.text')}</Notice>}
        {one.state === 'yes' ? (
          <div>
            <Confirm
              title={t('invited.back')}
              text={t('invited.back.text')}
              confirm={t('card.say.withdraw')}
              onConfirm={() => answer('withdraw')}
              trigger={<Button>{t('card.say.withdraw')}</Button>}
            />
          </div>
        ) : (
          <>
            <TickField name="quote" label={t('card.quote')} value={quote} onChange={setQuote} />
            <div className={styles.foot}>
              {(isAsked ? (['yes', 'not-now', 'no'] as const) : (['yes'] as const)).map((what) => (
                <AnswerButton key={what} what={what} onPress={() => answer(what)} />
              ))}
            </div>
          </>
        )}
      </div>
    </Section>
  );
}

interface AnswerButtonProps {
  readonly what: 'yes' | 'no' | 'not-now';
  onPress(this: void): Promise<void>;
}

function AnswerButton({ what, onPress }: AnswerButtonProps): ReactNode {
  const t = useSay(say);
  const { start, busy, problem } = useOnce(onPress);
  return (
    <>
      <Button
        appearance={what === 'yes' ? 'primary' : 'secondary'}
        disabledFocusable={busy}
        onClick={() => void start()}
      >
        {t(`card.say.${what}`)}
      </Button>
      {problem && <FormProblem problem={problem} />}
    </>
  );
}
