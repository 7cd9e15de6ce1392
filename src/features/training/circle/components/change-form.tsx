/** Changing what one wrote, in its place. */
import { useState, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { LongTextField, TextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { TopicField } from '../../topics/components/topic-field.tsx';
import { changeText, type TextAddress } from '../client.ts';
import { longestText, longestTitle, type TextView } from '../model.ts';
import { say } from '../words.ts';
import { useCircleRefresh } from './keys.ts';
import { LanguageField, Names, useNames } from './writing.tsx';

interface ChangeFormProps {
  readonly at: TextAddress;
  readonly one: TextView;
  onDone(this: void): void;
}

export function ChangeForm({ at, one, onDone }: ChangeFormProps): ReactNode {
  const t = useSay(say);
  const refresh = useCircleRefresh(at.programmeId);
  const names = useNames();
  const { title = '', topic, text, language } = one;
  const draft = useDraft(`circle-change-${one.id}`, { title, topic, text, language });
  // What was read when the change began: somebody who changed it in another window meanwhile is heard.
  const [version] = useState(one.version);
  const { value, set } = draft;
  const isQuestion = one.title !== undefined;
  const keep = async (): Promise<void> => {
    const words = { text: value.text, language: value.language, notNames: names.notNames, version };
    const outcome = await changeText(
      at,
      isQuestion ? { ...words, title: value.title, ...(value.topic ? { topic: value.topic } : {}) } : words,
    );
    if (!names.take(outcome)) return;
    draft.clear();
    await refresh();
    tell(t('changed'));
    onDone();
  };
  return (
    <Form
      submit={t('change.save')}
      onSubmit={keep}
      actions={
        <Button
          onClick={() => {
            draft.clear();
            onDone();
          }}
        >
          {t('change.cancel')}
        </Button>
      }
    >
      {isQuestion && (
        <>
          <TextField
            name="title"
            label={t('ask.title')}
            required
            most={longestTitle}
            value={value.title}
            onChange={(next) => {
              set({ title: next });
              names.forget();
            }}
          />
          <Names names={names} part="inTitle" text={value.title} onText={(next) => set({ title: next })} />
          <TopicField
            name="topic"
            label={t('topic')}
            required
            value={value.topic}
            onChange={(next) => set({ topic: next })}
          />
        </>
      )}
      <LongTextField
        name="text"
        label={t(isQuestion ? 'ask.text' : 'answer.text')}
        required={!isQuestion}
        most={longestText}
        value={value.text}
        onChange={(next) => {
          set({ text: next });
          names.forget();
        }}
      />
      <Names names={names} part="inText" text={value.text} onText={(next) => set({ text: next })} />
      <LanguageField value={value.language} onChange={(next) => set({ language: next })} />
    </Form>
  );
}
