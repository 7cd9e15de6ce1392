/** The form of thanks: a beginning for whoever has no words yet, the words, a picture, and whether others may read it. */
import { useQueryClient } from '@tanstack/react-query';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { TickField } from '../../../ui/choices.tsx';
import { LongTextField } from '../../../ui/fields.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { Notice, tell } from '../../../ui/notice.tsx';
import { Receipt } from '../../people/receipt/components/receipt.tsx';
import { thank } from '../client.ts';
import { longestThanks, type PairThanks, type ThanksDraft } from '../model.ts';
import { openingsFor } from '../rules.ts';
import { say } from '../words.ts';
import { PictureField } from './picture.tsx';

const useStyles = makeStyles({
  openings: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalL}`,
    padding: 0,
    '& li': { listStyleType: 'none' },
  },
  quiet: { color: tokens.colorNeutralForeground2, margin: 0 },
});

interface SayItProps {
  readonly programmeId: string;
  readonly pairId: string;
  readonly known: PairThanks;
  readonly queryKey: readonly string[];
}

export function SayIt({ programmeId, pairId, known: { partner: name, moment }, queryKey }: SayItProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const draft = useDraft<ThanksDraft>(`thanks-${pairId}`, { text: '', show: false });
  const send = async (): Promise<void> => {
    await thank(programmeId, pairId, draft.value);
    await queries.invalidateQueries({ queryKey });
    tell(t('sent.title', { name }), { intent: 'success' });
  };
  return (
    <>
      {moment && <Notice intent="info">{t(`moment.${moment}`)}</Notice>}
      <Form draft={draft} submit={t('send')} onSubmit={send}>
        <LongTextField
          name="text"
          label={t('text')}
          hint={t('text.hint')}
          required
          most={longestThanks}
          value={draft.value.text}
          onChange={(text) => draft.set({ text })}
        />
        {draft.value.text === '' && <Openings {...{ moment, pick: (text) => draft.set({ text }) }} />}
        <PictureField value={draft.value.picture} onChange={(picture) => draft.set({ picture })} />
        <TickField
          name="show"
          label={t('public', { name })}
          value={draft.value.show}
          onChange={(show) => draft.set({ show })}
        />
      </Form>
      <Receipt of="thanks" />
    </>
  );
}

interface OpeningsProps {
  readonly moment: PairThanks['moment'];
  pick(this: void, text: string): void;
}

function Openings({ moment, pick }: OpeningsProps): ReactNode {
  const t = useSay(say);
  const styles = useStyles();
  const take = (opening: string): void => {
    pick(opening.replace(/\s?…$/u, ' '));
    document.querySelector<HTMLTextAreaElement>('textarea[name="text"]')?.focus();
  };
  return (
    <div>
      <p className={styles.quiet}>{t('openings.title')}</p>
      <ul className={styles.openings}>
        {openingsFor(moment).map((one) => {
          const opening = t(`opening.${one}`);
          return (
            <li key={one}>
              <Button size="small" aria-label={t('opening.pick', { opening })} onClick={() => take(opening)}>
                {opening}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
