/** The form of a question: one sentence, what it is about, and as much more as helps. */
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { LongTextField, TextField } from '../../../../ui/fields.tsx';
import { Form, useDraft } from '../../../../ui/form.tsx';
import { useLanguage, useSay } from '../../../../ui/language.tsx';
import { tell } from '../../../../ui/notice.tsx';
import { Section } from '../../../../ui/page.tsx';
import { Receipt } from '../../../people/receipt/components/receipt.tsx';
import { TopicField } from '../../topics/components/topic-field.tsx';
import type { SupportTopic } from '../../topics/model.ts';
import { askQuestion, circlePath } from '../client.ts';
import { useCircleRefresh } from './keys.ts';
import { LanguageField, NameField, Names, useNames } from './writing.tsx';
import { longestText, longestTitle, type CirclePage } from '../model.ts';
import { say } from '../words.ts';

interface Asking {
  readonly title: string;
  readonly text: string;
  readonly topic?: SupportTopic | undefined;
  readonly name?: 'named' | 'nameless' | undefined;
}

const blank: Asking = { title: '', text: '', topic: undefined, name: undefined };

export function Ask({ programmeId, page }: { readonly programmeId: string; readonly page: CirclePage }): ReactNode {
  const t = useSay(say);
  const [, navigate] = useLocation();
  const refresh = useCircleRefresh(programmeId);
  const reader = useLanguage();
  const [language, setLanguage] = useState(reader);
  // Asked for once: the page may be fetched anew while somebody writes, and the second press must be the first question.
  const [id] = useState(page.nextId);
  const draft = useDraft<Asking>(`circle-ask-${programmeId}`, blank);
  const names = useNames();
  const { title, text, topic, name } = draft.value;
  const mayChoose = page.seat === 'mentor' && page.mayNameless;
  const keep = async (): Promise<void> => {
    const outcome = await askQuestion(programmeId, {
      ...{ id, title, text, language, notNames: names.notNames },
      // What is not chosen is missing, and the server says so beside its field.
      topic: topic as SupportTopic,
      nameless: (mayChoose ? name && name === 'nameless' : false) as boolean,
    });
    if (!names.take(outcome)) return;
    draft.clear();
    await refresh();
    tell(t('asked'));
    navigate(`${circlePath(programmeId)}/${id}`);
  };
  return (
    <>
      <Section>
        <p>{t('ask.about')}</p>
        <Form submit={t('ask.send')} onSubmit={keep}>
          <TextField
            name="title"
            label={t('ask.title')}
            hint={t('ask.title.hint')}
            required
            most={longestTitle}
            value={title}
            onChange={(next) => {
              draft.set({ title: next });
              names.forget();
            }}
          />
          <Names names={names} part="inTitle" text={title} onText={(next) => draft.set({ title: next })} />
          <TopicField
            name="topic"
            label={t('topic')}
            required
            value={topic}
            onChange={(next) => draft.set({ topic: next })}
          />
          <LongTextField
            name="text"
            label={t('ask.text')}
            hint={t('ask.text.hint')}
            most={longestText}
            value={text}
            onChange={(next) => {
              draft.set({ text: next });
              names.forget();
            }}
          />
          <Names names={names} part="inText" text={text} onText={(next) => draft.set({ text: next })} />
          <LanguageField value={language} onChange={setLanguage} />
          <NameField {...page} value={name} onChange={(next) => draft.set({ name: next })} />
        </Form>
      </Section>
      <Receipt of="circle" />
    </>
  );
}
