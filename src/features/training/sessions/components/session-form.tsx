/** What a session is, for whom, when and where; times are those of the programme's zone. */
import { useMemo, type ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { ChoiceField, TickField } from '../../../../ui/choices.tsx';
import { DateField, LongTextField, NumberField, TextField } from '../../../../ui/fields.tsx';
import { Form, useDraft, type Draft } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { instantOf } from '../../../meetings/times/model.ts';
import { ownName } from '../../../surveys/audience/rules.ts';
import { audiences, kinds, lengths, longest, seatsOfSession, type SessionDraft } from '../model.ts';
import { say } from '../words.ts';

type Typed = Omit<SessionDraft, 'start' | 'minutes' | 'seats'> & {
  readonly date: string;
  readonly time: string;
  readonly length: string;
  readonly seats: number | undefined;
};

interface SessionFormProps {
  readonly draftKey: string;
  readonly of: { readonly language: Language; readonly zone: string; readonly today: string };
  readonly known?: SessionDraft;
  readonly submit: string;
  onSave(this: void, draft: SessionDraft): Promise<void>;
}

export function SessionForm({ draftKey, of, known, submit, onSave }: SessionFormProps): ReactNode {
  const initial = useMemo(() => typedOf(of, known), [of, known]);
  const draft = useDraft<Typed>(draftKey, initial);
  return (
    <Form draft={draft} submit={submit} onSubmit={() => onSave(draftOf(draft.value, of.zone))}>
      <What draft={draft} />
      <When draft={draft} today={of.today} />
      <Where draft={draft} />
      <Seats draft={draft} today={of.today} />
    </Form>
  );
}

function typedOf({ language, zone }: SessionFormProps['of'], known: SessionDraft | undefined): Typed {
  if (!known)
    return {
      ...{ kind: 'workshop', forWhom: 'both', title: '', about: '', language, date: '', time: '14:00', length: '90' },
      ...{ place: '', online: false, link: '', seats: 12, closesOn: '' },
    };
  const { start, minutes, kind, forWhom, title, about, place, online, link, seats, closesOn } = known;
  const [date = '', time = ''] = new Date(start).toLocaleString('sv-SE', { timeZone: zone }).split(' ');
  return {
    ...{ kind, forWhom, title, about, language: known.language, place, online, link, seats, closesOn },
    ...{ date, time: time.slice(0, 5), length: String(minutes) },
  };
}

/** What is missing is sent as it is, so that the server's sentence stands beside the field. */
function draftOf({ date, time, length, seats, ...typed }: Typed, zone: string): SessionDraft {
  const forWhom = typed.kind === 'supervision' ? 'mentors' : typed.forWhom;
  return {
    ...{ ...typed, forWhom, seats: seats as number, start: instantOf(date, time, zone) },
    minutes: Number(length) as SessionDraft['minutes'],
  };
}

interface PartProps {
  readonly draft: Draft<Typed>;
}

function What({ draft: { value, set } }: PartProps): ReactNode {
  const t = useSay(say);
  const reader = useLanguage();
  return (
    <>
      <ChoiceField
        name="kind"
        label={t('field.kind')}
        required
        value={value.kind}
        onChange={(kind) => kind && set({ kind })}
        choices={kinds.map((one) => ({ value: one, label: t(`kind.${one}`), hint: t(`kind.${one}.hint`) }))}
      />
      {value.kind === 'workshop' && (
        <ChoiceField
          name="forWhom"
          label={t('field.forWhom')}
          required
          value={value.forWhom}
          onChange={(forWhom) => forWhom && set({ forWhom })}
          choices={audiences.map((one) => ({ value: one, label: t(`forWhom.${one}`) }))}
        />
      )}
      <TextField
        name="title"
        label={t('field.title')}
        hint={t('field.title.hint')}
        required
        most={longest.title}
        value={value.title}
        onChange={(title) => set({ title })}
      />
      <LongTextField
        name="about"
        label={t('field.about')}
        hint={t('field.about.hint')}
        required
        most={longest.about}
        value={value.about}
        onChange={(about) => set({ about })}
      />
      <ChoiceField
        name="language"
        label={t('field.language')}
        hint={t('field.language.hint')}
        required
        value={value.language}
        onChange={(language) => language && set({ language })}
        choices={languages.map((one) => ({ value: one, label: ownName(one, reader) }))}
      />
    </>
  );
}

function When({ draft: { value, set }, today }: PartProps & { readonly today: string }): ReactNode {
  const t = useSay(say);
  return (
    <>
      <DateField
        name="start"
        label={t('field.date')}
        required
        least={today}
        value={value.date}
        onChange={(date) => set({ date })}
      />
      <TextField
        name="time"
        label={t('field.time')}
        type="time"
        required
        value={value.time}
        onChange={(time) => set({ time })}
      />
      <ChoiceField
        name="minutes"
        label={t('field.length')}
        required
        value={value.length}
        onChange={(length) => length && set({ length })}
        choices={lengths.map((one) => ({ value: String(one), label: t('minutes', { minutes: one }) }))}
      />
    </>
  );
}

function Where({ draft: { value, set } }: PartProps): ReactNode {
  const t = useSay(say);
  return (
    <>
      <TextField
        name="place"
        label={t('field.place')}
        hint={t('field.place.hint')}
        most={longest.place}
        value={value.place}
        onChange={(place) => set({ place })}
      />
      <TickField name="online" label={t('field.online')} value={value.online} onChange={(online) => set({ online })} />
      {value.online && (
        <TextField
          name="link"
          label={t('field.link')}
          hint={t('field.link.hint')}
          type="url"
          most={longest.link}
          value={value.link}
          onChange={(link) => set({ link })}
        />
      )}
    </>
  );
}

function Seats({ draft: { value, set }, today }: PartProps & { readonly today: string }): ReactNode {
  const t = useSay(say);
  return (
    <>
      <NumberField
        name="seats"
        label={t('field.seats')}
        hint={t('field.seats.hint')}
        required
        least={seatsOfSession.least}
        most={seatsOfSession.most}
        value={value.seats}
        onChange={(seats) => set({ seats })}
      />
      <DateField
        name="closesOn"
        label={t('field.closesOn')}
        hint={t('field.closesOn.hint')}
        required
        least={today}
        {...(value.date === '' ? {} : { most: value.date })}
        value={value.closesOn}
        onChange={(closesOn) => set({ closesOn })}
      />
    </>
  );
}
