/** What one agreed to, in a sentence; and changing it, from then on. */
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Form, useDraft } from '../../../ui/form.tsx';
import { useSay } from '../../../ui/language.tsx';
import { tell } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/page.tsx';
import { changeTerms } from '../client.ts';
import type { StoryView } from '../model.ts';
import { say } from '../words.ts';
import { Standing } from './standing.tsx';
import { TellsWho, wholeOf } from './tells-who.tsx';
import { TermsFields, termsOf, termsTyped } from './terms-fields.tsx';

export function OwnTerms({ story }: { readonly story: StoryView }): ReactNode {
  const t = useSay(say);
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={t('terms.title')}>
      <Standing story={story} />
      {isOpen ? (
        <TermsForm story={story} onDone={() => setOpen(false)} />
      ) : (
        <Button onClick={() => setOpen(true)}>{t('terms.change')}</Button>
      )}
    </Section>
  );
}

function TermsForm({ story, onDone }: { readonly story: StoryView; onDone(this: void): void }): ReactNode {
  const t = useSay(say);
  const queries = useQueryClient();
  const before = story.terms ?? { reach: 'organisation', named: false };
  const draft = useDraft(`story-terms-${story.id}`, {
    ...termsTyped(before),
    kept: story.kept ?? ([] as readonly string[]),
  });
  const { kept } = draft.value;
  const send = async (): Promise<void> => {
    await changeTerms(story, { ...termsOf(draft.value), version: story.version, kept: [...kept] });
    await queries.invalidateQueries();
    tell(t('terms.saved'), { intent: 'success' });
    onDone();
  };
  return (
    <>
      <Form draft={draft} submit={t('terms.save')} onSubmit={send}>
        <TermsFields terms={termsOf(draft.value)} onChange={draft.set} />
      </Form>
      {/* Whoever takes the name away sees where it stands in the words. */}
      {!draft.value.named && (
        <TellsWho
          {...{ at: story, draft: wholeOf(story, draft.value), kept, mine: [] }}
          onKeep={(keys) => draft.set({ kept: keys })}
        />
      )}
    </>
  );
}
