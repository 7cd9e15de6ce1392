/** A form with every kind of field. */
import { useState, type ReactNode } from 'react';
import { ChoiceField, ChoicesField, TickField } from '../../../src/ui/choices.tsx';
import { DateField, LongTextField, NumberField, TextField } from '../../../src/ui/fields.tsx';
import { Form, useDraft } from '../../../src/ui/form.tsx';
import { closeDialog } from '../../../src/ui/host.ts';
import { ask } from '../../../src/ui/http.ts';
import { Page, Section } from '../../../src/ui/page.tsx';
import { ScaleField } from '../../../src/ui/scale.tsx';

interface Answers {
  readonly title: string;
  readonly why: string;
  readonly hours: number | undefined;
  readonly from: string;
  readonly role: string | undefined;
  readonly site: string | undefined;
  readonly values: readonly string[];
  readonly agree: boolean;
  readonly rating: number | 'skipped' | undefined;
}

const empty: Answers = {
  title: '',
  why: '',
  hours: undefined,
  from: '',
  role: undefined,
  site: undefined,
  values: [],
  agree: false,
  rating: undefined,
};
const choices = (names: string): { value: string; label: string }[] =>
  names.split(' ').map((name) => ({ value: name.toLowerCase(), label: name }));

export default function FormPage(): ReactNode {
  const draft = useDraft<Answers>('gallery', empty);
  const [sent, setSent] = useState(0);
  const { value, set } = draft;
  const send = async (): Promise<void> => {
    await ask('POST', '/answers', value);
    setSent(sent + 1);
    closeDialog('sent');
  };
  return (
    <Page narrow title="Apply" lead="Five minutes. You can stop and go on later.">
      <Section title="About you">
        <Form draft={draft} submit="Send" onSubmit={send}>
          <TextField name="title" label="Title" required value={value.title} onChange={(title) => set({ title })} />
          <LongTextField
            name="why"
            label="Why now"
            hint="Two or three sentences are enough."
            most={200}
            value={value.why}
            onChange={(why) => set({ why })}
          />
          <NumberField name="hours" label="Hours" value={value.hours} onChange={(hours) => set({ hours })} />
          <DateField name="from" label="From" value={value.from} onChange={(from) => set({ from })} />
          <ChoiceField
            name="role"
            label="Role"
            required
            choices={[{ value: 'mentee', label: 'Mentee', hint: 'You learn from somebody.' }, ...choices('Mentor')]}
            value={value.role}
            onChange={(role) => set({ role })}
          />
          <ChoiceField
            name="site"
            label="Site"
            choices={choices('Gent Luik Brussel Antwerpen Namur Leuven Utrecht')}
            value={value.site}
            onChange={(site) => set({ site })}
          />
          <ChoicesField
            name="values"
            label="Values"
            most={2}
            choices={choices('Honesty Freedom Care Courage')}
            value={value.values}
            onChange={(values) => set({ values })}
          />
          <ScaleField
            name="rating"
            label="I can be open in our talks"
            low="not at all"
            high="completely"
            value={value.rating}
            onChange={(rating) => set({ rating })}
          />
          <TickField name="agree" label="I agree" value={value.agree} onChange={(agree) => set({ agree })} />
        </Form>
        <output data-sent={sent} />
      </Section>
    </Page>
  );
}
