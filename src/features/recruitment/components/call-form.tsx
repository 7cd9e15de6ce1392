/** Writes the call: whom, until when, a few own words; says whom it would reach before it is sent. */
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { DateField, LongTextField } from '../../../ui/fields.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { languages, type Language } from '../../../platform/words.ts';
import { audienceOf, nobodyYet, type WhomDraft } from '../audiences/components/draft.ts';
import { say as sayCalls } from '../calls/words.ts';
import { send } from '../client.ts';
import type { QuoteRef } from '../quoting/model.ts';
import { say } from '../words.ts';
import { CallCheck } from './call-check.tsx';
import { CallTiming, startTiming, timingOf, type Timing } from './call-timing.tsx';
import { CallPreview } from './call-preview.tsx';

const AudienceField = lazy(async () => ({
  default: (await import('../audiences/components/audience-field.tsx')).AudienceField,
}));

const QuoteField = lazy(async () => ({ default: (await import('../quoting/components/quote-field.tsx')).QuoteField }));

interface Draft extends Timing {
  readonly whom: WhomDraft;
  readonly closesOn: string;
  readonly words: Readonly<Partial<Record<Language, string>>>;
  readonly quote?: QuoteRef | undefined;
}

const start: Draft = { whom: nobodyYet, closesOn: '', words: {}, ...startTiming };

export function CallForm({ programmeId }: { readonly programmeId: string }): ReactNode {
  const t = useSay(say);
  const own = useSay(sayCalls);
  const queries = useQueryClient();
  const draft = useDraft<Draft>(`call-${programmeId}`, start);
  const { value, set } = draft;
  const audience = audienceOf(value.whom);
  const sendIt = async (): Promise<void> => {
    // As long as it is not complete the server says so beside the field.
    const whom = audience ?? { kind: 'rules', any: [], except: [] };
    await send(programmeId, {
      ...{ audience: whom, closesOn: value.closesOn, words: value.words },
      ...timingOf({ ...startTiming, ...value }),
      ...(value.quote ? { quote: value.quote } : {}),
    });
    tell(own('call.sent'), { intent: 'success' });
    draft.clear();
    await queries.invalidateQueries();
  };
  return (
    <Section title={own('call.title')} lead={own('call.lead')}>
      <Form draft={draft} submit={own('call.send')} onSubmit={sendIt}>
        <Suspense>
          <AudienceField programmeId={programmeId} value={value.whom} onChange={(whom) => set({ whom })} />
        </Suspense>
        <DateField
          name="closesOn"
          label={own('call.closesOn')}
          required
          value={value.closesOn}
          onChange={(closesOn) => set({ closesOn })}
        />
        {languages.map((language) => (
          <LongTextField
            key={language}
            name={`words.${language}`}
            label={own('call.words', { language: t(`spoken.${language}`) })}
            {...(language === languages[0] ? { hint: own('call.words.hint') } : {})}
            most={800}
            value={value.words[language] ?? ''}
            onChange={(text) => set({ words: { ...value.words, [language]: text } })}
          />
        ))}
        <Suspense>
          <QuoteField programmeId={programmeId} value={value.quote} onChange={(quote) => set({ quote })} />
        </Suspense>
        <CallCheck words={value.words} />
        <CallTiming value={{ ...startTiming, ...value }} onChange={set} />
        <CallPreview
          programmeId={programmeId}
          draft={{
            words: value.words,
            ...(value.closesOn ? { closesOn: value.closesOn } : {}),
            ...(value.quote && value.quote.sentences.length > 0 ? { quote: value.quote } : {}),
          }}
        />
      </Form>
    </Section>
  );
}
