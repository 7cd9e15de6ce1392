/** What was agreed: who, what, until when, done; from last time first. Either of the two ticks it off. */
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ChoiceField, TickField } from '../../../../ui/choices.tsx';
import { DateField, LongTextField } from '../../../../ui/fields.tsx';
import { Form, FormProblem, useDraft, useOnce } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { useMoment } from '../../../../ui/moment.tsx';
import { Section } from '../../../../ui/page.tsx';
import { addAgreed, takeBackAgreed, tickAgreed } from '../client.ts';
import { doers, longestPoint, type AgreedView, type Doer } from '../model.ts';
import { say } from '../words.ts';
import { TakeBack, useLineStyles, type NotesProps } from './lines.tsx';

export function AgreedSection(props: NotesProps): ReactNode {
  const t = useSay(say);
  const lines = useLineStyles();
  const { agreed, open } = props.found;
  return (
    <Section title={t('agreed.title')}>
      {agreed.length === 0 ? (
        <p className={lines.quiet}>{t('agreed.none')}</p>
      ) : (
        <ul className={lines.list}>
          {agreed.map((one) => (
            <Line key={one.id} {...props} one={one} />
          ))}
        </ul>
      )}
      {open && <Agree {...props} />}
    </Section>
  );
}

function Line({ at, found, queryKey, one }: NotesProps & { readonly one: AgreedView }): ReactNode {
  const t = useSay(say);
  const lines = useLineStyles();
  const sayDay = useMoment('UTC');
  const queries = useQueryClient();
  const tick = useOnce(async () => {
    await tickAgreed(at, one.id, !one.done);
    await queries.invalidateQueries({ queryKey });
  });
  const { name } = found.partner;
  const about = [
    t(`agreed.who.${one.who}`, { name }),
    ...(one.until === undefined ? [] : [t('agreed.until', { date: sayDay(Date.parse(one.until), 'day') })]),
    ...(one.before ? [t('agreed.before')] : []),
  ].join(' · ');
  return (
    <li className={lines.line}>
      <span className={lines.text}>
        {found.open ? (
          <TickField name={one.id} label={one.text} value={one.done} onChange={() => void tick.start()} />
        ) : (
          one.text
        )}
        <span className={lines.who}>{about}</span>
      </span>
      {one.mine && found.open && (
        <TakeBack text={one.text} queryKey={queryKey} takeBack={() => takeBackAgreed(at, one.id)} />
      )}
      {tick.problem && <FormProblem problem={tick.problem} />}
    </li>
  );
}

function Agree({ at, found, queryKey }: NotesProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const draft = useDraft<{ text: string; who: Doer; until: string }>(`meeting-agreed-${at.meetingId}`, {
    ...{ text: '', who: 'me', until: '' },
  });
  const { value } = draft;
  const keep = async (): Promise<void> => {
    await addAgreed(at, {
      text: value.text,
      who: value.who,
      ...(value.until === '' ? {} : { until: value.until }),
    });
    await queries.invalidateQueries({ queryKey });
  };
  return (
    <Form draft={draft} submit={t('agreed.save')} onSubmit={keep}>
      <LongTextField
        name="text"
        label={t('agreed.add')}
        required
        most={longestPoint}
        value={value.text}
        onChange={(text) => draft.set({ text })}
      />
      <ChoiceField
        name="who"
        label={t('agreed.who')}
        required
        value={value.who}
        onChange={(who) => draft.set({ who: doers.find((one) => one === who) ?? 'me' })}
        choices={doers.map((one) => ({ value: one, label: t(`agreed.who.${one}`, { name: found.partner.name }) }))}
      />
      <DateField name="until" label={t('agreed.by')} value={value.until} onChange={(until) => draft.set({ until })} />
    </Form>
  );
}
