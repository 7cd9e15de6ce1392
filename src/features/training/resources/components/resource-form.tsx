/** A link that a coordinator adds or changes. */
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { languages, type Language } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceField } from '../../../../ui/choices.tsx';
import { LongTextField, TextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { courseRoles } from '../../format/model.ts';
import { TopicField } from '../../topics/components/topic-field.tsx';
import type { SupportTopic } from '../../topics/model.ts';
import { addResource, changeResource } from '../client.ts';
import { longestAbout, longestAddress, longestTitle, type LinkLine } from '../model.ts';
import { say } from '../words.ts';

interface ResourceFormProps {
  readonly programmeId: string;
  readonly nextId: string;
  /** What is changed; a new one when it is left out. */
  readonly line: LinkLine | undefined;
  onDone(this: void): void;
}

interface Typed {
  readonly title: string;
  readonly about: string;
  readonly address: string;
  readonly language: Language;
  readonly role: (typeof courseRoles)[number];
  readonly topic: SupportTopic | undefined;
}

export function ResourceForm({ programmeId, nextId, line, onDone }: ResourceFormProps): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const reader = useLanguage();
  const blank: Typed = { title: '', about: '', address: '', language: reader, role: 'both', topic: undefined };
  const draft = useDraft<Typed>(`resource-${line?.id ?? programmeId}`, line ? typedOf(line) : blank);
  const { value, set } = draft;
  // As they were when the form was opened.
  const [id] = useState(nextId);
  const [version] = useState(line?.version);
  const keep = async (): Promise<void> => {
    // What is not chosen is missing, and the server says so beside its field.
    const sent = { ...value, topic: value.topic as SupportTopic };
    if (line) await changeResource(programmeId, line.id, { ...sent, version: version ?? 0 });
    else await addResource(programmeId, { ...sent, id });
    await queries.invalidateQueries({ queryKey: ['resources', programmeId] });
    draft.clear();
    tell(t(line ? 'changed' : 'added'));
    onDone();
  };
  return (
    <Section title={t(line ? 'change.title' : 'add.title')}>
      <Form
        submit={t('keep')}
        onSubmit={keep}
        draft={draft}
        actions={
          <Button
            onClick={() => {
              draft.clear();
              onDone();
            }}
          >
            {t('cancel')}
          </Button>
        }
      >
        <TextField
          name="title"
          label={t('field.title')}
          required
          most={longestTitle}
          value={value.title}
          onChange={(title) => set({ title })}
        />
        <TextField
          name="address"
          label={t('field.address')}
          hint={t('field.address.hint')}
          type="url"
          required
          most={longestAddress}
          value={value.address}
          onChange={(address) => set({ address })}
        />
        <LongTextField
          name="about"
          label={t('field.about')}
          hint={t('field.about.hint')}
          most={longestAbout}
          value={value.about}
          onChange={(about) => set({ about })}
        />
        <TopicField name="topic" label={t('topic')} required value={value.topic} onChange={(topic) => set({ topic })} />
        <ChoiceField
          name="language"
          label={t('field.language')}
          required
          choices={languages.map((one) => ({ value: one, label: t(`language.${one}`) }))}
          value={value.language}
          onChange={(language) => set({ language: language ?? value.language })}
        />
        <ChoiceField
          name="role"
          label={t('field.role')}
          required
          choices={courseRoles.map((one) => ({ value: one, label: t(`role.${one}`) }))}
          value={value.role}
          onChange={(role) => set({ role: role ?? value.role })}
        />
      </Form>
    </Section>
  );
}

const typedOf = ({ title, about, address, language, role, topic }: LinkLine): Typed => ({
  ...{ title, about, address, language, role, topic },
});
