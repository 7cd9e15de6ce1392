/** What an event is, when and where, for what people can be nominated, and who is on the jury; times are those of the programme's zone. */
import { useMemo, type ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { ChoiceField, ChoicesField, TickField } from '../../../../ui/choices.tsx';
import { DateField, NumberField, TextField } from '../../../../ui/fields.tsx';
import { Form, useDraft, useFieldProblem, type Draft } from '../../../../ui/form.tsx';
import { FieldProblem } from '../../../../ui/frame.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { instantOf } from '../../../meetings/times/model.ts';
import { PersonField } from '../../../people/components/person-field.tsx';
import type { PersonCard } from '../../../people/model.ts';
import { ownName } from '../../../surveys/audience/rules.ts';
import { catalogue, lengths, longest, most, type EventDraft } from '../model.ts';
import { say } from '../words.ts';

type Typed = Omit<EventDraft, 'start' | 'minutes' | 'mentors' | 'mentees' | 'jurors' | 'ownCriteria'> & {
  readonly date: string;
  readonly time: string;
  readonly length: string;
  readonly mentors: number | undefined;
  readonly mentees: number | undefined;
  readonly jurors: readonly PersonCard[];
  readonly own: readonly string[];
};

interface EventFormProps {
  readonly draftKey: string;
  readonly of: { readonly language: Language; readonly zone: string; readonly today: string };
  readonly known?: EventDraft & { readonly people: readonly PersonCard[]; readonly isOpen: boolean };
  readonly submit: string;
  onSave(this: void, draft: EventDraft): Promise<void>;
}

export function EventForm({ draftKey, of, known, submit, onSave }: EventFormProps): ReactNode {
  const initial = useMemo(() => typedOf(of, known), [of, known]);
  const draft = useDraft<Typed>(draftKey, initial);
  return (
    <Form draft={draft} submit={submit} onSubmit={() => onSave(draftOf(draft.value, of.zone))}>
      <When draft={draft} today={of.today} />
      <Where draft={draft} />
      {!known?.isOpen && <ForWhat draft={draft} />}
      <HowMany draft={draft} today={of.today} />
      <Jury draft={draft} />
    </Form>
  );
}

function typedOf({ language, zone }: EventFormProps['of'], known: EventFormProps['known']): Typed {
  if (!known)
    return {
      ...{ title: '', language, date: '', time: '14:00', length: '90', place: '', online: false, link: '' },
      ...{ closesOn: '', criteria: ['doors', 'listened', 'learnt'], own: ['', ''], mentors: 3, mentees: 3, jurors: [] },
    };
  const { title, start, minutes, place, online, link, closesOn, criteria, ownCriteria, mentors, mentees } = known;
  const [date = '', time = ''] = new Date(start).toLocaleString('sv-SE', { timeZone: zone }).split(' ');
  return {
    ...{ title, language: known.language, place, online, link, closesOn, criteria, mentors, mentees },
    ...{ date, time: time.slice(0, 5), length: String(minutes), jurors: known.people },
    own: [...ownCriteria, '', ''].slice(0, most.own),
  };
}

/** What is missing is sent as it is, so that the server's sentence stands beside the field. */
function draftOf({ date, time, length, own, jurors, mentors, mentees, ...typed }: Typed, zone: string): EventDraft {
  return {
    ...{ ...typed, start: instantOf(date, time, zone), minutes: Number(length) as EventDraft['minutes'] },
    ...{ mentors: mentors as number, mentees: mentees as number, jurors: jurors.map(({ id }) => id) },
    ownCriteria: own.map((one) => one.trim()).filter((one) => one !== ''),
  };
}

interface PartProps {
  readonly draft: Draft<Typed>;
}

function When({ draft: { value, set }, today }: PartProps & { readonly today: string }): ReactNode {
  const t = useSay(say);
  return (
    <>
      <TextField
        {...{ name: 'title', label: t('field.title'), hint: t('field.title.hint'), required: true }}
        most={longest.title}
        value={value.title}
        onChange={(title) => set({ title })}
      />
      <DateField
        {...{ name: 'start', label: t('field.date'), required: true, least: today, value: value.date }}
        onChange={(date) => set({ date })}
      />
      <TextField
        {...{ name: 'time', label: t('field.time'), type: 'time', required: true, value: value.time }}
        onChange={(time) => set({ time })}
      />
      <ChoiceField
        {...{ name: 'minutes', label: t('field.length'), required: true, value: value.length }}
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
        {...{ name: 'place', label: t('field.place'), hint: t('field.place.hint'), most: longest.place }}
        value={value.place}
        onChange={(place) => set({ place })}
      />
      <TickField name="online" label={t('field.online')} value={value.online} onChange={(online) => set({ online })} />
      {value.online && (
        <TextField
          {...{ name: 'link', label: t('field.link'), hint: t('field.link.hint'), type: 'url', most: longest.link }}
          value={value.link}
          onChange={(link) => set({ link })}
        />
      )}
    </>
  );
}

function ForWhat({ draft: { value, set } }: PartProps): ReactNode {
  const t = useSay(say);
  const reader = useLanguage();
  return (
    <>
      <ChoicesField
        {...{ name: 'criteria', label: t('field.criteria'), hint: t('field.criteria.hint'), value: value.criteria }}
        onChange={(criteria) => set({ criteria: [...criteria] })}
        choices={catalogue.map((one) => ({ value: one, label: t(`criterion.${one}`) }))}
      />
      {value.own.map((text, at) => (
        <TextField
          key={at}
          {...{ name: `ownCriteria.${at}`, label: t('field.own', { number: at + 1 }), most: longest.own, value: text }}
          {...(at === 0 ? { hint: t('field.own.hint') } : {})}
          onChange={(own) => set({ own: value.own.map((other, place) => (place === at ? own : other)) })}
        />
      ))}
      <ChoiceField
        {...{ name: 'language', label: t('field.language'), hint: t('field.language.hint'), required: true }}
        value={value.language}
        onChange={(language) => language && set({ language })}
        choices={languages.map((one) => ({ value: one, label: ownName(one, reader) }))}
      />
    </>
  );
}

function HowMany({ draft: { value, set }, today }: PartProps & { readonly today: string }): ReactNode {
  const t = useSay(say);
  return (
    <>
      <DateField
        {...{ name: 'closesOn', label: t('field.closesOn'), hint: t('field.closesOn.hint'), required: true }}
        least={value.closesOn !== '' && value.closesOn < today ? value.closesOn : today}
        value={value.closesOn}
        onChange={(closesOn) => set({ closesOn })}
      />
      <NumberField
        {...{ name: 'mentors', label: t('field.mentors'), hint: t('field.mentors.hint'), required: true }}
        {...{ least: 0, most: most.honoured, value: value.mentors }}
        onChange={(mentors) => set({ mentors })}
      />
      <NumberField
        {...{ name: 'mentees', label: t('field.mentees'), required: true, least: 0, most: most.honoured }}
        value={value.mentees}
        onChange={(mentees) => set({ mentees })}
      />
    </>
  );
}

function Jury({ draft: { value, set } }: PartProps): ReactNode {
  const t = useSay(say);
  const [problem, touched] = useFieldProblem('jurors');
  return (
    <div data-invalid={problem !== undefined}>
      <PersonField
        {...{ name: 'jurors', label: t('field.jurors'), hint: t('field.jurors.hint'), most: most.jurors }}
        chosen={value.jurors}
        onChange={(jurors) => {
          touched();
          set({ jurors });
        }}
      />
      {problem !== undefined && <FieldProblem>{problem}</FieldProblem>}
    </div>
  );
}
