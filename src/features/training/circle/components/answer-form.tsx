/** Answering a question. */
import { useState, type ReactNode } from 'react';
import { LongTextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { answerQuestion, type TextAddress } from '../client.ts';
import { longestText, type QuestionView } from '../model.ts';
import { say } from '../words.ts';
import { useCircleRefresh } from './keys.ts';
import { LanguageField, NameField, Names, useNames } from './writing.tsx';

interface AnswerFormProps {
  readonly at: Omit<TextAddress, 'textId'>;
  readonly view: QuestionView;
}

interface Answering {
  readonly text: string;
  readonly name?: 'named' | 'nameless' | undefined;
}

export function AnswerForm({ at, view }: AnswerFormProps): ReactNode {
  const t = useSay(say);
  const refresh = useCircleRefresh(at.programmeId);
  const reader = useLanguage();
  const [language, setLanguage] = useState(reader);
  const [id] = useState(view.nextId);
  const draft = useDraft<Answering>(`circle-answer-${at.questionId}`, { text: '', name: undefined });
  const names = useNames();
  const { text, name } = draft.value;
  const mayChoose = view.seat === 'mentor' && view.mayNameless;
  const keep = async (): Promise<void> => {
    const outcome = await answerQuestion(at.programmeId, at.questionId, {
      ...{ id, text, language, notNames: names.notNames },
      nameless: (mayChoose ? name && name === 'nameless' : false) as boolean,
    });
    if (!names.take(outcome)) return;
    draft.clear();
    await refresh();
    tell(t('answered'));
  };
  return (
    <Form submit={t('answer.send')} onSubmit={keep}>
      <LongTextField
        name="text"
        label={t('answer.text')}
        hint={t('answer.hint')}
        required
        most={longestText}
        value={text}
        onChange={(next) => {
          draft.set({ text: next });
          names.forget();
        }}
      />
      <Names names={names} part="inText" text={text} onText={(next) => draft.set({ text: next })} />
      <LanguageField value={language} onChange={setLanguage} />
      <NameField {...view} value={name} onChange={(next) => draft.set({ name: next })} />
    </Form>
  );
}
