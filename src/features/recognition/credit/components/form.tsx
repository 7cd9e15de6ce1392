/** Thanks from the programme: to whom, the words, a picture, and what the organisation gives with it. */
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { LongTextField, TextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Notice, tell } from '../../../../ui/notice.tsx';
import { PersonField } from '../../../people/components/person-field.tsx';
import type { PersonCard } from '../../../people/model.ts';
import { PictureField } from '../../components/picture.tsx';
import { longestThanks } from '../../model.ts';
import type { PictureName } from '../../pictures/model.ts';
import { giveCredit } from '../client.ts';
import {
  giftKinds,
  groups,
  longestGift,
  type CreditDraft,
  type CreditPage,
  type GiftKind,
  type Group,
} from '../model.ts';
import { say } from '../words.ts';

interface Typed {
  readonly to: 'person' | Group;
  readonly text: string;
  readonly picture: PictureName | 'none';
  readonly gift: GiftKind | 'none';
  readonly what: string;
}

interface CreditFormProps {
  readonly programmeId: string;
  readonly page: CreditPage;
}

export function CreditForm({ programmeId, page }: CreditFormProps): ReactNode {
  const t = useSay(say);
  const momentText = useMoment();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<readonly PersonCard[]>([]);
  const isLate = page.groupsFrom !== undefined;
  const first = page.as === 'coordinator' ? 'person' : 'mentors';
  const empty: Typed = { to: first, text: '', picture: 'none', gift: 'none', what: '' };
  const draft = useDraft<Typed>(`credit-${programmeId}`, empty);
  const { to, text, picture, gift, what } = draft.value;
  const send = async (): Promise<void> => {
    await giveCredit(programmeId, draftOf(draft.value, chosen[0]?.id ?? ''));
    setChosen([]);
    await queries.invalidateQueries({ queryKey: ['credits', programmeId] });
    tell(t('sent'), { intent: 'success' });
  };
  const kinds = [...(page.as === 'coordinator' ? (['person'] as const) : []), ...(isLate ? [] : groups)];
  return (
    <>
      {page.groupsFrom !== undefined && (
        <Notice>{t('groups.later', { day: momentText(page.groupsFrom, 'day') })}</Notice>
      )}
      {kinds.length > 0 && (
        <Form draft={draft} submit={t('send')} onSubmit={send}>
          <ChoiceField
            name="to"
            label={t('to')}
            required
            choices={kinds.map((value) => ({ value, label: t(`to.${value}`) }))}
            value={kinds.includes(to) ? to : undefined}
            onChange={(value) => draft.set({ to: value ?? first })}
          />
          {to === 'person' && page.as === 'coordinator' && (
            <PersonField
              {...{ name: 'person', label: t('to.who'), hint: t('to.who.hint'), most: 1, chosen }}
              onChange={setChosen}
            />
          )}
          <LongTextField
            {...{ name: 'text', label: t('text'), hint: t('text.hint'), required: true, most: longestThanks }}
            value={text}
            onChange={(next) => draft.set({ text: next })}
          />
          <PictureField
            value={picture === 'none' ? undefined : picture}
            onChange={(name) => draft.set({ picture: name ?? 'none' })}
          />
          <ChoiceField
            name="gift"
            label={t('gift')}
            choices={(['none', ...giftKinds] as const).map((value) => ({ value, label: t(`gift.${value}`) }))}
            value={gift}
            onChange={(value) => draft.set({ gift: value ?? 'none' })}
          />
          {gift !== 'none' && (
            <TextField
              {...{
                name: 'gift.what',
                label: t('gift.what'),
                hint: t('gift.what.hint'),
                required: true,
                most: longestGift,
              }}
              value={what}
              onChange={(next) => draft.set({ what: next })}
            />
          )}
        </Form>
      )}
    </>
  );
}

function draftOf({ to, text, picture, gift, what }: Typed, personId: string): CreditDraft {
  return {
    to: to === 'person' ? { kind: 'person', personId } : { kind: 'group', group: to },
    text,
    ...(picture === 'none' ? {} : { picture }),
    ...(gift === 'none' ? {} : { gift: { kind: gift, what } }),
  };
}
