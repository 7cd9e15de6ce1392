/** One nomination for one juror: the words, a word for each criterion, and then what the others said. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { Confirm } from '../../../../ui/confirm.tsx';
import { LongTextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Receipt } from '../../../people/receipt/components/receipt.tsx';
import { declareNear, judge, type EventPlace } from '../client.ts';
import { shows, type JudgementDraft, type JuryPage, type ToJudge as Nomination } from '../judging/model.ts';
import { longest } from '../model.ts';
import { say } from '../words.ts';
import { useCriterion } from './criterion.ts';
import { Judgements } from './judgements.tsx';
import { Voice } from './voices.tsx';

interface ToJudgeProps {
  readonly at: EventPlace;
  readonly page: JuryPage;
  readonly one: Nomination;
}

export function ToJudge({ at, page, one }: ToJudgeProps): ReactNode {
  const t = useSay(say);
  return (
    <Section title={t(`kind.${one.kind}`, { names: one.names.join(' · ') })}>
      {one.voices.map((voice, place) => (
        <Voice key={place} of={voice} criteria={page.criteria} />
      ))}
      {one.mine ? <Given page={page} one={one} mine={one.mine} /> : <JudgementForm at={at} page={page} one={one} />}
    </Section>
  );
}

function Given({ page, one, mine }: Omit<ToJudgeProps, 'at'> & { readonly mine: JudgementDraft }): ReactNode {
  const t = useSay(say);
  const others = one.others ?? [];
  return (
    <>
      <h3>{t('judge.given')}</h3>
      <Judgements of={[{ ...mine, name: t('judge.mine') }, ...others]} criteria={page.criteria} />
      {others.length === 0 && <p>{t('judge.first')}</p>}
    </>
  );
}

function JudgementForm({ at, page, one }: ToJudgeProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const nameOf = useCriterion(page.criteria);
  const initial = useMemo<JudgementDraft>(() => ({ scores: {}, comment: '' }), []);
  const draft = useDraft<JudgementDraft>(`judge-${at.eventId}-${one.id}`, initial);
  const { scores, comment } = draft.value;
  const keep = (next: JuryPage): void => queries.setQueryData(['jury', at.programmeId, at.eventId], next) as undefined;
  const send = async (): Promise<void> => {
    keep(await judge(at, one.id, { scores, comment }));
    tell(t('judge.done'));
  };
  const sayNear = async (): Promise<void> => {
    keep(await declareNear(at, one.id));
    tell(t('near.done'));
  };
  const near = (
    <Confirm
      {...{ title: t('near.title'), text: t('near.text'), confirm: t('near.do') }}
      trigger={<Button appearance="subtle">{t('near.do')}</Button>}
      onConfirm={sayNear}
    />
  );
  return (
    <Form draft={draft} submit={t('judge.do')} onSubmit={send} actions={near}>
      {page.criteria.map(({ id }) => (
        <ChoiceField
          key={id}
          {...{ name: `scores.${id}`, label: nameOf(id), required: true, value: scores[id] }}
          choices={shows.map((value) => ({ value, label: t(`shows.${value}`) }))}
          onChange={(value) => value && draft.set({ scores: { ...scores, [id]: value } })}
        />
      ))}
      <LongTextField
        {...{ name: 'comment', label: t('judge.comment'), hint: t('judge.comment.hint'), most: longest.comment }}
        value={comment}
        onChange={(next) => draft.set({ comment: next })}
      />
      <p>{t('judge.once')}</p>
      <Receipt of="judgement" />
    </Form>
  );
}
